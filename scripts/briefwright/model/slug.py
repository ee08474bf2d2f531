"""Names for folders and addresses."""

from __future__ import annotations

import hashlib
import unicodedata

MAX_SLUG = 60  # leaves room for ".facts.json" below the 143 bytes that encrypted disks allow

_RESERVED = {"con", "prn", "aux", "nul"} | {f"{p}{n}" for p in ("com", "lpt") for n in range(10)}


def slugify(text: str) -> str:
    """A lower-case name of letters, digits and single hyphens, at most 60 bytes, cut at a word.

    Letters of every script stay (titles in Greek or Japanese stay readable); accents fold away on
    Latin letters. A text without any letter or digit, or a name that Windows reserves, becomes
    `article-` and eight hex digits of its hash, so that two such titles still differ.
    """
    plain = unicodedata.normalize("NFC", text.replace("'", "").replace("’", "")).casefold()
    words = "".join(_fold(char) for char in plain).split()
    slug = _cut(words[0]) if words else ""
    for word in words[1:]:
        if len(f"{slug}-{word}".encode()) > MAX_SLUG:
            break
        slug = f"{slug}-{word}"
    if slug and slug not in _RESERVED:
        return slug
    return f"article-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _fold(char: str) -> str:
    """The character as it may stand in a slug: itself, its Latin base letters, or a space."""
    if char.isascii():
        return char if char.isalnum() else " "
    base = unicodedata.normalize("NFKD", char)
    if base[0].isascii():
        return "".join(c for c in base.casefold() if c.isascii() and c.isalnum())
    return char if char.isalnum() or unicodedata.category(char)[0] == "M" else " "


def _cut(word: str) -> str:
    return word.encode()[:MAX_SLUG].decode("utf-8", "ignore")
