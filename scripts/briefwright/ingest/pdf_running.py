"""Running heads, running feet and page numbers: what stands at one place of page after page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.ingest.pdf_lines import Line

# Shares of the page's height at its top and bottom where running lines stand.
_ZONE = 0.14
_OUTER_LINES = 3
# The same words at the same outer place of two pages are no coincidence; in a long document some
# chapter's head may be, so it must be on this share of the pages.
_FEWEST_PAGES = 2
_SHARE = 0.05
_SAME_PLACE = 0.02
_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_PAGE_NUMBER = re.compile(
    r"(?:page|p\.|seite)?\s*+(?:[-–—]\s*+)?\d{1,4}\s*+[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)


def without_running_lines(
    pages: Sequence[list[Line]], heights: Sequence[tuple[float, float]]
) -> list[list[Line]]:
    """The pages' lines without those that repeat at their top and bottom.

    Args:
        pages: each page's lines.
        heights: each page's (bottom, height).
    """
    seen: dict[tuple[str, bool], list[tuple[int, float]]] = {}
    outer: list[list[tuple[Line, tuple[str, bool], float]]] = []
    for number, (lines, (bottom, height)) in enumerate(zip(pages, heights, strict=True)):
        found = [
            (line, (_same(line.text), top), place)
            for top in (True, False)
            for line, place in _outer(lines, bottom, height, top=top)
        ]
        outer.append(found)
        for _, key, place in found:
            seen.setdefault(key, []).append((number, place))
    fewest = max(_FEWEST_PAGES, int(len(pages) * _SHARE))
    kept = []
    for lines, found in zip(pages, outer, strict=True):
        running = {
            id(line)
            for line, key, place in found
            if _PAGE_NUMBER.fullmatch(line.text.strip()) or _pages_with(seen[key], place) >= fewest
        }
        kept.append([line for line in lines if id(line) not in running])
    return kept


def _same(text: str) -> str:
    return " ".join(_DIGITS.sub("#", text.casefold()).split())


def _pages_with(places: Sequence[tuple[int, float]], place: float) -> int:
    return len({page for page, other in places if abs(other - place) <= _SAME_PLACE})


def _outer(
    lines: Sequence[Line], bottom: float, height: float, *, top: bool
) -> list[tuple[Line, float]]:
    """The outermost lines at the top or bottom, with their place as a share of the height."""
    if height <= 0:
        return []
    placed = [(line, (line.base - bottom) / height) for line in lines]
    zone = [(line, p) for line, p in placed if (p >= 1 - _ZONE if top else p <= _ZONE)]
    zone.sort(key=lambda pair: -pair[1] if top else pair[1])
    rows: list[float] = []
    for _, place in zone:
        if not rows or abs(rows[-1] - place) > _SAME_PLACE / 4:
            rows.append(place)
    limit = rows[:_OUTER_LINES]
    return [(line, p) for line, p in zone if any(abs(p - row) <= _SAME_PLACE / 4 for row in limit)]
