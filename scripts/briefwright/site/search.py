"""Search in a site that is opened from a folder on disk."""

from __future__ import annotations

from pathlib import Path

from briefwright.store.files import read_bytes, write_bytes

FOLDER = "search"
INDEX = "search_index.json"
SCRIPT = "search_index.js"
# The name under which Material's script looks for the index when the page's address is file://.
_VARIABLE = b"var __index = "


def search_from_disk(site: Path) -> None:
    """Put the search index of the built `site` into a script as well.

    A page on file:// may load a script but not a JSON file. Pages on the web never ask for the
    script, so it costs their readers nothing. A site without a search index stays as it is.

    Raises:
        WorkspaceError: A008, a file can't be read or written.
    """
    index = site / FOLDER / INDEX
    if index.is_file():
        write_bytes(index.with_name(SCRIPT), _VARIABLE + read_bytes(index) + b"\n")
