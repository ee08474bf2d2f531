"""A content security policy in every page: what a browser may load and run there.

It is the second wall. The first is that outside text is never markup (`compose.escape`); should
that ever fail, the browser still runs no script but the site's files and the theme's own inline
scripts. `docs/explanation/security.md` says what is allowed and why.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from briefwright.site.theme_scripts import theme_scripts
from briefwright.store.files import read_bytes, told

# On a disk `'self'` is the folder's files in one browser and nothing in another, which take
# `file:`; a page on the web may not load from a disk anyway.
_FILES = "'self' file:"
# How Python-Markdown aligns the columns of a table that a person wrote.
_ALIGNMENTS = ("text-align: left;", "text-align: center;", "text-align: right;")
# An encoding has to be said in a page's first 1,024 bytes, so the policy stands behind it, and
# before everything else, since it holds for what follows it only.
_HEAD = re.compile(rb"<head>\s*(?:<meta charset=[^>]*>)?")
_INLINE = re.compile(
    rb"<script(?P<attributes>[^<>]*)>(?P<text>(?:(?!</?script).)*)</script",
    re.DOTALL | re.IGNORECASE,
)
_META = '<meta http-equiv="Content-Security-Policy" content="'
_OWN = re.compile(re.escape(_META.encode()) + rb'[^">]*?; script-src (?P<scripts>[^;">]*);')
_SOURCE = re.compile(r"'sha256-[A-Za-z0-9+/=]+'")
_NO_CODE = re.compile(rb"(?i)\ssrc\s*=|\stype\s*=\s*[\"']?application/(?:ld\+)?json")


def add_policies(site: Path, *, root: Path, docs: Path) -> tuple[str, ...]:
    """Put its policy into each page that MkDocs made of Markdown.

    Args:
        site: the built site.
        root: the workspace.
        docs: what the site was built from; HTML files that were copied from there stay as they are.

    Returns:
        the pages with an inline script that is none of the theme's, and that will not run.

    Raises:
        WorkspaceError: A008, a file can't be read or written.
    """
    trusted = theme_scripts(root)
    odd = []
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site)
        page = read_bytes(path)
        head = _HEAD.search(page)
        if head is None or (docs / name).is_file():
            continue
        allowed = _allowed(page, trusted)
        if any(script not in allowed for script in inline_scripts(page)):
            odd.append(name.as_posix())
        with told(path, "written"):  # unlike a person's file, it needs no way back
            path.write_bytes(page[: head.end()] + _meta(allowed) + page[head.end() :])
    return tuple(odd)


def trusted_scripts(page: bytes) -> set[str]:
    """The sources of inline scripts that the page's own policy names, as `'sha256-...'`."""
    own = _OWN.search(page)
    return set(_SOURCE.findall(own["scripts"].decode())) if own is not None else set()


def inline_scripts(page: bytes) -> Iterator[bytes]:
    """The scripts that stand in the page itself."""
    return (
        match["text"]
        for match in _INLINE.finditer(page)
        if not _NO_CODE.search(match["attributes"])
    )


def sources(scripts: Iterable[bytes]) -> list[str]:
    """How a policy names these scripts: by their SHA-256."""
    digests = (base64.b64encode(hashlib.sha256(text).digest()).decode() for text in scripts)
    return sorted(f"'sha256-{digest}'" for digest in digests)


def _allowed(page: bytes, trusted: Sequence[re.Pattern[bytes]]) -> set[bytes]:
    scripts = {*inline_scripts(page)}
    return {text for text in scripts if any(pattern.fullmatch(text) for pattern in trusted)}


def _meta(scripts: set[bytes]) -> bytes:
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_FILES} {' '.join(sources(scripts))}".rstrip(),
            f"style-src {_FILES}",
            f"style-src-attr 'unsafe-hashes' {' '.join(sources(a.encode() for a in _ALIGNMENTS))}",
            f"img-src {_FILES} data:",
            f"font-src {_FILES}",
            f"media-src {_FILES}",
            "connect-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return f'{_META}{policy}">'.encode()
