"""One build at a time in a workspace; the system drops the lock when the process ends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from briefwright.errors import BuildError
from briefwright.store.files import shown

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Holds the lock file `path`.

    Raises:
        BuildError: B005, another process holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        try:
            _take(file)
        except OSError as error:
            raise BuildError(
                "B005", at=shown(path), saw="the lock of a build", fix="wait until it has ended"
            ) from error
        yield
