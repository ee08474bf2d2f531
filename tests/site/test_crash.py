"""SIGKILL at any moment, two builds at once, a full disk: a whole site, the old or the new one."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.site.conftest import Build

from briefwright.errors import BriefwrightError, BuildError, WorkspaceError
from briefwright.site import build as building
from briefwright.store import files

SCRIPT = "import sys; from briefwright.cli import main; sys.argv[0] = 'briefwright'; main()"
Hashes = dict[str, str]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL and limits are POSIX")


def hashes(folder: Path) -> Hashes:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def edit(place: Path, version: int) -> None:
    """Make the workspace say something else, on many pages."""
    brief = place / "briefs" / "yields.yml"
    text, found = re.subn(r"(?m)^title: .*$", f"title: Version {version}", brief.read_text())
    assert found == 1
    brief.write_text(text)


@pytest.fixture
def versions(place: Path, build: Build) -> tuple[Hashes, Hashes]:
    """What the site of each of two versions holds; the first is built."""
    found = []
    for version in (1, 0):
        edit(place, version)
        build(place)
        found.append(hashes(place / "site"))
    return found[1], found[0]


def start(place: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "build"], cwd=place, text=True, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
    )  # fmt: skip


def until(process: subprocess.Popen[str], condition: Callable[[], bool]) -> None:
    """Wait for a moment of the build, or for its end."""
    end = time.monotonic() + 120
    while process.poll() is None and not condition() and time.monotonic() < end:
        time.sleep(0.0005)


def kill(process: subprocess.Popen[str], *, whole: bool) -> bool:
    """Kill the build, with its MkDocs or without; whether it was still running."""
    running = process.poll() is None
    if running and whole:
        os.killpg(process.pid, signal.SIGKILL)
    elif running:
        process.kill()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()
    return running


def moments(place: Path, seconds: float, chance: random.Random) -> Iterator[Callable[[], bool]]:
    """Conditions for a kill: any moment; while pages are written; while the site is swapped."""
    page = place / "docs" / "briefs" / "yields.md"
    while True:
        yield partial(_later, time.monotonic() + chance.uniform(0, seconds))
        yield partial(_written, page, page.stat().st_mtime_ns, chance.uniform(0, 0.03))
        yield partial(_made, place / ".briefwright", chance.uniform(0, 0.03))


def _later(end: float) -> bool:
    return time.monotonic() > end


def _written(page: Path, before: int, wait: float) -> bool:
    return page.stat().st_mtime_ns != before and _after(wait)


def _made(work: Path, wait: float) -> bool:
    return any(work.glob("next*/search/search_index.js")) and _after(wait)


def _after(seconds: float) -> bool:
    time.sleep(seconds)
    return True


@pytest.mark.parametrize("kills", [8, pytest.param(100, marks=pytest.mark.slow)])
def test_a_killed_build_leaves_a_whole_site(
    kills: int, place: Path, build: Build, versions: tuple[Hashes, Hashes]
) -> None:
    chance = random.Random(kills)  # noqa: S311 - moments, no secrets
    edit(place, 1)
    begin = time.monotonic()
    done = start(place)
    assert "built" in done.communicate(timeout=300)[1]
    conditions = moments(place, 0.9 * (time.monotonic() - begin), chance)
    killed = rounds = now = 0
    # A build that was faster than the moment chosen for it counts for nothing.
    while killed < kills:
        rounds += 1
        assert rounds < 4 * kills
        # Always another version than the pages have, so that there is something to write.
        now = int("Version 0" in (place / "docs" / "briefs" / "yields.md").read_text())
        edit(place, now)
        process = start(place)
        until(process, next(conditions))
        killed += kill(process, whole=chance.random() < 0.5)
        assert hashes(place / "site") in versions
    build(place)
    assert hashes(place / "site") == versions[now]
    time.sleep(0.2)
    left = {path.name for path in (place / ".briefwright").iterdir()}
    assert left == {"build.lock"} or all(name.startswith(("build.lock", "next-")) for name in left)
    assert not list((place / "docs").rglob("*.tmp"))


def test_a_killed_builds_mkdocs_writes_into_no_other_site(
    place: Path, build: Build, versions: tuple[Hashes, Hashes]
) -> None:
    edit(place, 1)
    process = start(place)
    until(process, lambda: any((place / ".briefwright").glob("next*/404.html")))
    assert kill(process, whole=False)
    edit(place, 0)
    build(place)
    time.sleep(1)
    assert hashes(place / "site") == versions[0]


def test_what_a_killed_write_left_goes_and_a_persons_file_stays(place: Path, build: Build) -> None:
    docs = place / "docs"
    (docs / "briefs").mkdir()
    ours = [docs / ".index.md.0a1b2c3d.tmp", docs / "briefs" / ".yields.md.00000000.tmp"]
    ours.append(docs / "..briefwright-manifest.json.ffffffff.tmp")
    persons = [
        docs / ".mine.md.0a1b2c3d.tmp",
        docs / ".index.md.tmp",
        docs / "index.md.0a1b2c3d.tmp",
    ]
    for path in (*ours, *persons):
        path.write_text("cut")
    build(place)
    assert not [path for path in ours if path.exists()]
    assert all(path.read_text() == "cut" for path in persons)


def test_of_two_builds_at_once_one_may_refuse(place: Path, versions: tuple[Hashes, Hashes]) -> None:
    edit(place, 1)
    both = [start(place), start(place)]
    told = [process.communicate(timeout=300)[1] for process in both]
    codes = [process.returncode for process in both]
    assert 0 in codes
    for code, words in zip(codes, told, strict=True):
        assert code == 0 or (code == 1 and "error B005" in words)
    assert hashes(place / "site") == versions[1]


class Disk:
    """A disk that is full from the nth write on; None: it has room."""

    def __init__(self) -> None:
        self.full_at: int | None = None
        self.writes = 0

    def write(self, path: Path, data: bytes, *, mode: int | None) -> None:
        self.writes += 1
        if self.full_at is not None and self.writes >= self.full_at:
            path.write_bytes(data[: len(data) // 2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        _write(path, data, mode=mode)


_write = files._write_and_sync


def test_a_disk_that_is_full_at_any_write_keeps_the_old_site(
    place: Path, build: Build, versions: tuple[Hashes, Hashes], monkeypatch: pytest.MonkeyPatch
) -> None:
    ready = place.parent / "ready"
    shutil.copytree(place / "site", ready)
    monkeypatch.setattr(building, "run_mkdocs", lambda _, to, **__: shutil.copytree(ready, to))
    disk = Disk()
    monkeypatch.setattr(files, "_write_and_sync", disk.write)
    for folder in ("docs", "site"):
        shutil.copytree(place / folder, place.parent / "before" / folder)
    edit(place, 1)
    build(place)
    assert disk.writes > 20
    for number in range(1, disk.writes + 1):
        for folder in ("docs", "site"):
            shutil.rmtree(place / folder)
            shutil.copytree(place.parent / "before" / folder, place / folder)
        disk.full_at, disk.writes = number, 0
        with pytest.raises(WorkspaceError) as caught:
            build(place)
        assert (caught.value.code, caught.value.saw) == ("A008", "no space left on device")
        assert "free space" in caught.value.fix
        assert hashes(place / "site") == versions[0]
        assert not [*(place / "docs").rglob("*.tmp"), *(place / ".briefwright").glob("next*")]
    monkeypatch.undo()
    build(place)
    assert hashes(place / "site") == versions[1]


def test_a_disk_too_small_for_mkdocs_keeps_the_old_site(
    place: Path, versions: tuple[Hashes, Hashes]
) -> None:
    edit(place, 1)
    # No file may have more than 60,000 bytes; the theme's script has more.
    limited = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (60000, 60000)); {SCRIPT}"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited, "build"],
        cwd=place,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert os.strerror(errno.EFBIG).lower() in done.stderr.lower()
    assert hashes(place / "site") == versions[0]
    assert not [*(place / ".briefwright").glob("next*")]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB, where that can be had."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if (
        not shutil.which("mount")
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("needs the right to mount a small file system")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def failure(work: Callable[[], object]) -> BriefwrightError | None:
    try:
        work()
    except BriefwrightError as error:
        return error
    return None


def test_a_full_file_system_keeps_the_old_site(
    small_disk: Path, place: Path, build: Build, versions: tuple[Hashes, Hashes]
) -> None:
    root = small_disk / "work"
    shutil.copytree(place, root)
    filler = small_disk / "filler"
    failed = 0
    for free in (6_000, 60_000, 600_000, 2_000_000, 4_000_000):
        edit(root, 1)
        room = shutil.disk_usage(small_disk).free
        filler.write_bytes(b"\0" * max(0, room - free))
        error = failure(partial(build, root))
        if error is not None:
            failed += 1
            assert isinstance(error, BuildError | WorkspaceError)
            assert os.strerror(errno.ENOSPC).lower() in error.saw.lower()
            assert "space" in error.fix
            assert hashes(root / "site") == versions[0]
        filler.unlink()
        edit(root, 0)
        build(root)
        assert hashes(root / "site") == versions[0]
    assert failed > 2
