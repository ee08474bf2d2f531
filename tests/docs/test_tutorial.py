"""The tutorial is run as it stands: every command, every change to a file, every shown answer."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

DOCS = Path(__file__).parents[2] / "docs"
TUTORIAL = DOCS / "guide" / "tutorial.md"
_BLOCK = re.compile(r"^```(console|diff)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r'title="([^"]+)"')
_HERE = re.compile(r"<<'(\w+)'")


class Command(NamedTuple):
    """A command line and the answer that the page shows."""

    line: str
    answer: str


def steps(page: str) -> Iterator[Command | tuple[str, str]]:
    """The page's commands, and its changes as (file, diff), in order."""
    for kind, options, body in _BLOCK.findall(page):
        if kind == "console":
            yield from commands(body)
        else:
            file = _FILE.search(options)
            assert file is not None, f"a diff without its file:\n{body}"
            yield file[1], body


def commands(body: str) -> Iterator[Command]:
    """The commands of one block, each with what follows it."""
    lines = body.splitlines()
    while lines:
        first = lines.pop(0)
        assert first.startswith("$ "), f"an answer without a command: {first}"
        command, answer = [first[2:]], []
        if here := _HERE.search(first):
            while command[-1] != here[1]:
                command.append(lines.pop(0))
        while lines and not lines[0].startswith("$ "):
            answer.append(lines.pop(0))
        yield Command("\n".join(command), "\n".join(answer))


def pattern(answer: str) -> re.Pattern[str]:
    """`...` alone on a line stands for any lines, inside a line for any words."""
    parts = []
    for line in answer.splitlines():
        if line == "...":
            parts.append(r"(?:[^\n]*\n)*?")
        else:
            parts.append(r"[^\n]*".join(map(re.escape, line.split("..."))) + r"\n")
    return re.compile("".join(parts))


def change(file: Path, diff: str) -> None:
    """Replace the one place that has the diff's old lines by its new ones."""
    lines = diff.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " -")
    new = "".join(f"{line[1:]}\n" for line in lines if line[:1] in " +")
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{text.count(old)} places for the change\n{diff}\nin\n{text}"
    file.write_text(text.replace(old, new), "utf-8")


def test_the_tutorial_works_as_it_is_written(tmp_path: Path) -> None:
    folder = tmp_path
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environ = {**os.environ, "PATH": path, "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    run = 0
    for step in steps(TUTORIAL.read_text("utf-8")):
        if not isinstance(step, Command):
            change(folder / step[0], step[1])
            continue
        if step.line.startswith("cd "):
            folder /= shlex.split(step.line)[1]
            continue
        done = subprocess.run(
            ["bash", "-c", step.line], cwd=folder, env=environ, check=False, timeout=120,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
        )  # fmt: skip
        run += 1
        wanted = pattern(step.answer)
        assert wanted.fullmatch(done.stdout), (
            f"$ {step.line}\n--- the page says\n{step.answer}\n--- the program says\n{done.stdout}"
        )
    assert run > 12
    assert (folder / "site" / "briefs" / "bramford.html").is_file()


def test_ellipses_stand_for_lines_and_words() -> None:
    assert pattern("a\n...\nb...d").fullmatch("a\nx\ny\nb c d\n")
    assert not pattern("a\nb").fullmatch("a\nx\nb\n")


@pytest.mark.parametrize("page", sorted(DOCS.glob("guide/*.md")), ids=lambda page: page.stem)
def test_only_the_tutorial_shows_answers_to_commands(page: Path) -> None:
    """Answers are shown where this test runs them; other pages show commands only."""
    assert page == TUTORIAL or "```console" not in page.read_text("utf-8")
