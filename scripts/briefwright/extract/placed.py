"""Things at places of the text, found by place without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from briefwright.model import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Items sorted by their spans; those with the same span keep the order they came in."""

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        pairs = sorted(((span_of(item), item) for item in items), key=lambda pair: pair[0])
        self._spans = [span for span, _ in pairs]
        self._items = [item for _, item in pairs]
        # How far the spans up to each one reach: the first that reaches past a place is found by
        # bisection, however long single spans are.
        self._reach = list(accumulate((span.end for span in self._spans), max))

    def overlapping(self, span: Span) -> list[T]:
        """The items that share a character with `span`, in text order."""
        found = []
        for index in range(bisect_right(self._reach, span.start), len(self._spans)):
            if self._spans[index].start >= span.end:
                break
            if self._spans[index].overlaps(span):
                found.append(self._items[index])
        return found

    def inside(self, span: Span) -> list[T]:
        """The items that lie wholly inside `span`, in text order."""
        found = []
        first = bisect_left(self._spans, Span(span.start, span.start + 1))
        for index in range(first, len(self._spans)):
            if self._spans[index].start >= span.end:
                break
            if span.contains(self._spans[index]):
                found.append(self._items[index])
        return found
