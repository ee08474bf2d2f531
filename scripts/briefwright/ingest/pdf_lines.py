"""Words into lines, with the columns of the page kept apart.

A gutter is a strip of white that stays at its place over several lines, with text of some width on
both sides. Rivers in justified type do not stay, and the gap after a list's number has no width of
text before it. A headline or picture between ends the strip, so that each part of a page has its
own columns.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from briefwright.ingest.pdf_glyphs import Word

# All in ems of the page's usual type. Gutters in print are 1 em and more (Bringhurst, 8.4); spaces
# between words stay below 0.75 even in justified narrow columns.
GUTTER = 0.75
FEWEST_ROWS = 3
NARROWEST = 4.0
WIDEST_SPACE = 2.5
# A full page of a broadsheet has some 4,000 words; a page with more words or more baselines is a
# drawing or an attack, and is read row by row.
MOST_WORDS = 8_000
MOST_ROWS = 1_200
_FLUSH = 0.5
LINE_PITCH = 1.2
_SAME_ROW = 0.25
_SUPERSCRIPT = 0.85
# A word that begins after this much white is set apart by a space, whatever the file says.
_WORD_SPACE = 0.2
_DROP_CAP = 1.9
# Raised type is at least a third of its line's size, and stands at most 0.6 of that above it.
_RAISED = 1.8
_SHELF = 6.0  # points: rows are looked up by their baseline


@dataclass(slots=True)
class Line:
    """A line of one column; baseline and size are those of its longest word."""

    words: list[Word]
    page: int = 0
    x0: float = field(init=False)
    x1: float = field(init=False)
    base: float = field(init=False)
    size: float = field(init=False)

    def __post_init__(self) -> None:
        self._measure()

    def add(self, words: Sequence[Word]) -> None:
        """Take in words at the line's end."""
        self.words.extend(words)
        self._measure()

    def _measure(self) -> None:
        longest = max(self.words, key=lambda word: (len(word.text) > 1, len(word.text)))
        self.x0, self.x1 = self.words[0].x0, max(word.x1 for word in self.words)
        self.base, self.size = longest.base, longest.size

    @property
    def bold(self) -> bool:
        """Whether nearly all of it is bold."""
        heavy = sum(len(word.text) for word in self.words if word.bold)
        return heavy > 0.8 * sum(len(word.text) for word in self.words)

    @property
    def text(self) -> str:
        """Its words with spaces between them."""
        parts = [self.words[0].text]
        for before, word in pairwise(self.words):
            touching = word.x0 - before.x1 <= _WORD_SPACE * max(before.size, word.size)
            parts.append(word.text if word.glued and touching else f" {word.text}")
        return "".join(parts)


class _Gap(NamedTuple):
    """The white between two neighbours of one row."""

    left: float
    right: float
    base: float


@dataclass(slots=True)
class _Gutter:
    left: float
    right: float
    top: float
    bottom: float
    gaps: list[_Gap]


def usual_size(words: Sequence[Word]) -> float:
    """The size of most letters, to half a point."""
    counts: dict[float, int] = {}
    for word in words:
        size = round(word.size * 2) / 2
        counts[size] = counts.get(size, 0) + len(word.text)
    return max(counts, key=lambda size: (counts[size], size), default=10.0) or 10.0


def page_lines(words: Sequence[Word], page: int) -> list[Line]:
    """The lines of a page, from top to bottom and from left to right."""
    if not words:
        return []
    em = usual_size(words)
    rows = _rows(words)
    if len(words) > MOST_WORDS or len(rows) > MOST_ROWS:
        lines = [Line(row) for row in rows]
    else:
        segments = [part for row in rows for part in _split(row, em)]
        lines = _with_drop_caps(_joined(segments, _gutters(segments, em), em), em)
    for line in lines:
        line.page = page
    return sorted(lines, key=lambda line: (-line.base, line.x0))


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one baseline; small raised or lowered ones with the word that they touch."""
    rows: list[list[Word]] = []
    near: dict[int, list[int]] = {}
    for word in sorted(words, key=lambda word: (-round(word.size), -word.base, word.x0)):
        reach = _RAISED * word.size
        shelves = range(int((word.base - reach) // _SHELF), int((word.base + reach) // _SHELF) + 1)
        found = (n for shelf in shelves for n in near.get(shelf, ()))
        number = next((n for n in found if _belongs(word, rows[n])), None)
        if number is None:
            near.setdefault(int(word.base // _SHELF), []).append(len(rows))
            rows.append([word])
        else:
            rows[number].append(word)
    for row in rows:
        row.sort(key=lambda word: word.x0)
    return rows


def _belongs(word: Word, row: Sequence[Word]) -> bool:
    """Whether the word stands on the row's baseline, or is raised and touches one of its words."""
    size, base = row[0].size, row[0].base
    if abs(base - word.base) <= _SAME_ROW * min(size, word.size):
        return True
    if word.size > _SUPERSCRIPT * size or not -0.3 * size <= word.base - base <= 0.6 * size:
        return False
    return any(-0.2 * size <= word.x0 - other.x1 <= 0.3 * size for other in row)


def _split(row: Sequence[Word], em: float) -> list[Line]:
    parts = [Line([row[0]])]
    for word in row[1:]:
        if word.x0 - parts[-1].x1 >= GUTTER * max(em, min(word.size, parts[-1].words[-1].size)):
            parts.append(Line([word]))
        else:
            parts[-1].add([word])
    return parts


