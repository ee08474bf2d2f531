"""`briefwright export`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefwright.cli.output import note


class ExportFormat(StrEnum):
    """The names of `compose.exports.FORMATS` and of `site.export`; a test keeps them in step."""

    json = "json"
    csv = "csv"
    ics = "ics"
    timelinejs = "timelinejs"
    timelinejs_csv = "timelinejs-csv"
    annotations = "annotations"
    csl = "csl"
    bibtex = "bibtex"
    ris = "ris"
    html = "html"
    pdf = "pdf"


class PaperSize(StrEnum):
    """The names of `site.onefile.Paper`; a test keeps the two in step."""

    a4 = "a4"
    letter = "letter"


def export(
    brief: Annotated[
        str | None, typer.Argument(help="The id of a brief; all of them without it.")
    ] = None,
    format: Annotated[
        ExportFormat, typer.Option("--format", help="What is written.")
    ] = ExportFormat.json,
    output: Annotated[
        Path | None, typer.Option(help="The file it goes to; standard output without it.")
    ] = None,
    paper: Annotated[
        PaperSize | None, typer.Option(help="The paper of a PDF; a4 without it.")
    ] = None,
    browser: Annotated[
        Path | None,
        typer.Option(help="The Chromium that prints a PDF; an installed one without it."),
    ] = None,
) -> None:
    """Write a brief as one HTML file, a PDF, or in a format of other programs."""
    _refuse_what_is_for_pdf(format, paper, browser)
    if format == ExportFormat.pdf and output is None and sys.stdout.isatty():
        raise _misuse("--format pdf", "a terminal", "a file", "name the file with --output")
    from briefwright.site.export import export_bytes
    from briefwright.site.onefile import Paper
    from briefwright.store.files import shown, write_bytes
    from briefwright.store.workspace import Workspace

    data = export_bytes(
        Workspace.find(),
        brief,
        format.value,
        report=note,
        paper=Paper(paper or PaperSize.a4),
        browser=browser,
    )
    if output is None:
        typer.echo(data, nl=False)
    else:
        write_bytes(output, data)
        note(f"wrote {shown(output)}")


def _refuse_what_is_for_pdf(
    format: ExportFormat, paper: PaperSize | None, browser: Path | None
) -> None:
    for option, given in (("--paper", paper), ("--browser", browser)):
        if given is not None and format != ExportFormat.pdf:
            raise _misuse(
                option, f"--format {format}", "--format pdf", f"leave out {option}, or ask for pdf"
            )


def _misuse(at: str, saw: str, wanted: str, fix: str) -> Exception:
    from briefwright.errors import UsageError

    return UsageError("U001", at=at, saw=saw, wanted=wanted, fix=fix)
