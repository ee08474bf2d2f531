"""Notices when a person changes what the site is made from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefwright.site.manifest import generated

FOLDERS = ("articles", "briefs", "docs", "templates")
FILES = ("mkdocs.yml", "briefwright.yml")

Fingerprint = dict[str, tuple[int, int]]


def fingerprint(root: Path) -> Fingerprint:
    """Modification time and size of each input of the site.

    Generated pages are left out: a build writes them, and must not start the next one.
    """
    docs = root / "docs"
    ours = {docs / path for path in generated(docs)}
    found: Fingerprint = {}
    for path in _inputs(root):
        if path in ours:
            continue
        try:
            stat = path.stat()
        except FileNotFoundError:  # an editor replaces files by removing them first
            continue
        found[str(path)] = (stat.st_mtime_ns, stat.st_size)
    return found


def _inputs(root: Path) -> Iterator[Path]:
    yield from (root / name for name in FILES)
    for folder in FOLDERS:
        for path in (root / folder).rglob("*"):
            hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
            if not hidden and not path.is_dir():
                yield path
