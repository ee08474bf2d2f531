"""A folder of its own for the site that is being built."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def staging_folder(work: Path, name: str = "next") -> Iterator[Path]:
    """A folder for the new site; gone afterwards, and so is what earlier builds left behind.

    Each build has its own: the MkDocs of a build that was killed may still be writing.
    """
    for left in work.glob(f"{name}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = work / f"{name}-{secrets.token_hex(4)}"
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
