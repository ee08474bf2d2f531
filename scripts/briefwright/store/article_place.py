"""Where a new article goes: a folder of its own under `articles/`, which appears whole or never."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefwright.errors import IngestError, WorkspaceError
from briefwright.model import Article
from briefwright.model.slug import numbered
from briefwright.store.article_file import METADATA_FILE, SOURCE_FILES, TEXT_FILE, article_yaml
from briefwright.store.files import shown, write_bytes, write_text
from briefwright.store.lock import waiting_lock
from briefwright.store.workspace import Workspace

_STAGING = ".adding-"
_LOCK = ".briefwright/articles.lock"


@contextmanager
def placing(workspace: Workspace) -> Iterator[None]:
    """Holds `articles/` for one process; what an `add` that was cut off has left there is removed.

    Two processes that add at once can't take one id, nor add one text twice.

    Raises:
        WorkspaceError: A008, `articles/` leads out of the workspace, or can't be locked.
    """
    folder = workspace.articles_folder
    if not folder.resolve().is_relative_to(workspace.root.resolve()):
        raise WorkspaceError(
            "A008",
            at=shown(folder),
            saw=f"a link that leads out of the workspace, to {folder.resolve()}",
            wanted="a folder of the workspace",
            fix="put a folder in place of the link",
        )
    with waiting_lock(workspace.root / _LOCK):
        # Who holds the lock is the only one at work, so these are nobody's any more.
        for left in folder.glob(f"{_STAGING}*"):
            shutil.rmtree(left, ignore_errors=True)
        yield


def free_id(workspace: Workspace, wanted: str, *, chosen: bool) -> str:
    """`wanted`, or with a number behind it when another folder has that name.

    Raises:
        IngestError: I007, it is taken and a person has chosen it.
    """
    # As disks compare that do not tell A from a.
    taken = {path.name.casefold() for path in workspace.articles_folder.glob("*")}
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
    while numbered(wanted, number) in taken:
        number += 1
    return numbered(wanted, number)


def put(folder: Path, article: Article, raw: bytes) -> None:
    """Write the article beside its place and move it there.

    Raises:
        WorkspaceError: A008, the folder can't be written.
    """
    staging = folder / f"{_STAGING}{secrets.token_hex(4)}"
    source = SOURCE_FILES[article.format]
    try:
        write_bytes(staging / source, raw)
        write_text(staging / TEXT_FILE, article.text)
        write_text(staging / METADATA_FILE, article_yaml(article, source, raw))
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
