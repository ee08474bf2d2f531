"""By how much: the figures of a change, told from levels."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from briefwright.extract.market.move import Move
from briefwright.extract.numbers import alternatives
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table
from briefwright.model import Figure, Span

_LEVEL_WIDTH = 8  # characters: the longest level words
_RESTATED = re.compile(r",? or | ?\((?:or )?")
_NEXT_OF_LIST = re.compile(r", | and |, and ")
_EXTREMES = ("as low as", "as high as")
_MAX_GAP = 4  # words between a word of movement and its size
_MIN_LIST = 2  # instruments


class Moved:
    """The places of a sentence's moves, to tell whose a size is."""

    def __init__(self, passage: Passage, moves: Sequence[Move]) -> None:
        self.passage = passage
        told = {m.verb for m in moves if m.told}
        cues = (m.cue for m in moves if m.told or m.verb not in told)
        self._cues = sorted({passage.span(cue) for cue in cues})
        self._starts = [cue.start for cue in self._cues]

    def next_after(self, cue: Span) -> int | None:
        """Where the next move's words start after `cue`."""
        index = bisect_left(self._starts, cue.end + 1)
        return self._starts[index] if index < len(self._starts) else None

    def takes(self, figure: Figure, cue: Span, text: str) -> bool:
        """Whether the amount belongs to another move's noun right after it ("a 1.4% decline")."""
        for index in range(bisect_left(self._starts, figure.at.end), len(self._cues)):
            other = self._cues[index]
            if text[figure.at.end : other.start].strip(" -"):
                return False
            if other != cue:
                return True
        return False


def sizes_of(
    move: Move, moved: Moved, figures: Sequence[Figure], reading: Reading
) -> tuple[Figure, ...]:
    """The figures of the change itself: near the word, not introduced as a level."""
    cue = moved.passage.span(move.cue)
    stop = moved.next_after(cue) or moved.passage.span(move.cue[0].sent).end
    text = reading.text
    chosen: list[Figure] = []
    for figure in figures:
        if moved.takes(figure, cue, text):
            continue
        if figure.at.end <= cue.start:
            start = moved.passage.starts[move.verb.i]
            if _stands_before(figure, cue, start, text):
                chosen.append(figure)
            continue
        if not cue.end <= figure.at.start < stop or _is_level(figure, move, cue, text):
            continue
        if _restates(text, chosen[-1], figure) if chosen else _near(text, cue, figure):
            chosen.append(figure)
    return tuple(chosen)


def _near(text: str, cue: Span, figure: Figure) -> bool:
    """Whether no other clause stands between: "fell in minutes, wiping out $5bn"."""
    between = text[cue.end : figure.at.start].replace(", or", "")
    return "," not in between and len(between.split()) <= _MAX_GAP


def _stands_before(figure: Figure, cue: Span, verb: int, text: str) -> bool:
    """Whether the size stands right before the word: "edged 0.1% higher", "a 1.4% decline"."""
    between = text[figure.at.end : cue.start]
    if "," in between:
        return False  # "closed at 3,204, down 1.2%": a level
    return not between.strip(" -") or (figure.at.start >= verb and len(between.split()) <= 1)


def _is_level(figure: Figure, move: Move, cue: Span, text: str) -> bool:
    """Whether it is where the move led, not how far; "a loss of $5bn" is how far."""
    before = text[max(0, figure.at.start - _LEVEL_WIDTH) : figure.at.start]
    of_noun = before.endswith("of ") and text[cue.end : figure.at.start].strip() == "of"
    if figure.quote.lower().startswith(_EXTREMES):
        return True
    return _level().search(before) is not None and not (move.loss or of_noun)


@cache
def _level() -> re.Pattern[str]:
    levels = alternatives(table("market")["level_words"])
    return re.compile(rf"\b(?:{levels})\s+$", re.IGNORECASE)


def respective_sizes(
    sizes: Sequence[Figure], figures: Sequence[Figure], move: Move, reading: Reading
) -> list[tuple[Figure, ...]]:
    """As many sizes as instruments, in the same order: "A and B rose 3.3% and 2.8%"; else none."""
    wanted = len(move.items)
    if wanted < _MIN_LIST or not sizes:
        return []
    chain = [sizes[0]]
    for figure in figures:
        between = reading.text[chain[-1].at.end : figure.at.start]
        if figure.kind == chain[-1].kind and _NEXT_OF_LIST.fullmatch(between):
            chain.append(figure)
    return [(f,) for f in chain] if len(chain) == wanted else []


def _restates(text: str, last: Figure, figure: Figure) -> bool:
    """Whether it is a second measure of the same move: "0.6%, or 41.18 points"."""
    between = text[last.at.end : figure.at.start]
    return bool(_RESTATED.fullmatch(between)) and (
        last.kind != figure.kind or figure.converts == last.id
    )
