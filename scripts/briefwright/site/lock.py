"""One build at a time in a workspace; the system drops the lock when the process ends."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from briefwright.errors import BuildError
from briefwright.store.files import shown, told

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


# What the two systems say of a lock that another process has.
_HELD = {errno.EAGAIN, errno.EACCES, errno.EDEADLK}


@contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Holds the lock file `path`.

    Raises:
        BuildError: B005, another process holds it.
        WorkspaceError: A008, the file can't be made or locked.
    """
    with told(path, "locked"):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    with file:
        with told(path, "locked"):
            try:
                _take(file)
            except OSError as error:
                if error.errno not in _HELD:
                    raise
                raise BuildError(
                    "B005",
                    at=shown(path),
                    saw="the lock of another build or serve",
                    fix="wait until it has ended",
                ) from error
        yield
