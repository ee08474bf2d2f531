"""`briefwright align`."""

from __future__ import annotations

from typing import Annotated

import typer


def align(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Articles; all that have facts when left out.")
    ] = None,
) -> None:
    """Fill in the spans of facts written by hand: every quote's place in its article."""
    from briefwright.store.files import shown
    from briefwright.store.workspace import Workspace

    workspace = Workspace.find()
    known = [name for name in workspace.article_ids() if workspace.facts_path(name).exists()]
    for article_id in ids or known:
        changed = workspace.align_facts(article_id)
        path = shown(workspace.facts_path(article_id))
        typer.echo(f"{'aligned' if changed else 'unchanged'}: {path}")
