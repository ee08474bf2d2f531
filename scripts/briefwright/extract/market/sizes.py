"""By how much: the figures of a change, told from levels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.extract.market.moves import Move
from briefwright.extract.reading import Passage, Reading
from briefwright.model import Figure, Span

_LEVEL = re.compile(
    r"\b(?:to|at|from|near|of|below|above|past|beyond|under|over)\s+$", re.IGNORECASE
)


def sizes_of(
    passage: Passage, move: Move, moves: Sequence[Move], figures: Sequence[Figure], reading: Reading
) -> tuple[Figure, ...]:
    """The figures of the change itself: near the word, not introduced as a level."""
    cue = passage.span(move.cue)
    start = passage.starts[move.verb.i] if move.verb.i < move.cue[0].i else cue.start
    later = [passage.span(m.cue).start for m in moves if passage.span(m.cue).start > cue.end]
    stop = min(later, default=passage.span(move.cue[0].sent).end)
    text = reading.text
    chosen: list[Figure] = []
    for figure in figures:
        if _before_another(text, figure, cue, [passage.span(m.cue) for m in moves]):
            continue
        before = text[max(0, figure.at.start - 8) : figure.at.start]
        between = text[cue.end : figure.at.start]
        if figure.at.start >= start and figure.at.end <= cue.start:
            if len(text[figure.at.end : cue.start].split()) <= 1:
                chosen.append(figure)
        elif figure.at.end <= cue.start and text[figure.at.end : cue.start].strip(" -") == "":
            chosen.append(figure)
        elif cue.end <= figure.at.start < stop:
            level = _LEVEL.search(before) and not (move.loss or _noun_of(before, between))
            if level:
                continue
            if not chosen and len(between.split()) > 4:  # noqa: PLR2004 - too far to be its size
                continue
            if chosen and not _restates(text, chosen[-1], figure):
                continue
            chosen.append(figure)
    return tuple(chosen)


def respective_sizes(
    sizes: Sequence[Figure], figures: Sequence[Figure], move: Move, reading: Reading
) -> list[tuple[Figure, ...]]:
    """As in "A and B rose 3.3% and 2.8%": as many sizes as instruments, in the same order."""
    wanted = len(move.instruments)
    if wanted < 2 or not sizes:  # noqa: PLR2004 - a list has two members
        return []
    chain = [sizes[0]]
    for figure in figures:
        between = reading.text[chain[-1].at.end : figure.at.start]
        if figure.kind == chain[-1].kind and re.fullmatch(r", | and |, and ", between):
            chain.append(figure)
    return [(f,) for f in chain] if len(chain) == wanted else []


def _before_another(text: str, figure: Figure, cue: Span, cues: Sequence[Span]) -> bool:
    """As in "a 1.4% decline": the amount belongs to the noun right after it."""
    return any(
        other != cue
        and figure.at.end <= other.start
        and text[figure.at.end : other.start].strip(" -") == ""
        for other in cues
    )


def _noun_of(before: str, between: str) -> bool:
    """As in "a decline of 3%": the amount right after the noun."""
    return before.endswith("of ") and between.strip() == "of"


def _restates(text: str, last: Figure, figure: Figure) -> bool:
    """As in "0.6%, or 41.18 points": a second measure of the same move."""
    between = text[last.at.end : figure.at.start]
    return bool(re.fullmatch(r",? or | ?\((?:or )?", between)) and (
        last.kind != figure.kind or figure.converts == last.id
    )
