"""`briefwright update`."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from briefwright.cli.sources import Source, fetcher_for, load


def update(
    id: Annotated[str, typer.Argument(metavar="ID", help="The article.")],
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE|URL", help="Its new version; - reads standard input; else its address."
        ),
    ] = None,
    *,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Fetch a page that robots.txt forbids.")
    ] = False,
) -> None:
    """Take a new version of an article: facts move with their words, and the old one is kept."""
    from briefwright.errors import WorkspaceError
    from briefwright.ingest.options import IngestOptions
    from briefwright.ingest.update import update_article
    from briefwright.store.files import shown
    from briefwright.store.workspace import Workspace

    workspace = Workspace.find()
    address = workspace.article(id).metadata.url
    wanted = source or (address.value if address else None)
    if wanted is None:
        raise WorkspaceError(
            "A012",
            at=shown(workspace.articles_folder / id),
            saw="no address of the article",
            wanted="a file or an address with the new version",
            fix=f"run: briefwright update {id} FILE",
        )
    fetcher = fetcher_for(workspace, ignore_robots=ignore_robots)
    raw, name, options = load(Source(wanted), fetcher, IngestOptions())
    result = update_article(workspace, id, raw, name, options, environ=os.environ)
    if result.update is None:
        typer.echo(f"unchanged: articles/{id} has this text already")
        return
    told = result.update
    typer.echo(
        f"updated articles/{id}: {told.moved} facts moved, {len(told.added)} added, "
        f"{len(told.gone)} gone, {len(told.altered)} altered"
    )
    for change in told.gone:
        typer.echo(f"  gone: {change.id} ({change.kind.replace('_', ' ')})")
