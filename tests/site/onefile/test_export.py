"""`export --format html` and `--format pdf`, as a person runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from lxml.html import document_fromstring

ROOT = Path(__file__).parents[3]
Export = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def export(tmp_path: Path) -> Export:
    """Runs `briefwright export` in a workspace with two articles and one brief."""
    root = tmp_path / "a work space"
    case = ROOT / "tests" / "golden" / "compose" / "two-sources"
    shutil.copytree(case, root, ignore=shutil.ignore_patterns("expected"))

    def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "briefwright", "export", *arguments],
            capture_output=True, cwd=root, env=os.environ | environ, check=False, timeout=200,
        )  # fmt: skip

    return run


def brief_ids() -> list[str]:
    folder = ROOT / "tests" / "golden" / "compose" / "two-sources" / "briefs"
    return sorted(path.stem for path in folder.glob("*.yml"))


def test_one_brief_and_all_of_them(export: Export) -> None:
    name = brief_ids()[0]
    one = export(name, "--format", "html")
    every = export("--format", "html")
    assert (one.returncode, every.returncode) == (0, 0), one.stderr + every.stderr
    assert document_fromstring(one.stdout).get("lang") == "en"
    sections = document_fromstring(every.stdout).xpath("//div[starts-with(@id, 'brief.')]/@id")
    assert sections
    assert f"brief.{name}" in sections


def test_a_brief_that_is_not_there(export: Export) -> None:
    done = export("nothing", "--format", "html")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"error A002")


def test_a_printed_file(export: Export, chromium: Path, tmp_path: Path) -> None:
    output = tmp_path / "out" / "brief.pdf"
    done = export("--format", "pdf", "--paper", "letter", "--output", str(output),
                  "--browser", str(chromium))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert b"wrote" in done.stderr
    page = pypdfium2.PdfDocument(output)[0]
    assert tuple(round(x) for x in page.get_size()) == (612, 792)


def test_without_a_browser_nothing_is_written(export: Export, tmp_path: Path) -> None:
    output = tmp_path / "brief.pdf"
    done = export("--format", "pdf", "--output", str(output), PATH=str(tmp_path))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-5].startswith(b"error B030")
    assert not output.exists()


@pytest.mark.parametrize("option", [("--paper", "letter"), ("--browser", "chromium")])
def test_what_is_for_paper_goes_with_pdf_only(export: Export, option: tuple[str, str]) -> None:
    done = export("--format", "html", *option)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error U001")
    assert option[0].encode() in done.stderr


def test_a_line_that_the_gate_refuses_stops_the_export(export: Export, tmp_path: Path) -> None:
    template = tmp_path / "a work space" / "templates" / "partials" / "claim.md.j2"
    template.parent.mkdir(parents=True)
    packaged = (ROOT / "templates" / "partials" / "claim.md.j2").read_text()
    template.write_text(packaged.replace("{{ claim.form }}", "{{ claim.form }} · seventeen"))
    done = export("--format", "html")
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"error B007" in done.stderr
