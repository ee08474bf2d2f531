"""`briefwright serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from briefwright.cli.output import note


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port; 0 takes a free one.")] = 8000,
) -> None:
    """Show the site and build it again whenever an article, a fact or a template changes."""
    from briefwright.site.serve import serve_site
    from briefwright.store.workspace import Workspace

    serve_site(Workspace.find(), host=host, port=port, report=note)
