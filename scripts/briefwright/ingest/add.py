"""A source into the workspace's `articles/`, in one move."""

from __future__ import annotations

import secrets
import shutil
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from briefwright.errors import IngestError, WorkspaceError
from briefwright.ingest.text import IngestOptions, read_text
from briefwright.model import Article
from briefwright.store.article_file import METADATA_FILE, TEXT_FILE, article_yaml, read_article_file
from briefwright.store.files import shown, write_bytes, write_text
from briefwright.store.workspace import Workspace

_STAGING = ".adding-"
_STALE_SECONDS = 3600  # no `add` takes an hour; a younger folder may be another one at work


@dataclass(frozen=True)
class AddResult:
    """What `add_article` did: `unchanged` means that the same text stands there already."""

    status: Literal["added", "unchanged"]
    article: Article


def add_article(
    workspace: Workspace, raw: bytes, name: str, options: IngestOptions | None = None
) -> AddResult:
    """Make an article of `raw` and put it into `articles/<id>/`.

    The folder appears whole or not at all. A text that an article has already changes nothing,
    whatever its id.

    Args:
        workspace: where to.
        raw: the source's bytes; they are kept beside the article as they are.
        name: the source's file name.
        options: what a person says about it.

    Raises:
        IngestError: as `read_text`; I007 when the id that a person chose is another article's.
        WorkspaceError: A008, the folder can't be written.
    """
    options = options or IngestOptions()
    limit = workspace.settings.limits.source_bytes
    article = read_text(raw, name, replace(options, max_bytes=limit))
    for known in workspace.article_ids():
        if read_article_file(workspace.articles_folder / known).sha256 == article.sha256:
            return AddResult("unchanged", workspace.article(known))
    article = replace(article, id=_free_id(workspace, article.id, chosen=options.id is not None))
    _put(workspace.articles_folder, article, raw)
    return AddResult("added", article)


def _free_id(workspace: Workspace, wanted: str, *, chosen: bool) -> str:
    taken = {path.name for path in workspace.articles_folder.glob("*")}
    if wanted not in taken:
        return wanted
    if chosen:
        raise IngestError(
            "I007",
            at="--id",
            saw=repr(wanted),
            wanted="an id that no article has",
            fix="choose another --id, or remove the folder of the other article",
        )
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def _put(folder: Path, article: Article, raw: bytes) -> None:
    """Write the article beside its place and move it there."""
    _clear_staging(folder)
    staging = folder / f"{_STAGING}{secrets.token_hex(4)}"
    source = "source.md" if article.markdown else "source.txt"
    try:
        write_bytes(staging / source, raw)
        write_text(staging / TEXT_FILE, article.text)
        write_text(staging / METADATA_FILE, article_yaml(article, source))
        staging.rename(folder / article.id)
    except OSError as error:
        raise WorkspaceError(
            "A008",
            at=shown(folder / article.id),
            saw=(error.strerror or type(error).__name__).lower(),
            wanted="a folder that can be made",
            fix="check the path, its permissions and the free space on the disk",
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _clear_staging(folder: Path) -> None:
    """Remove what an `add` that was cut off has left; nothing else looks at such folders."""
    for left in folder.glob(f"{_STAGING}*"):
        if time.time() - left.stat().st_mtime > _STALE_SECONDS:
            shutil.rmtree(left, ignore_errors=True)
