"""`briefwright init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to make.")],
) -> None:
    """Make a new workspace with a small sample article; it builds at once."""
    from briefwright.ingest.starter import make_workspace

    workspace = make_workspace(folder)
    typer.echo(f"made {folder} with {len(workspace.article_ids())} sample article")
    typer.echo(f"next: cd {folder} && briefwright build")
