"""Where words of an old text stand in a new one: exactly there, or nowhere.

A place counts when the same words stand there with the same words around them: `CONTEXT` characters
on both sides, or on one side when only one place has that. Where several places fit, the context
grows until one is left on each side of the comparison. Long words that stand once in either text
need no context. Nothing is compared by likeness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefwright.model import Span

CONTEXT = 32  # what Hypothesis and Apache Annotator take for a TextQuoteSelector's prefix
WIDEST = 1 << 14
# Words of this length that stand once in both texts say themselves which they are.
UNIQUE = 40
_BEFORE, _AFTER = "\x02", "\x03"  # the ends of a text are context too

Why = Literal["gone", "elsewhere", "ambiguous", "reference"]


@dataclass(frozen=True, slots=True)
class Lost:
    """No place, and why."""

    why: Why


class Mover:
    """Finds the places of spans of `old` in `new`."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = old, new
        self._known: dict[Span, Span | Lost] = {}

    def place(self, span: Span) -> Span | Lost:
        """Where the words of `span` stand in the new text."""
        if span not in self._known:
            self._known[span] = self._find(span)
        return self._known[span]

    def around(self, span: Span, prefix: str, suffix: str) -> bool:
        """Whether `prefix` stands right before `span` of the new text and `suffix` after it."""
        return self._new.endswith(prefix, 0, span.start) and self._new.startswith(suffix, span.end)

    def holds(self, words: str) -> bool:
        """Whether the new text has `words` anywhere."""
        return words in self._new

    def _find(self, span: Span) -> Span | Lost:
        quote = span.of(self._old)
        there = list(_places(self._new, quote, whole=_is_whole(self._old, span)))
        if not there:
            return Lost("gone")
        here = list(_places(self._old, quote, whole=_is_whole(self._old, span)))
        both = [place for place in there if self._sides(span, place, CONTEXT) == (True, True)]
        if both:
            return self._by_wider_context(span, both, here)
        one = [place for place in there if any(self._sides(span, place, CONTEXT))]
        if one:
            back = [o for o in here if any(self._sides(o, one[0], CONTEXT))]
            return one[0] if len(one) == 1 and back == [span] else Lost("ambiguous")
        if len(quote) >= UNIQUE and len(there) == len(here) == 1:
            return there[0]
        return Lost("elsewhere")

    def _by_wider_context(self, span: Span, places: list[Span], here: list[Span]) -> Span | Lost:
        width = CONTEXT
        while places and width <= WIDEST:
            back = [o for o in here if all(self._sides(o, places[0], width))]
            if len(places) == 1 and back == [span]:
                return places[0]
            width *= 2
            places = [place for place in places if all(self._sides(span, place, width))]
        return Lost("ambiguous")

    def _sides(self, old: Span, new: Span, width: int) -> tuple[bool, bool]:
        """Whether the `width` characters before, and those after, are the same."""
        return (
            _before(self._old, old.start, width) == _before(self._new, new.start, width),
            _after(self._old, old.end, width) == _after(self._new, new.end, width),
        )


def _places(text: str, quote: str, *, whole: bool) -> Iterator[Span]:
    at = text.find(quote)
    while at >= 0:
        span = Span(at, at + len(quote))
        if _is_whole(text, span) == whole:
            yield span
        at = text.find(quote, at + 1)


def _before(text: str, at: int, width: int) -> str:
    return text[at - width : at] if at >= width else _BEFORE + text[:at]


def _after(text: str, at: int, width: int) -> str:
    return text[at : at + width] if at + width <= len(text) else text[at:] + _AFTER


def _is_whole(text: str, span: Span) -> bool:
    """Whether no word runs over the edges of `span`."""
    first, last = text[span.start], text[span.end - 1]
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (first.isalnum() and before.isalnum()) and not (last.isalnum() and after.isalnum())
