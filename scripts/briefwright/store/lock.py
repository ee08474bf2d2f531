"""One process at a time; the system drops the lock when the process ends, however it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from briefwright.errors import WorkspaceError
from briefwright.store.files import shown

if sys.platform == "win32":
    import msvcrt

    def _wait(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
else:
    import fcntl

    def _wait(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def waiting_lock(path: Path) -> Iterator[None]:
    """Holds the lock file `path`, after waiting for who holds it.

    Raises:
        WorkspaceError: A008, the file can't be made or locked.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    except OSError as error:
        raise _cannot(path, error) from error
    with file:
        try:
            _wait(file)
        except OSError as error:
            raise _cannot(path, error) from error
        yield


def _cannot(path: Path, error: OSError) -> WorkspaceError:
    return WorkspaceError(
        "A008",
        at=shown(path),
        saw=(error.strerror or type(error).__name__).lower(),
        wanted="a file that can be locked",
        fix="check the path, its permissions and the free space on the disk",
    )
