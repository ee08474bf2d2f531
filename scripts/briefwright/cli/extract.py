"""`briefwright extract`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefwright.cli.output import note, print_json, remember_format, with_progress
from briefwright.cli.sources import STDIN, read_source

if TYPE_CHECKING:
    from briefwright.config import Settings
    from briefwright.model import Article, Facts

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf")


class ExtractFormat(StrEnum):
    """Where facts go: into the workspace, or to standard output."""

    text = "text"
    json = "json"
    jsonl = "jsonl"


def extract(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID|FILE",
            help="Articles of the workspace (all when left out); with --format json a file or -, "
            "with jsonl files or a folder.",
        ),
    ] = None,
    format: Annotated[
        ExtractFormat,
        typer.Option(
            "--format",
            callback=remember_format,
            help="text writes facts.yml; json prints one document, jsonl one line for each file.",
        ),
    ] = ExtractFormat.text,
    published: Annotated[
        str | None,
        typer.Option(help="Publication date of the files, such as 2025-01-28; with json or jsonl."),
    ] = None,
) -> None:
    """Find the facts of articles. What a person changed in facts.yml stays."""
    from briefwright.errors import UsageError

    if format is ExtractFormat.text:
        if published is not None:
            raise UsageError(
                "U001",
                at="--published",
                saw="an extraction into the workspace",
                wanted="--format json or jsonl with --published",
                fix="state `published` in the article's article.yml",
            )
        _into_workspace(targets)
        return
    if not targets or (format is ExtractFormat.json and len(targets) != 1):
        raise UsageError(
            "U001",
            at=f"--format {format}",
            saw=f"{len(targets or ())} files",
            wanted="one file or -" if format is ExtractFormat.json else "files or a folder",
            fix="name the file, or use --format jsonl for several",
        )
    _to_stdout(targets, published, one=format is ExtractFormat.json)


def _into_workspace(ids: list[str] | None) -> None:
    from briefwright.store.files import shown
    from briefwright.store.workspace import Workspace
    from briefwright.workflow import extract_into

    workspace = Workspace.find()
    if workspace.settings.engine == "none":
        note("engine: none in briefwright.yml leaves the facts to a person; nothing to do")
        return
    wanted = ids or list(workspace.article_ids())
    for done in with_progress(extract_into(workspace, wanted), len(wanted), "Extracting"):
        path = shown(workspace.facts_path(done.article.id))
        typer.echo(f"{'wrote' if done.written else 'unchanged'}: {path} ({_counts(done.facts)})")


def _counts(facts: Facts) -> str:
    from briefwright.model import KINDS

    counts = [(len(getattr(facts, kind)), kind.replace("_", " ")) for kind in KINDS]
    return ", ".join(f"{kind} {number}" for number, kind in counts if number) or "no facts"


def _to_stdout(targets: list[str], published: str | None, *, one: bool) -> None:
    from briefwright.extract import extract as run

    settings = _settings()
    paths = [path for target in targets for path in _files(target, one=one)]
    names = _ids(paths)
    for path in with_progress(paths, len(paths), "Extracting"):
        facts = run(_article(path, next(names), published, settings), settings.extract)
        print_json(facts.dump(), indent=2 if one else None)


def _ids(paths: Sequence[str]) -> Iterator[str | None]:
    """An id for the article of each file, made from the file's name; None for standard input.

    A name that stood before gets a number, so that each line of `jsonl` tells which file it is of.
    """
    from briefwright.model import slugify

    used: set[str] = set()
    for path in paths:
        base = name = slugify(Path(path).stem)
        number = 2
        while name in used:
            name, number = f"{base}-{number}", number + 1
        used.add(name)
        yield None if path == STDIN else name


def _files(target: str, *, one: bool) -> Iterator[str]:
    """The files that `target` means: itself, or the texts in a folder, sorted."""
    from briefwright.errors import IngestError

    folder = Path(target)
    if one or target == STDIN or not folder.is_dir():
        yield target
        return
    found = sorted(str(p) for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)
    if not found:
        raise IngestError(
            "I008",
            at=target,
            saw="a folder without texts",
            wanted=f"files that end in {', '.join(SUFFIXES)}",
            fix="name another folder, or the files",
        )
    yield from found


def _article(path: str, id: str | None, published: str | None, settings: Settings) -> Article:
    from briefwright.ingest.options import IngestOptions
    from briefwright.ingest.read import read_source as read_article

    limit = settings.limits.source_bytes
    stated = {"published": published} if published is not None else {}
    options = IngestOptions(stated=stated, id=id, max_bytes=limit)
    return read_article(*read_source(path, limit), options)


def _settings() -> Settings:
    """The workspace's settings where there is one, else the defaults."""
    from briefwright.config import default_settings
    from briefwright.errors import WorkspaceError
    from briefwright.store.workspace import Workspace

    try:
        return Workspace.find().settings
    except WorkspaceError as error:
        if error.code != "A001":
            raise
        return default_settings().settings
