"""A calendar laid along a line, and the dates written on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefwright.compose import timex
from briefwright.compose.pictures.extents import Extent
from briefwright.compose.pictures.svg import LETTER, NARROWEST

WHOLE = 100.0
# Percent between two written dates.
_GAP = 2.0
_YEAR_DAYS, _MONTH_DAYS = 365.25, 30.44
Unit = Literal["day", "month", "year"]
_WRITTEN = re.compile(rf"(?:(?:(\d{{1,2}}) )?({'|'.join(timex.MONTHS)}) )?(\d{{4}})")
# How far apart dates are written: the closest that leaves room for the words is taken.
_STEPS: tuple[tuple[Unit, int], ...] = (
    ("day", 1), ("day", 2), ("day", 5), ("day", 10), ("month", 1), ("month", 3), ("month", 6),
    ("year", 1), ("year", 2), ("year", 5), ("year", 10), ("year", 20), ("year", 50),
    ("year", 100), ("year", 200), ("year", 500), ("year", 1000), ("year", 2000), ("year", 5000),
)  # fmt: skip
_LONGEST = {"day": "27 September 2025", "month": "September 2025", "year": "2025"}


@dataclass(frozen=True, slots=True)
class Tick:
    """A date written on the scale at the beginning of what it names."""

    at: float
    label: str

    @property
    def end(self) -> float:
        """Where its words end at the latest, in percent of the narrowest picture."""
        return self.at + _width(self.label)


@dataclass(frozen=True, slots=True)
class Scale:
    """From the first day to the day after the last one."""

    first: dt.date
    after: dt.date

    @classmethod
    def of(cls, extents: Sequence[Extent]) -> Scale:
        """The scale that holds all of `extents`, of which there is at least one."""
        return cls(min(e.start for e in extents), max(e.end for e in extents))

    @property
    def days(self) -> int:
        """Its length; at least one."""
        return (self.after - self.first).days

    def place(self, day: dt.date, *, middle: bool = False) -> float:
        """Where the day begins, or its middle, in percent of the width."""
        days = (day - self.first).days + (0.5 if middle else 0)
        return round(days / self.days * WHOLE, 2)

    def holds(self, day: dt.date) -> bool:
        """Whether the day is on it."""
        return self.first <= day < self.after

    def ticks(self) -> list[Tick]:
        """The dates to write: as many as have room side by side, one at least."""
        for unit, step in _STEPS:
            if self._apart(unit, step) < _width(_LONGEST[unit]) + _GAP:
                continue
            ticks = [Tick(self.place(day), _label(day, unit)) for day in self._dates(unit, step)]
            if fit := [tick for tick in ticks if tick.end <= WHOLE]:
                return fit
        return [Tick(self.place(self.first), timex.long_date(self.first.isoformat()))]

    def _apart(self, unit: Unit, step: int) -> float:
        days = {"day": 1.0, "month": _MONTH_DAYS, "year": _YEAR_DAYS}[unit] * step
        # February is shorter than a month on average.
        return days / self.days * WHOLE * (0.9 if unit == "month" else 1)

    def _dates(self, unit: Unit, step: int) -> Iterator[dt.date]:
        if unit == "day":
            for days in range(0, self.days, step):
                yield self.first + dt.timedelta(days=days)
            return
        for year in range(self.first.year, self.after.year + 1):
            months = range(1, 13, step) if unit == "month" else [1] if year % step == 0 else []
            for month in months:
                day = dt.date(year, month, 1)
                if self.holds(day):
                    yield day


def day_of(label: str) -> dt.date | None:
    """The day at whose beginning `label` is written; None for what is no date on a scale."""
    match = _WRITTEN.fullmatch(label)
    if match is None:
        return None
    month = timex.MONTHS.index(match[2]) + 1 if match[2] else 1
    try:
        return dt.date(int(match[3]), month, int(match[1] or 1))
    except ValueError:
        return None


def _width(label: str) -> float:
    return (len(label) * LETTER + 4) / NARROWEST * WHOLE


def _label(day: dt.date, unit: Unit) -> str:
    if unit == "day":
        return timex.long_date(day.isoformat())
    return timex.in_words(f"{day.year:04}" if unit == "year" else f"{day.year:04}-{day.month:02}")
