"""Names for folders and addresses."""

from __future__ import annotations

import hashlib
import unicodedata

MAX_SLUG = 60  # leaves room for ".facts.json" below the 143 bytes that encrypted disks allow

# Device names of Windows, and the name that makes a page the front of its folder in MkDocs.
_RESERVED = {"con", "prn", "aux", "nul", "index"} | {
    f"{port}{n}" for port in ("com", "lpt") for n in range(10)
}


def slugify(text: str) -> str:
    """A lower-case name of letters, digits and single hyphens, at most 60 bytes, cut at a word.

    Letters of every script stay (titles in Greek or Japanese stay readable) with the marks they
    need; accents fold away on Latin letters, and characters without a shape are left out. A text
    without any letter or digit, or a name that is reserved, becomes `article-` and eight hex digits
    of its hash, so that two such titles still differ. A slug is its own slug.
    """
    plain = unicodedata.normalize("NFC", text.replace("'", "").replace("’", "")).casefold()
    words = "".join(_fold(plain)).split()
    slug = _cut(words[0], MAX_SLUG) if words else ""
    for word in words[1:]:
        if len(f"{slug}-{word}".encode()) > MAX_SLUG:
            break
        slug = f"{slug}-{word}"
    if slug and slug not in _RESERVED:
        return slug
    return f"article-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def numbered(slug: str, number: int) -> str:
    """`slug` with a number behind it, as a slug: a long one is cut to make room."""
    tail = f"-{number}"
    return _cut(slug, MAX_SLUG - len(tail)).rstrip("-") + tail


def _fold(text: str) -> list[str]:
    """Each character as it may stand in a slug: itself, its Latin base letters, or a space."""
    folded: list[str] = []
    letter = False  # a letter that takes marks stands before
    for char in text:
        kind = unicodedata.category(char)
        base = unicodedata.normalize("NFKD", char)
        if kind == "Cf":  # joiners, soft hyphens, marks of direction: they have no shape
            continue
        if kind[0] == "M":
            if letter:
                folded.append(char)
        elif base[0].isascii():
            folded.append("".join(c for c in base.casefold() if c.isascii() and c.isalnum()) or " ")
            letter = False
        else:
            letter = char.isalnum()
            folded.append(char if letter else " ")
    return folded


def _cut(word: str, size: int) -> str:
    """The most whole characters of `word` that fit into `size` bytes."""
    return word.encode()[:size].decode("utf-8", "ignore")
