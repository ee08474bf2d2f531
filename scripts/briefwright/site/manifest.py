"""Which files below docs/ are the program's: it rewrites and removes those and no others.

The manifest (`docs/.briefwright-manifest.json`; MkDocs leaves hidden files out) holds the SHA-256
of each file as it was written. A file whose hash is another one was changed by a person, and
nothing of a person's is ever overwritten or removed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from briefwright.errors import BuildError
from briefwright.store.files import read_bytes, remove_cut_off, shown, write_bytes, write_text

NAME = ".briefwright-manifest.json"
# Hashes of one file: what it holds, or during a write what it may hold.
Hashes = Mapping[str, list[str]]


@dataclass(frozen=True, slots=True)
class Changes:
    """What a build did to docs/, as paths below it."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def update(docs: Path, files: Mapping[str, bytes]) -> Changes:
    """Make the program's part of `docs` exactly `files`; unchanged files are not touched.

    Raises:
        BuildError: B004, a person's file stands in the way, or one of the program's was changed by
            hand. Nothing is written then.
        WorkspaceError: A008, a file can't be read or written.
    """
    refuse_a_persons_pages(docs, files)
    old = _load(docs)
    remove_cut_off(docs / path for path in (*files, *old, NAME))
    gone = sorted(path for path in old if path not in files)
    new = {path: [_hash(data)] for path, data in files.items()}
    # A build that is killed half-way leaves files of both kinds; the next one knows them all.
    _save(docs, {path: sorted({*old.get(path, []), *new.get(path, [])}) for path in {*old, *new}})
    written = [path for path, data in sorted(files.items()) if write_bytes(docs / path, data)]
    removed = [path for path in gone if _remove(docs, path)]
    _save(docs, new)
    return Changes(tuple(written), tuple(removed))


def refuse_a_persons_pages(docs: Path, files: Mapping[str, bytes]) -> None:
    """Raises B004 when a person's file stands where one of `files` goes, or changed one of ours."""
    old = _load(docs)
    for path in sorted({*files, *old}):
        _refuse_a_persons(docs, path, files.get(path), old.get(path, []))


def generated(docs: Path) -> set[str]:
    """The paths below `docs` that the program wrote."""
    return {*_load(docs), NAME}


def _refuse_a_persons(docs: Path, path: str, wanted: bytes | None, known: list[str]) -> None:
    file = docs / path
    if not file.is_file():
        return
    data = read_bytes(file)
    if data == wanted or _hash(data) in known:
        return
    raise BuildError(
        "B004",
        at=shown(file),
        saw="a page changed by hand since it was built" if known else "a page that is not ours",
        wanted="the page as briefwright wrote it, or none",
        fix="move your text to a page of your own or to templates/, then delete this file",
    )


def _load(docs: Path) -> dict[str, list[str]]:
    path = docs / NAME
    if not path.is_file():
        return {}
    try:
        files = json.loads(read_bytes(path))["files"]
        return {str(name): _hashes(hashes) for name, hashes in files.items() if _inside(str(name))}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BuildError(
            "B004",
            at=shown(path),
            saw="a damaged list of the generated pages",
            fix="restore it from version control, or delete it and the pages of docs/briefs and "
            "docs/articles",
        ) from error


def _hashes(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        raise TypeError("hashes are a string or a list")
    return [str(item) for item in value]


def _inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts


def _save(docs: Path, files: Hashes) -> None:
    shown_files = {
        path: hashes[0] if len(hashes) == 1 else hashes for path, hashes in sorted(files.items())
    }
    text = json.dumps({"schema": 1, "files": shown_files}, indent=1, ensure_ascii=False)
    write_text(docs / NAME, text + "\n")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remove(docs: Path, path: str) -> bool:
    """Remove a generated file, and its folder when that was the last one in it."""
    file = docs / path
    if not file.is_file():
        return False
    file.unlink()
    for folder in file.relative_to(docs).parents:
        if folder.parts and not any((docs / folder).iterdir()):
            (docs / folder).rmdir()
    return True
