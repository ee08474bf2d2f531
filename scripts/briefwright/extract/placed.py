"""Things at places of the text, found by place without looking through all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from briefwright.model import Span

T = TypeVar("T")


class Placed(Generic[T]):
    """Items sorted by their spans."""

    def __init__(self, items: Iterable[T], span_of: Callable[[T], Span]) -> None:
        pairs = sorted(((span_of(item), item) for item in items), key=lambda pair: pair[0])
        self._spans = [span for span, _ in pairs]
        self._items = [item for _, item in pairs]
        self._longest = max((len(span) for span in self._spans), default=0)

    def overlapping(self, span: Span) -> list[T]:
        """The items that share a character with `span`, in text order."""
        index = bisect_left(self._spans, Span(max(0, span.start - self._longest), span.end))
        found = []
        while index < len(self._spans) and self._spans[index].start < span.end:
            if self._spans[index].overlaps(span):
                found.append(self._items[index])
            index += 1
        return found

    def inside(self, span: Span) -> list[T]:
        """The items that lie wholly inside `span`, in text order."""
        index = bisect_left(self._spans, Span(span.start, span.start + 1))
        found = []
        while index < len(self._spans) and self._spans[index].start < span.end:
            if span.contains(self._spans[index]):
                found.append(self._items[index])
            index += 1
        return found
