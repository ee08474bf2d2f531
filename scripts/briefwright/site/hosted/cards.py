"""The picture that other sites show beside a link: 1200 × 630 pixels, PNG.

Drawn from the data alone, with Lato as MkDocs brings it along (SIL Open Font License 1.1); nothing
is fetched. Text is set glyph by glyph, without shaping, because the shaping library is another one
on each machine: the same text gives the same picture. What the font can't show, and what is
written from right to left, is left out whole and never shown as boxes.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import mkdocs
from PIL import Image, ImageDraw, ImageFont

from briefwright.site.hosted.text import one_line

# The size that Open Graph's readers ask for.
WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT = 84, 84
_PAPER, _INK, _SOFT, _RULE, _MARK = "#ffffff", "#1b1f24", "#545c66", "#d5d9de", "#ffcf4d"
_FONTS = Path(mkdocs.__file__).parent / "themes" / "readthedocs" / "css" / "fonts"
_BOLD, _PLAIN = "lato-bold.woff2", "lato-normal.woff2"
# The title in the largest size in which it has so few lines; in the last it is cut.
_SIZES = ((66, 3), (54, 4), (46, 4))
_LEADING = 1.24
# A code point that no font has a glyph for.
_NOTHING = "\uffff"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: the site, the title, and a line on what stands behind it."""

    site: str
    title: str
    note: str

    @property
    def alt(self) -> str:
        """The card in words."""
        return f"{self.site}: {self.title}. {self.note}"


def draw(card: Card) -> bytes:
    """The card as PNG; the same card gives the same bytes with the same installed Pillow."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    pen = ImageDraw.Draw(image)
    _mark(pen, _LEFT, 72)
    _line(pen, (_LEFT + 84, 104), card.site, _font(_BOLD, 34), _INK)
    _title(pen, card.title)
    pen.rectangle((_LEFT, 508, WIDTH - _RIGHT, 509), fill=_RULE)
    _line(pen, (_LEFT, 558), card.note, _font(_PLAIN, 30), _SOFT)
    pen.rectangle((0, HEIGHT - 14, WIDTH, HEIGHT), fill=_MARK)
    out = io.BytesIO()
    image.point(_fewer).save(out, "PNG", optimize=True)
    return out.getvalue()


def can_show(text: str) -> bool:
    """Whether the font has every character of `text`, and they stand side by side to the right."""
    return all(map(_is_plain, set(text)))


def _title(pen: ImageDraw.ImageDraw, title: str) -> None:
    text = _composed(title)
    if not can_show(text):
        return
    for size, most in _SIZES:
        font = _font(_BOLD, size)
        lines = list(_wrapped(text, font))
        if len(lines) <= most:
            break
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(f"{lines[most - 1]}…", font, _room())]
    top = 188 + (300 - len(lines) * size * _LEADING) / 2
    for number, line in enumerate(lines):
        pen.text((_LEFT, round(top + number * size * _LEADING)), line, fill=_INK, font=font)


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """The lines of `text`; a word that is wider than the card is broken."""
    line = ""
    for word in text.split(" "):
        tried = f"{line} {word}" if line else word
        if font.getlength(tried) <= _room():
            line = tried
            continue
        if line:
            yield line
        line = word
        while font.getlength(line) > _room():
            end = next(n for n in range(len(line), 0, -1) if font.getlength(line[:n]) <= _room())
            yield line[:end]
            line = line[end:]
    yield line


def _cut(text: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    """`text`, which ends in an ellipsis, shortened to `room`."""
    while font.getlength(text) > room and len(text) > 1:
        text = f"{text[:-2].rstrip()}…"
    return text


def _line(
    pen: ImageDraw.ImageDraw, at: tuple[int, int], text: str, font: ImageFont.FreeTypeFont, ink: str
) -> None:
    text, room = _composed(text), _room() - (at[0] - _LEFT)
    if can_show(text):
        shown = text if font.getlength(text) <= room else _cut(f"{text}…", font, room)
        pen.text(at, shown, fill=ink, font=font, anchor="lm")


def _mark(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """The site's mark (templates/site/mark.svg) at 64 pixels."""
    pen.rounded_rectangle((left, top, left + 63, top + 63), 8, fill=_INK)
    for y, right, width, colour in ((19, 48, 4, _PAPER), (29, 48, 4, _PAPER), (39, 35, 4, _PAPER),
                                    (49, 40, 6, _MARK)):  # fmt: skip
        pen.rectangle((left + 16, top + y - width // 2, left + right, top + y + width // 2), colour)


def _room() -> int:
    return WIDTH - _LEFT - _RIGHT


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    path = str(_FONTS / name)
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _fewer(value: int) -> int:
    """One of 32 steps from dark to light: the edges of letters pack twice as well."""
    return value & 0xF8 | value >> 5


def _composed(text: str) -> str:
    """One line in which a letter and its accent are one character, where there is such a one."""
    return unicodedata.normalize("NFC", one_line(text))


@cache
def _is_plain(char: str) -> bool:
    if unicodedata.combining(char) or unicodedata.bidirectional(char) in {"R", "AL", "AN"}:
        return False
    font = _font(_PLAIN, 30)
    return char == " " or bytes(font.getmask(char)) != bytes(font.getmask(_NOTHING))
