"""SIGKILL at random moments while many are added: whole articles or none."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from briefwright.store.article_file import read_source_file
from briefwright.store.workspace import Workspace

FILES = 60
SCRIPT = "import sys; from briefwright.cli import main; sys.argv[0] = 'briefwright'; main()"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def sources(folder: Path, size: int) -> Path:
    folder.mkdir()
    for number in range(FILES):
        text = f"Text number {number} has words of its own.\n" * size
        (folder / f"{number:02}.txt").write_text(text)
    return folder


def check_whole(workspace: Workspace) -> int:
    """How many articles there are; each loads, and its text and source are what was ingested."""
    folder = workspace.articles_folder
    visible = [path.name for path in folder.iterdir() if not path.name.startswith(".")]
    assert sorted(visible) == list(workspace.article_ids())
    for name in visible:
        assert "words of its own" in workspace.article(name).text
        assert read_source_file(folder / name)
    return len(visible)


def start(workspace: Workspace) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "add", "in"], cwd=workspace.root,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def kill_after(workspace: Workspace, seconds: float) -> None:
    """Start an addition and kill it `seconds` after its first step in `articles/`."""
    folder = workspace.articles_folder
    before = set(folder.iterdir()) if folder.exists() else set()
    process = start(workspace)
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        if folder.exists() and set(folder.iterdir()) != before:
            break
        time.sleep(0.001)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("kills", [8, pytest.param(50, marks=pytest.mark.slow)])
def test_a_killed_add_leaves_whole_articles_only(workspace: Workspace, kills: int) -> None:
    chance = random.Random(kills)  # noqa: S311 - moments, no secrets
    sources(workspace.root / "in", size=200)
    cut_off = 0
    for round_ in range(kills):
        if round_ and check_whole(workspace) == FILES:
            for folder in workspace.articles_folder.iterdir():
                folder.rename(workspace.root / f"done-{round_}-{folder.name}")
        kill_after(workspace, chance.uniform(0, 0.15))
        check_whole(workspace)
        cut_off += len(list(workspace.articles_folder.glob(".adding-*")))
    assert start(workspace).wait() == 0
    assert check_whole(workspace) == FILES
    assert not list(workspace.articles_folder.glob(".*"))
    # Some kills must have come while a folder was being written, or this has shown little.
    assert cut_off > 0 or kills < 50


def test_two_additions_at_once_add_each_text_once(workspace: Workspace) -> None:
    sources(workspace.root / "in", size=1)
    both = [start(workspace), start(workspace)]
    assert [process.wait() for process in both] == [0, 0]
    assert check_whole(workspace) == FILES
