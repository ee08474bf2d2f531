"""Bytes into characters: marks first, then UTF-8, then what is declared, then detection."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from briefwright.errors import IngestError
from briefwright.ingest.magic import looks_like
from briefwright.store.yaml import load_yaml

# In this order, as UTF-32's mark begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_LAST_RESORT = "cp1252"
# `<meta charset=...>`, `<meta http-equiv ... content="text/html; charset=...">`, and the XML
# declaration. Browsers look through 1,024 bytes (HTML Standard, section 13.2.3.2); pages put more
# before it.
_DECLARED = re.compile(
    rb"<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})",
    re.IGNORECASE,
)
# More replaced characters than this share, and the encoding is another one.
_MOST_REPLACED = 0.01
# What detection looks at; enough for any language.
_SAMPLE = 100_000
# Fewer bytes outside ASCII do not tell one single-byte encoding from another.
_TELLING_BYTES = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the Python codec they came by, and how many bytes it does not know."""

    text: str
    encoding: str
    replaced: int = 0


def marked(raw: bytes) -> str | None:
    """The encoding that a byte order mark tells; None without one."""
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def decoded_head(raw: bytes) -> str:
    """The first characters of `raw`, good enough to look at what it begins with."""
    return raw[:_HEAD].decode(marked(raw) or "utf-8", "replace").lstrip("\ufeff")


def decode_page(raw: bytes, name: str, charset: str | None = None) -> Decoded:
    """A page's characters. Bytes that its encoding does not know become U+FFFD and are counted.

    Valid UTF-8 is UTF-8 whatever is declared: other encodings as good as never look like it.
    Labels mean what they mean to a browser, so that `iso-8859-1` is Windows-1252.

    Raises:
        IngestError: I010, more than one character in a hundred is unknown in every encoding that
            is declared or detected.
    """
    declared = [codec for codec in (_codec(charset), _codec(_declared(raw))) if codec]
    if (by_mark := marked(raw)) is not None:
        choices = [by_mark]
    elif any(codec in _seven_bit() for codec in declared):
        choices = declared
    else:
        choices = ["utf-8", *declared]
    best: Decoded | None = None
    for codec in choices:
        found = _replacing(raw, codec)
        if not found.replaced:
            return found
        # A declared UTF-8 with a few bad bytes is still UTF-8; an undeclared one is not.
        if (codec in declared or by_mark) and (best is None or found.replaced < best.replaced):
            best = found
    if best is None or _mostly_unknown(best):
        other = _replacing(raw, detected(raw) or _LAST_RESORT)
        best = other if best is None or other.replaced < best.replaced else best
    if _mostly_unknown(best):
        raise IngestError(
            "I010",
            at=name,
            saw=f"{best.replaced:,} bytes that are not {best.encoding}",
            wanted="a page in the encoding that it declares",
            fix="save the page as UTF-8",
        )
    return best


def decode_text(raw: bytes, name: str, charset: str | None = None) -> Decoded:
    """A plain text's characters; every byte must be known.

    Without a mark or a declared charset it is UTF-8, or Windows-1252 when enough bytes say so.

    Raises:
        IngestError: I002, it is not text; I003, it is not UTF-8 and nothing tells what it is; I010,
            it is not in the encoding that its mark or `charset` tells.
    """
    told = marked(raw) or _codec(charset)
    if told not in {None, "utf-8"}:
        try:
            return Decoded(_checked_text(raw.decode(told or ""), name), told or "")
        except UnicodeDecodeError as error:
            raise IngestError(
                "I010",
                at=name,
                saw=f"bytes at offset {error.start} that are not {told}",
                wanted=f"text in {told}",
                fix="save the source as UTF-8",
            ) from error
    if (kind := looks_like(raw)) is not None:
        raise _no_text(name, kind)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if (western := western_text(raw)) is not None:
            return Decoded(western, _LAST_RESORT)
        line = raw[: error.start].count(b"\n") + 1
        raise IngestError(
            "I003",
            at=f"{name}:{line}",
            saw=f"the byte 0x{raw[error.start]:02x} at offset {error.start}",
            wanted="text in UTF-8",
            fix="save the source as UTF-8",
        ) from error


def detected(raw: bytes) -> str | None:
    """The likeliest codec of undeclared bytes; None when nothing tells."""
    if western_text(raw) is not None:
        return _LAST_RESORT
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    return None if best is None else _codec(best.encoding)


def western_text(raw: bytes) -> str | None:
    """`raw` as Windows-1252 when nothing in it speaks against that; else None.

    Statistical detection takes short texts for anything (measured: "Grüße aus Köln" for Mac
    Turkish), so this goes by what other encodings can't look like: only Western letters and
    typographic marks, no capital after a small letter, no mark but an apostrophe or a dash inside a
    word, and no run of letters outside ASCII, which is how Cyrillic and Greek come out.
    """
    try:
        text = raw.decode(_LAST_RESORT)
    except UnicodeDecodeError:
        return None
    special = {char for char in text if not char.isascii()}
    letters, marks = set(_table()["western_letters"]), set(_table()["western_marks"])
    if not special <= letters | marks or text.count("\xad"):
        return None
    if sum(not char.isascii() for char in text) < _TELLING_BYTES:
        return None
    return None if _unlikely().search(text) else text


@cache
def _unlikely() -> re.Pattern[str]:
    letters = "".join(_table()["western_letters"])
    capitals = "".join(char for char in letters if char.isupper())
    inside = "".join(set(_table()["western_marks"]) - set("’–—·"))
    return re.compile(
        rf"[a-z][{capitals}]|[A-Za-z{letters}][{re.escape(inside)}][A-Za-z{letters}]"
        rf"|[{letters}]{{3}}"
    )


def _checked_text(text: str, name: str) -> str:
    if (kind := looks_like(text.lstrip("\ufeff").encode("utf-8", "surrogatepass"))) is not None:
        raise _no_text(name, kind)
    return text


def _no_text(name: str, kind: str) -> IngestError:
    return IngestError(
        "I002", at=name, saw=kind, wanted="text in UTF-8", fix="save the article as text"
    )


def _replacing(raw: bytes, codec: str) -> Decoded:
    text = raw.decode(codec, "replace")
    return Decoded(text, codec, text.count("\ufffd"))


def _mostly_unknown(found: Decoded) -> bool:
    return found.replaced > max(1, _MOST_REPLACED * len(found.text))


def _declared(raw: bytes) -> str | None:
    match = _DECLARED.search(raw[:_HEAD])
    return match[1].decode("ascii", "ignore") if match else None


def _codec(label: str | None) -> str | None:
    """The Python codec that browsers take for `label`; None for a label they do not know."""
    if label is None:
        return None
    plain = re.sub(r"[\s_]", "-", label.strip().strip("\"'").lower())
    known: dict[str, str] = _table()["codecs"]
    if plain in known:
        return known[plain]
    try:
        name = codecs.lookup(plain).name
    except (LookupError, ValueError):
        return None
    return name if name in known.values() else known.get(name.replace("_", "-"))


def _seven_bit() -> set[str]:
    return set(_table()["seven_bit"])


@cache
def _table() -> dict[str, Any]:
    name = "encodings.yml"
    data: dict[str, Any] = load_yaml(files(__package__).joinpath(name).read_bytes(), name).data
    return data
