from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

from briefwright.cli.door import DEBUG, INTERRUPTED, UNEXPECTED, run
from briefwright.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
HELP_CPU_SECONDS = 0.3


def app_that(action: Callable[[], object]) -> typer.Typer:
    app = typer.Typer()

    @app.command()
    def command() -> None:
        action()

    return app


def raiser(error: BaseException) -> Callable[[], object]:
    def action() -> object:
        raise error

    return action


def test_an_interruption_has_the_shells_exit_code() -> None:
    assert run(app_that(raiser(KeyboardInterrupt())), []) == INTERRUPTED


def test_a_fault_of_the_program_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(app_that(raiser(RuntimeError("odd\nthing"))), []) == UNEXPECTED
    error = capsys.readouterr().err
    assert "RuntimeError: odd)" in error
    assert DEBUG in error
    assert "Traceback" not in error


def test_the_traceback_is_there_for_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DEBUG, "1")
    with pytest.raises(RuntimeError):
        run(app_that(raiser(RuntimeError("odd"))), [])


def test_a_file_error_that_nobody_foresaw_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    error = OSError(28, "No space left on device", "out.txt")
    assert run(app_that(raiser(error)), []) == 2
    said = capsys.readouterr().err
    assert said.startswith("error A008")
    assert "out.txt" in said
    assert "no space left on device" in said


def test_a_reader_that_went_away_is_no_error(one_article: Workspace) -> None:
    command = f"{sys.executable} -m briefwright doctor --format json | head -c 5"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, cwd=one_article.root, check=False
    )
    assert done.stderr == b""


def test_help_starts_at_once(briefwright: Run, tmp_path: Path) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert briefwright("--help").returncode == 0
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    assert used < HELP_CPU_SECONDS
    assert tmp_path.exists()


def test_importing_the_package_is_cheap_and_its_doors_are_functions() -> None:
    code = (
        "import sys, briefwright; "
        "print([m for m in ('pydantic', 'spacy', 'yaml', 'rich', 'mkdocs') if m in sys.modules]); "
        "import briefwright.check.table, briefwright.extract.settings, briefwright.workflow; "
        "print(callable(briefwright.check), callable(briefwright.extract))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\nTrue True\n"


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from briefwright.cli import app; from briefwright.cli.door import run; "
        "run(app, ['--help']); "
        "print([m for m in ('pydantic', 'spacy', 'yaml', 'rich', 'mkdocs') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.endswith("[]\n")
