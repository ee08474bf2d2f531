"""`briefwright build`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from briefwright.cli.output import note


class SiteProfile(StrEnum):
    """The profiles of `briefwright.yml`."""

    private = "private"
    offline = "offline"
    hosted = "hosted"


def build(
    strict: Annotated[
        bool, typer.Option(help="Stop at MkDocs' warnings, such as links that lead nowhere.")
    ] = True,
    profile: Annotated[
        SiteProfile | None,
        typer.Option(
            help="Who reads the site: hosted is for the web, with excerpts of articles whose "
            "rights do not allow more; else what briefwright.yml says."
        ),
    ] = None,
    untrusted: Annotated[
        bool,
        typer.Option(
            "--untrusted",
            help="Build a workspace that somebody else wrote: refuse hooks, plugins, extensions, "
            "theme folders and links of its own.",
        ),
    ] = False,
) -> None:
    """Build the site: extract what has no facts yet, check, write the pages, run MkDocs."""
    from briefwright.site.build import build_site
    from briefwright.store.workspace import Workspace

    build_site(
        Workspace.find(),
        report=note,
        strict=strict,
        profile=profile.value if profile else None,
        untrusted=untrusted,
    )
