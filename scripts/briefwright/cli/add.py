"""`briefwright add`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from briefwright.ingest.add import AddResult

STDIN = "-"
STDIN_NAME = "standard input"
# One value can't be right for several sources.
_ONE_SOURCE_ONLY = ("id", "title", "url")
# Their absence is nothing to look into.
_TOLD_WHEN_STATED = ("url", "language")


def add(
    files: Annotated[list[str], typer.Argument(help="Text or Markdown files; - reads stdin.")],
    *,
    title: Annotated[str | None, typer.Option(help="The article's title.")] = None,
    published: Annotated[
        str | None, typer.Option(help="Its publication date, such as 2025-01-28.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Its address.")] = None,
    source: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[str | None, typer.Option(help="Who wrote it.")] = None,
    language: Annotated[str | None, typer.Option(help="Its language, such as en.")] = None,
    id: Annotated[
        str | None, typer.Option(help="Its folder's name; else made from the title.")
    ] = None,
    markdown: Annotated[
        bool | None,
        typer.Option("--markdown/--plain", help="What the source is; else told by its name."),
    ] = None,
) -> None:
    """Take articles into the workspace. A text that is there already changes nothing."""
    from briefwright.errors import UsageError
    from briefwright.ingest.add import add_article
    from briefwright.ingest.text import IngestOptions
    from briefwright.store.workspace import Workspace

    stated = {
        "title": title, "published": published, "url": url, "source": source, "author": author,
        "language": language,
    }  # fmt: skip
    given = [key for key in _ONE_SOURCE_ONLY if (stated | {"id": id})[key] is not None]
    if len(files) > 1 and given:
        raise UsageError(
            "U001",
            at=f"--{given[0]}",
            saw=f"{len(files)} files",
            wanted=f"one file with --{given[0]}",
            fix="add the files one by one",
        )
    workspace = Workspace.find()
    options = IngestOptions(
        stated={key: value for key, value in stated.items() if value is not None},
        id=id,
        format=None if markdown is None else "markdown" if markdown else "text",
    )
    for file in files:
        raw, name = read_source(file, workspace.settings.limits.source_bytes)
        _tell(add_article(workspace, raw, name, options))


def read_source(file: str, limit: int) -> tuple[bytes, str]:
    """(bytes, name) of a source; not more than a byte over `limit`, which ingest then refuses.

    Raises:
        IngestError: I008, the file can't be read.
    """
    from briefwright.errors import IngestError

    if file == STDIN:
        return sys.stdin.buffer.read(limit + 1), STDIN_NAME
    try:
        with Path(file).open("rb") as source:
            return source.read(limit + 1), file
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise IngestError(
            "I008",
            at=file,
            saw=reason.lower(),
            wanted="a file that can be read",
            fix="check the path and its permissions",
        ) from error


def _tell(result: AddResult) -> None:
    article = result.article
    if result.status == "unchanged":
        typer.echo(f"unchanged: articles/{article.id} has this text already")
        return
    typer.echo(f"added articles/{article.id} ({len(article.text.split()):,} words)")
    for key in ("title", "published", "author", "source", *_TOLD_WHEN_STATED):
        stated = getattr(article.metadata, key)
        said = f"{stated.value} (from: {stated.origin})" if stated else "unknown"
        if stated or key not in _TOLD_WHEN_STATED:
            typer.echo(f"  {key + ':':<10} {said}")