def _gutters(segments: Sequence[Line], em: float) -> list[_Gutter]:
    lead = LINE_PITCH * em
    found: list[_Gutter] = []
    ordered = sorted(segments, key=lambda line: -line.base)
    depths = [-line.base for line in ordered]
    for segment in ordered:
        first = bisect_left(depths, -segment.base - 0.7 * lead)
        last = bisect_right(depths, -segment.base + 0.7 * lead)
        beside = [o for o in ordered[first:last] if o.x0 - segment.x1 >= GUTTER * em]
        if not beside:
            continue
        right = min(beside, key=lambda other: other.x0)
        _extend(found, segment, right, (ordered, depths), em)
    kept: list[_Gutter] = []
    for gutter in sorted(found, key=lambda gutter: -len(gutter.gaps)):
        # The white after a short last line reaches over a gutter and is none of its own column.
        gutter.gaps = [gap for gap in gutter.gaps if not any(_holds(gap, g) for g in kept)]
        if len(gutter.gaps) >= FEWEST_ROWS and _flush(gutter, em):
            kept.append(gutter)
    return [g for g in kept if _wide_sides(g, kept, segments, em)]


def _holds(gap: _Gap, gutter: _Gutter) -> bool:
    middle = (gutter.left + gutter.right) / 2
    return gap.left < middle < gap.right and gutter.bottom <= gap.base <= gutter.top


def _extend(
    found: list[_Gutter],
    left: Line,
    right: Line,
    lines: tuple[Sequence[Line], Sequence[float]],
    em: float,
) -> None:
    """Add the white between two segments to the gutters that it goes on with, or begin one."""
    base, gap = left.base, _Gap(left.x1, right.x0, left.base)
    attached = False
    for gutter in found:
        x0, x1 = max(gutter.left, left.x1), min(gutter.right, right.x0)
        near = gutter.bottom - base <= 2.6 * LINE_PITCH * em
        if near and x1 - x0 >= GUTTER * em and not _crossed(lines, x0, x1, base, gutter.bottom):
            gutter.left, gutter.right, gutter.bottom = x0, x1, min(gutter.bottom, base)
            gutter.gaps.append(gap)
            attached = True
    if not attached:
        found.append(_Gutter(left.x1, right.x0, base, base, [gap]))


def _crossed(
    lines: tuple[Sequence[Line], Sequence[float]], x0: float, x1: float, low: float, high: float
) -> bool:
    """Whether a line between two heights crosses the strip from x0 to x1."""
    ordered, depths = lines
    between = ordered[bisect_right(depths, -high) : bisect_left(depths, -low)]
    return any(line.x0 < x1 and line.x1 > x0 for line in between)


def _flush(gutter: _Gutter, em: float) -> bool:
    """Whether most lines to the right of the gutter begin at one place."""
    usual = statistics.median(gap.right for gap in gutter.gaps)
    at_one_place = sum(abs(gap.right - usual) <= 0.6 * em for gap in gutter.gaps)
    return at_one_place >= _FLUSH * len(gutter.gaps)


def _wide_sides(
    gutter: _Gutter, others: Sequence[_Gutter], segments: Sequence[Line], em: float
) -> bool:
    """Whether text of some width stands on both sides, up to the next gutter or the page's edge."""
    beside = [line for line in segments if gutter.bottom <= line.base <= gutter.top]
    near = [o for o in others if o.bottom <= gutter.top and o.top >= gutter.bottom]
    left = max((o.right for o in near if o.right <= gutter.left), default=-math.inf)
    right = min((o.left for o in near if o.left >= gutter.right), default=math.inf)
    first = min(line.x0 for line in beside if line.x0 >= left - em)
    last = max(line.x1 for line in beside if line.x1 <= right + em)
    return gutter.left - first >= NARROWEST * em and last - gutter.right >= NARROWEST * em


def _joined(segments: Sequence[Line], gutters: Sequence[_Gutter], em: float) -> list[Line]:
    """Segments of one row joined wherever no gutter lies between them."""
    lines: list[Line] = []
    for segment in segments:
        last = lines[-1] if lines else None
        if last and _same_row(last, segment) and not _apart(last, segment, gutters, em):
            last.add(segment.words)
        else:
            lines.append(segment)
    return lines


def _same_row(left: Line, right: Line) -> bool:
    size = min(left.size, right.size)
    return abs(left.base - right.base) <= 0.6 * size and right.x0 >= left.x1 - 0.1 * size


def _apart(left: Line, right: Line, gutters: Sequence[_Gutter], em: float) -> bool:
    if right.x0 - left.x1 > WIDEST_SPACE * em:
        return True
    reach = LINE_PITCH * em
    return any(
        gutter.bottom - reach <= left.base <= gutter.top + reach
        and gutter.left < right.x0
        and gutter.right > left.x1
        for gutter in gutters
    )


def _with_drop_caps(lines: list[Line], em: float) -> list[Line]:
    """A large first letter goes to the top line of those that it stands beside."""
    kept = []
    for line in lines:
        word = line.words[0]
        if len(line.words) > 1 or len(word.text) > 2 or word.size < _DROP_CAP * em:  # noqa: PLR2004
            kept.append(line)
            continue
        beside = [
            other
            for other in lines
            if other is not line
            and word.base - 0.2 * em <= other.base <= word.base + word.size
            and 0 <= other.x0 - word.x1 <= em
        ]
        if not beside:
            kept.append(line)
            continue
        first = max(beside, key=lambda other: other.base)
        first.words[0].glued = True
        first.words.insert(0, Word(word.text, first.x0 - 0.01, first.x0, first.base,
                                   first.size, bold=False))  # fmt: skip
    return kept
