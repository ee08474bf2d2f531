"""The new site takes the old one's place so that a reader finds one or the other, whole.

On Linux one system call exchanges the two folders (renameat2 with RENAME_EXCHANGE, since 3.15).
Elsewhere the old folder is moved aside and the new one in; a crash between the two leaves the old
one aside, and `recover` at the next build brings it back.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from briefwright.errors import BuildError
from briefwright.store.exchange import exchange
from briefwright.store.files import shown

PREVIOUS = "previous"
# Files that every MkDocs site has; a folder without them is somebody's, not a built site.
_SIGNS = ("404.html", "sitemap.xml")


def recover(live: Path, work: Path) -> bool:
    """Bring back the site that a crash left aside, and clear old leftovers; True when it did."""
    previous = work / PREVIOUS
    lost = previous.is_dir() and not live.exists()
    if lost:
        previous.rename(live)
    shutil.rmtree(previous, ignore_errors=True)
    return lost


def refuse_a_persons_folder(live: Path) -> None:
    """Raises B004 when `live` is a folder that MkDocs did not build."""
    if not live.exists():
        return
    if not live.is_dir() or (any(live.iterdir()) and not any((live / s).is_file() for s in _SIGNS)):
        raise BuildError(
            "B004",
            at=shown(live),
            saw="a file or folder that is no built site",
            wanted="the site's folder, or nothing",
            fix="move it elsewhere: the site goes there",
        )


def swap(new: Path, live: Path, work: Path) -> None:
    """Put the folder `new` in the place of `live`; all three must be on one file system."""
    previous = work / PREVIOUS
    if not live.exists():
        new.rename(live)
        return
    if exchange(new, live):
        new.rename(previous)
    else:
        live.rename(previous)
        new.rename(live)
    shutil.rmtree(previous)
