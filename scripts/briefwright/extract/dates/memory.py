"""The dates that a text has named before: what "a year earlier" and "the next day" count from."""

from __future__ import annotations

import datetime as dt
import re

from briefwright.extract.dates.context import Value

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_QUARTER = re.compile(r"\d{4}-[QH]\d")
_DATED = re.compile(r"\d{3,4}(?:-|$)")


class Memory:
    """What was read so far; a paragraph sees its own dates and those of the one before it."""

    def __init__(self) -> None:
        self.recent: str | None = None
        self.day: dt.date | None = None
        self.quarter: str | None = None
        self.first: dt.date | None = None
        self._renewed = False

    def next_paragraph(self) -> None:
        """Forget quarters, and all where the paragraph that ends here had no date of its own."""
        if not self._renewed:
            self.recent = self.day = None
        self.quarter = None
        self._renewed = False

    def remember(self, found: Value) -> None:
        """Keep a date whose year is known."""
        kind, value, _ = found
        if value is None or kind not in {"DATE", "TIME"} or not _DATED.match(value):
            return
        self.recent, self._renewed = value, True
        if day := _DAY.match(value):
            self.day = dt.date.fromisoformat(day[0])
            self.first = self.first or self.day
        if _QUARTER.fullmatch(value):
            self.quarter = value
