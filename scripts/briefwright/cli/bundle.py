"""`briefwright bundle`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefwright.cli.output import Format, FormatOption, note, print_json


def bundle(
    folder: Annotated[
        bool, typer.Option("--folder", help="Write a folder in the place of a zip file.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(help="Where it goes; dist/ in the workspace by default.")
    ] = None,
    strict: Annotated[
        bool, typer.Option(help="Stop at MkDocs' warnings, such as links that lead nowhere.")
    ] = True,
    format: FormatOption = Format.text,
) -> None:
    """Make one zip file or folder of the site that opens from any disk, without a network."""
    from briefwright.site.bundle import make_bundle
    from briefwright.store.files import shown
    from briefwright.store.workspace import Workspace

    workspace = Workspace.find()
    made = make_bundle(
        workspace,
        output or workspace.root / "dist",
        as_folder=folder,
        strict=strict,
        report=note,
    )
    if format == Format.json:
        print_json(
            {
                "path": str(made.path),
                "files": made.files,
                "bytes": made.bytes,
                "sha256": made.sha256,
            }
        )
        return
    typer.echo(f"{made.sha256}  {shown(made.path)}")
    note(f"{made.files} files, {made.bytes / 1_000_000:.1f} MB; unpack it and open index.html")
