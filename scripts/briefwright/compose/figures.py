"""Key numbers: every figure exactly as the article writes it, with the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model import Figure, Span

# Wide enough to say what a number is about, narrow enough for one glance on a phone (three lines
# of 45 characters).
CONTEXT = 120
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure; `context` holds the article's words around it, cut at word boundaries.

    `converts` is the figure that the article converts here, in its own words.
    """

    ref: Ref
    words: str
    kind: str
    context: str
    converts: str | None


def figure_lines(sources: Sequence[Source], links: Links) -> list[FigureLine]:
    """Every figure in the order of the texts."""
    return [
        _line(source, figure, links)
        for source in sources
        for figure in sorted(source.facts.figures, key=lambda figure: figure.at)
    ]


def _line(source: Source, figure: Figure, links: Links) -> FigureLine:
    original = next(iter(source.figures([figure.converts] if figure.converts else [])), None)
    return FigureLine(
        ref=links.ref(source, figure),
        words=figure.quote,
        kind=words.FIGURE[figure.kind],
        context=_context(source, figure.at),
        converts=original.quote if original else None,
    )


def _context(source: Source, span: Span) -> str:
    """The words around the figure, within the smallest fact that holds it or else its paragraph."""
    block = source.block_of(span)
    clauses = source.clauses_near(span)
    holders = [c.at for c in clauses if c.at.contains(span) and len(c.at) > len(span)]
    whole = min(holders, key=len, default=block.span if block else span)
    if not source.shows(span):
        return source.words(span)
    whole = next(piece for piece in source.visible(whole) if piece.contains(span))
    text = source.article.text
    before, after = text[whole.start : span.start], text[span.end : whole.end]
    room = max(0, CONTEXT - len(span))
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    return _cut_start(before, left) + source.words(span) + _cut_end(after, right)


def _cut_start(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[len(text) - room :]
    return ELLIPSIS + kept[kept.find(" ") + 1 :] if " " in kept else ELLIPSIS


def _cut_end(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    kept = text[:room]
    return kept[: kept.rfind(" ")] + ELLIPSIS if " " in kept else ELLIPSIS
