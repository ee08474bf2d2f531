"""A new version of an article in the place of the old one, which is kept under `versions/`.

The new folder is made whole beside the old one, and the two change places in one step (see
`store.exchange`). Where the system can't do that, the old folder is moved aside first; `recover`
brings it back when the program was cut off between the two.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from pathlib import Path

from briefwright.errors import WorkspaceError
from briefwright.store.changes_file import CHANGES_FILE
from briefwright.store.exchange import exchange
from briefwright.store.files import shown, write_bytes

VERSIONS = "versions"
# Twelve digits tell 16 million versions apart with a chance of error below one in a million.
SHORT = 12
# `store.article_place` clears folders of this name when nobody holds the lock.
_STAGING = ".adding-"
_ASIDE = ".replaced-"


def recover(articles: Path) -> None:
    """Bring back folders that an update has moved aside before it was cut off."""
    for aside in articles.glob(f"{_ASIDE}*"):
        live = articles / aside.name.removeprefix(_ASIDE)
        if live.exists():
            shutil.rmtree(aside, ignore_errors=True)
        else:
            aside.rename(live)


def put_version(folder: Path, sha256: str, files: Mapping[str, bytes], gone: str | None) -> None:
    """Put `files` into the article's `folder`; what stood there goes to `versions/` as well.

    Files of a person's own stay. A reader finds the whole old folder or the whole new one.

    Args:
        folder: the article's.
        sha256: of the old text; its first digits name the version.
        files: the new files by name.
        gone: a file of the old version that the new one does not have.

    Raises:
        WorkspaceError: A008, a file can't be read or written.
    """
    staging = folder.parent / f"{_STAGING}{secrets.token_hex(4)}"
    try:
        shutil.copytree(folder, staging, symlinks=True)
        version = staging / VERSIONS / sha256[:SHORT]
        shutil.rmtree(version, ignore_errors=True)
        shutil.copytree(
            folder, version, symlinks=True, ignore=shutil.ignore_patterns(VERSIONS, CHANGES_FILE)
        )
        if gone is not None:
            (staging / gone).unlink(missing_ok=True)
        for name, data in files.items():
            write_bytes(staging / name, data)
        _take_place(staging, folder)
    except (OSError, shutil.Error) as error:
        raise WorkspaceError(
            "A008",
            at=shown(folder),
            saw=(getattr(error, "strerror", None) or type(error).__name__).lower(),
            wanted="a folder that can be copied and replaced",
            fix="check the path, its permissions and the free space on the disk",
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _take_place(new: Path, live: Path) -> None:
    if exchange(new, live):
        return
    aside = live.with_name(f"{_ASIDE}{live.name}")
    live.rename(aside)
    new.rename(live)
    shutil.rmtree(aside, ignore_errors=True)
