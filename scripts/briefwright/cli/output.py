"""What commands share: output formats, progress and lines on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import typer

T = TypeVar("T")


class Format(StrEnum):
    """How a command prints its result."""

    text = "text"
    json = "json"


def remember_format(ctx: typer.Context, value: Any) -> Any:
    """Tell the door that errors too are to be printed as JSON."""
    if ctx.obj is not None:
        ctx.obj.json = str(value).startswith("json")
    return value


FormatOption = Annotated[
    Format,
    typer.Option("--format", callback=remember_format, help="text for people, json for programs."),
]


def print_json(data: Any, *, indent: int | None = 2) -> None:
    """`data` on standard output, as UTF-8 text rather than escapes."""
    import json

    # A file name may hold bytes that are no characters; their escapes are JSON's own.
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    typer.echo(text.encode("utf-8", "backslashreplace").decode("utf-8"))


def one_line(text: str) -> str:
    """`text` for a terminal: what could move the cursor or can't be encoded is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def note(text: str) -> None:
    """A line for the person at the terminal; standard output stays for results."""
    typer.echo(text, err=True)


def with_progress(items: Iterable[T], total: int, words: str) -> Iterator[T]:
    """`items`, with a bar on a terminal when there is something to wait for."""
    if total < 2 or not sys.stderr.isatty():  # noqa: PLR2004 - one item needs no bar
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress

    # Rich would send what is printed meanwhile to the bar's stream, so a pipe would stay empty.
    with Progress(
        *Progress.get_default_columns(),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=sys.stdout.isatty(),
    ) as progress:
        yield from progress.track(items, total=total, description=words)
