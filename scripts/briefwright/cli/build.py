"""`briefwright build`."""

from __future__ import annotations

from typing import Annotated

import typer

from briefwright.cli.output import note


def build(
    strict: Annotated[
        bool, typer.Option(help="Stop at MkDocs' warnings, such as links that lead nowhere.")
    ] = True,
) -> None:
    """Build the site: extract what has no facts yet, check, write the pages, run MkDocs."""
    from briefwright.site.build import build_site
    from briefwright.store.workspace import Workspace

    build_site(Workspace.find(), report=note, strict=strict)
