"""`briefwright verify`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from briefwright.cli.output import Format, FormatOption, note, one_line, print_json


def verify(
    bundle: Annotated[Path, typer.Argument(metavar="ZIP|FOLDER", help="The bundle.")],
    format: FormatOption = Format.text,
) -> None:
    """Compare a bundle with its own list of files: is it complete and unchanged?"""
    from briefwright.site.verify import verify_bundle

    verdict = verify_bundle(bundle)
    groups = {"changed": verdict.changed, "missing": verdict.missing, "added": verdict.added}
    if format == Format.json:
        print_json(
            {
                "whole": verdict.whole,
                "name": verdict.inventory.name,
                "version": verdict.inventory.version,
                "date": verdict.inventory.date,
                "files": len(verdict.inventory.files),
                **groups,
                "broken_seal": verdict.broken_seal,
            }
        )
    else:
        for word, paths in groups.items():
            for path in paths:
                typer.echo(f"{word}: {one_line(path)}")
        if verdict.broken_seal:
            typer.echo("changed: the zip file itself is not the one that was made")
        if verdict.whole:
            listed = verdict.inventory
            note(f"whole: {len(listed.files)} files of {listed.name}, as of {listed.date}")
    if not verdict.whole:
        raise typer.Exit(1)
