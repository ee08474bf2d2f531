"""MANIFEST.json of a bundle: the size and SHA-256 of every file, and of the list itself.

The list is written in one form only (sorted keys, two spaces, one line end), so that any byte
changed in it is found as well. It tells damage and tampering by the careless; who can change the
files can write a new list, so a reader who needs proof compares the bundle's own SHA-256 with one
from elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

NAME = "MANIFEST.json"
SCHEMA = 1
# Of a list that a stranger hands over; a bundle of ten thousand briefs has about 3 MB.
MAX_BYTES = 50_000_000
_KEYS = {"schema", "name", "version", "date", "files", "sha256"}


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its size in bytes and the SHA-256 of its bytes, in hexadecimal."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Inventory:
    """What a bundle holds.

    Attributes:
        name: the bundle's name, as in its file's.
        version: of the Briefwright that made it.
        date: the newest date of its input, as `2025-01-28`.
        files: each file by its path in the bundle, with `/`; all but the list itself.
    """

    name: str
    version: str
    date: str
    files: Mapping[str, Entry]


class NotAnInventory(Exception):
    """The bytes are no list that this program wrote; the message says why, for people."""


def entry(data: bytes) -> Entry:
    """The entry for a file with the bytes `data`."""
    return Entry(len(data), hashlib.sha256(data).hexdigest())


def dump(inventory: Inventory) -> bytes:
    """The list's bytes: the same for the same inventory, anywhere."""
    body = {
        "schema": SCHEMA,
        "name": inventory.name,
        "version": inventory.version,
        "date": inventory.date,
        "files": {
            path: {"bytes": found.bytes, "sha256": found.sha256}
            for path, found in sorted(inventory.files.items())
        },
    }
    return _written({**body, "sha256": hashlib.sha256(_written(body)).hexdigest()})


def load(data: bytes) -> Inventory:
    """The inventory in `data`.

    Raises:
        NotAnInventory: the bytes are damaged, changed, or never were such a list.
    """
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise NotAnInventory("it is not JSON") from error
    if not isinstance(body, dict) or set(body) != _KEYS or body["schema"] != SCHEMA:
        raise NotAnInventory("it does not have the keys of a bundle's list of files")
    try:
        files = dict(_entries(body["files"]))
        inventory = Inventory(str(body["name"]), str(body["version"]), str(body["date"]), files)
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise NotAnInventory("an entry for a file is wrong") from error
    if dump(inventory) != data:
        raise NotAnInventory("it was changed after it was written")
    return inventory


def safe(path: str) -> bool:
    """True for a path that stays inside a folder, on every system."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not (
        path.startswith("/") or ".." in parts or "\\" in path or ":" in path or "\0" in path
    )


def _entries(files: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, Entry]]:
    for path, found in files.items():
        size, digest = found["bytes"], found["sha256"]
        if not safe(path) or not isinstance(size, int) or not isinstance(digest, str):
            raise ValueError(path)
        yield path, Entry(size, digest)


def _written(body: Mapping[str, object]) -> bytes:
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
