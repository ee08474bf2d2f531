"""Reading and writing files: whole or not at all, and every failure a `WorkspaceError` A008."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from briefwright.errors import WorkspaceError

# The file beside another in which that one is written anew; a name has at most 255 bytes.
_BESIDE = re.compile(r"\.(.+)\.[0-9a-f]{8}\.tmp")
_LONGEST = 80


def shown(path: Path) -> str:
    """`path` as messages name it: relative to the current folder when it lies below it."""
    try:
        return str(path.absolute().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def read_bytes(path: Path, *, limit: int | None = None) -> bytes:
    """The file's bytes; with `limit`, at most one byte more than that, so that callers can tell.

    Raises:
        WorkspaceError: A008, for a folder, a missing or an unreadable file.
    """
    with told(path, "read"), path.open("rb") as file:
        return file.read() if limit is None else file.read(limit + 1)


def write_text(path: Path, text: str) -> bool:
    """Write `text` as UTF-8 in one move; False when the same text stands there already.

    A reader sees the old file or the new one, never a part: the bytes go to a file beside it, to
    the disk, and then take its place. The file's permissions stay.

    Raises:
        WorkspaceError: A008 (no permission, no space, a folder in the way); nothing is changed.
    """
    return write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> bool:
    """As `write_text`, for bytes."""
    with told(path, "written"):
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name[:_LONGEST]}.{secrets.token_hex(4)}.tmp")
        try:
            _write_and_sync(beside, data, mode=_mode(path))
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        return True


def remove_cut_off(paths: Iterable[Path]) -> None:
    """Remove what writing any of `paths` left beside it when the program was killed.

    Raises:
        WorkspaceError: A008, a file can't be removed.
    """
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault(path.parent, set()).add(path.name[:_LONGEST])
    for folder in filter(Path.is_dir, names):
        for left in folder.iterdir():
            match = _BESIDE.fullmatch(left.name)
            if match and match[1] in names[folder]:
                with told(left, "removed"):
                    left.unlink()


def _mode(path: Path) -> int | None:
    return path.stat().st_mode & 0o777 if path.exists() else None


def _write_and_sync(path: Path, data: bytes, *, mode: int | None) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        path.chmod(mode)


@contextmanager
def told(path: Path, done: str) -> Iterator[None]:
    """Turn an `OSError` into words about `path`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise WorkspaceError(
            "A008",
            at=shown(path),
            saw=reason.lower(),
            wanted=f"a file that can be {done}",
            fix="check the path, its permissions and the free space on the disk",
        ) from error
