"""The words of a PDF page with their places, as a reader sees the page.

Coordinates are points on the upright page: x grows to the right, y upwards.
"""

from __future__ import annotations

import ctypes
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

# Text render modes that paint nothing (ISO 32000-1, table 106): 3 neither fills nor strokes, 7 only
# clips. OCR programs put their text below a scan in mode 3.
_UNPAINTED = {3, 7}
# Smaller type can't be read; it hides words from readers and shows them to programs.
_SMALLEST = 1.0
_FARTHEST = 1e5
# Type that leans by more is a stamp or a watermark (text is upright to within a degree).
_LEAN = math.radians(5)
# PDFium's marks for a hyphen at a line's end.
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060-\u2064\ufeff\ufffd\ufffe"
                      "\uffff\ue000-\uf8ff\ud800-\udfff]")  # fmt: skip
_BOLD_NAME = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_BOLD_WEIGHT = 600
_BOLD_FLAG = 1 << 18  # ForceBold, bit 19 of the font descriptor's flags (ISO 32000-1, table 123)
# Letters of one word stand closer than this share of their size; PDFium marks most spaces itself.
_LETTER_GAP = 0.5
# Two prints of a word within this share of its size are one, printed twice to look bold.
_OVERPRINT = 0.15


@dataclass(slots=True)
class Word:
    """Letters without white space; `glued` when the page has none before it either."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    glued: bool = False


@dataclass(slots=True)
class PageWords:
    """A page's visible words, and how many letters it has that can't be shown.

    Attributes:
        words: in the order of the file.
        height, bottom: of the page.
        invisible: letters that paint nothing, such as those below a scan.
        unmapped: letters whose font does not say which they are.
    """

    words: list[Word]
    height: float
    bottom: float
    invisible: int = 0
    unmapped: int = 0


@dataclass(frozen=True, slots=True)
class _Style:
    size: float
    bold: bool
    turn: int | None
    painted: bool


@dataclass(slots=True)
class _Glyph:
    char: str
    box: tuple[float, float]
    base: float
    style: _Style
    spaced: bool


def page_words(page: pdfium.PdfPage) -> PageWords:
    """The words of `page` that are upright in its main direction."""
    text_page = page.get_textpage()
    left, bottom, right, top = page.get_bbox()
    found = PageWords([], top - bottom, bottom)
    glyphs = list(_glyphs(text_page.raw, found, (left, bottom, right, top)))
    turns = Counter(glyph.style.turn for glyph in glyphs if glyph.style.turn is not None)
    turn = turns.most_common(1)[0][0] if turns else 0
    if turn:
        left, bottom, right, top = _turned_box((left, bottom, right, top), turn)
        found.height, found.bottom = top - bottom, bottom
    found.words = _without_overprint(_words(g for g in glyphs if g.style.turn == turn))
    return found


def _glyphs(
    page: Any, found: PageWords, bounds: tuple[float, float, float, float]
) -> Iterator[_Glyph]:
    styles: dict[int, _Style] = {}
    spaced = True
    numbers = [ctypes.c_double() for _ in range(6)]
    for index in range(max(0, raw.FPDFText_CountChars(page))):
        code = raw.FPDFText_GetUnicode(page, index)
        char = _HYPHENS.get(code) or (chr(code) if code <= sys.maxunicode else "")
        if char.isspace() or (char != "-" and raw.FPDFText_IsGenerated(page, index) == 1):
            spaced = True
            continue
        style = _style(page, index, styles)
        if not style.painted:
            found.invisible += 1
            continue
        if not char or _DROPPED.match(char):
            found.unmapped += 1
            continue
        raw.FPDFText_GetCharBox(page, index, *numbers[:4])
        raw.FPDFText_GetCharOrigin(page, index, *numbers[4:])
        x0, x1, y0, y1, x, y = (number.value for number in numbers)
        if style.size < _SMALLEST or not _inside((x0 + x1) / 2, (y0 + y1) / 2, bounds):
            continue
        xs, base = _upright((x0, x1, y0, y1), (x, y), style.turn or 0)
        yield _Glyph(_LIGATURES.get(char, char), xs, base, style, spaced)
        spaced = False


def _inside(x: float, y: float, bounds: tuple[float, float, float, float]) -> bool:
    """Whether the point is on the page; false for what is no number, too."""
    left, bottom, right, top = bounds
    return left <= x <= right and bottom <= y <= top and max(abs(x), abs(y)) < _FARTHEST


def _style(page: Any, index: int, known: dict[int, _Style]) -> _Style:
    """Size, weight, direction and visibility; letters of one text object share them."""
    owner = raw.FPDFText_GetTextObject(page, index)
    key = ctypes.cast(owner, ctypes.c_void_p).value or -1 - index
    if key not in known:
        known[key] = _read_style(page, index, owner)
    return known[key]


def _read_style(page: Any, index: int, owner: Any) -> _Style:
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, index, matrix)
    size = abs(raw.FPDFText_GetFontSize(page, index)) * math.hypot(matrix.c, matrix.d)
    angle = math.atan2(matrix.b, matrix.a)
    quarter = round(angle / (math.pi / 2))
    upright = abs(angle - quarter * math.pi / 2) <= _LEAN
    flags, buffer = ctypes.c_int(), ctypes.create_string_buffer(128)
    raw.FPDFText_GetFontInfo(page, index, buffer, 128, flags)
    bold = (
        raw.FPDFText_GetFontWeight(page, index) >= _BOLD_WEIGHT
        or bool(flags.value & _BOLD_FLAG)
        or bool(_BOLD_NAME.search(buffer.value.decode("utf-8", "replace")))
    )
    painted = not owner or raw.FPDFTextObj_GetTextRenderMode(owner) not in _UNPAINTED
    return _Style(size, bold, quarter % 4 if upright else None, painted)


def _upright(
    box: tuple[float, float, float, float], origin: tuple[float, float], turn: int
) -> tuple[tuple[float, float], float]:
    """((x0, x1), baseline) after turning the page so that the text is upright."""
    x0, x1, y0, y1 = box
    x, y = origin
    return {
        0: ((x0, x1), y),
        1: ((y0, y1), -x),
        2: ((-x1, -x0), -y),
        3: ((-y1, -y0), x),
    }[turn]


def _turned_box(
    box: tuple[float, float, float, float], turn: int
) -> tuple[float, float, float, float]:
    left, bottom, right, top = box
    return {
        1: (bottom, -right, top, -left),
        2: (-right, -top, -left, -bottom),
        3: (-top, left, -bottom, right),
    }[turn]


def _words(glyphs: Iterator[_Glyph]) -> list[Word]:
    words: list[Word] = []
    for glyph in glyphs:
        (x0, x1), style = glyph.box, glyph.style
        last = words[-1] if words else None
        if last and not glyph.spaced and _goes_on(last, x0, glyph):
            last.text += glyph.char
            last.x1 = max(last.x1, x1)
            last.bold = last.bold and style.bold
        else:
            words.append(
                Word(glyph.char, x0, x1, glyph.base, style.size, style.bold, not glyph.spaced)
            )
    return words


def _goes_on(last: Word, x0: float, glyph: _Glyph) -> bool:
    gap = x0 - last.x1
    return (
        -_LETTER_GAP * last.size <= gap <= _LETTER_GAP * last.size
        and abs(glyph.base - last.base) <= 0.1 * last.size
        and abs(glyph.style.size - last.size) <= 0.1 * last.size
    )


def _without_overprint(words: list[Word]) -> list[Word]:
    places: dict[tuple[str, int], list[Word]] = {}
    kept = []
    for word in words:
        near = [
            other
            for row in (-1, 0, 1)
            for other in places.get((word.text, round(word.base / 4) + row), ())
            if abs(other.x0 - word.x0) <= _OVERPRINT * word.size
            and abs(other.base - word.base) <= _OVERPRINT * word.size
        ]
        if near:
            near[0].bold = True
            continue
        places.setdefault((word.text, round(word.base / 4)), []).append(word)
        kept.append(word)
    return kept
