"""`briefwright export`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefwright.cli.output import note


class ExportFormat(StrEnum):
    """The names of `compose.exports.FORMATS`; a test keeps the two in step."""

    json = "json"
    csv = "csv"
    ics = "ics"
    timelinejs = "timelinejs"
    timelinejs_csv = "timelinejs-csv"
    annotations = "annotations"
    csl = "csl"
    bibtex = "bibtex"
    ris = "ris"


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
) -> None:
    """Write the facts, the timeline or the sources of a brief in a format of other programs."""
    from briefwright.site.export import export_text
    from briefwright.store.files import shown, write_text
    from briefwright.store.workspace import Workspace

    text = export_text(Workspace.find(), brief, format.value, report=note)
    if output is None:
        typer.echo(text.encode(), nl=False)
    else:
        write_text(output, text)
        note(f"wrote {shown(output)}")
