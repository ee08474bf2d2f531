"""What a source that is not text looks like, told from its first bytes."""

from __future__ import annotations

# First bytes and the words for them; from the formats' own specifications, as in file(1)'s magic.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an audio or video file"),
    (b"ID3", "an audio file"),
    (b"\xff\xfe", "UTF-16 text"),
    (b"\xfe\xff", "UTF-16 text"),
)
# Control characters that text files do hold: tab, line feed, vertical tab, form feed, return.
_TEXT_CONTROLS = b"\t\n\v\f\r"
_CONTROLS = bytes(set(range(0x20)) - set(_TEXT_CONTROLS)) + b"\x7f"


def signature_of(raw: bytes) -> str | None:
    """What `raw` is by its first bytes; None when they are no format's."""
    return next((words for signature, words in _SIGNATURES if raw.startswith(signature)), None)


def looks_like(raw: bytes) -> str | None:
    """What `raw` is when it is not text; None for text."""
    if words := signature_of(raw):
        return words
    if b"\0" in raw:
        return "binary data (it holds NUL bytes)"
    control = next((byte for byte in _CONTROLS if byte in raw), None)
    if control is not None:
        line = raw[: raw.index(control)].count(b"\n") + 1
        return f"text with the control character 0x{control:02x} in line {line}"
    return None
