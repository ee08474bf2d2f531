"""Which characters of the text are spoken for."""

from __future__ import annotations

from collections.abc import Iterable

from briefwright.model import Span


class Taken:
    """Spans already spoken for, by character."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._places: set[int] = set()
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Speak for `span`."""
        self._places.update(range(span.start, span.end))

    def free(self, span: Span) -> bool:
        """Whether no character of `span` is spoken for."""
        return self._places.isdisjoint(range(span.start, span.end))
