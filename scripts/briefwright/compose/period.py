"""TIMEX3 values as whole days, for formats and filters that know nothing else."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from briefwright.compose.edtf import edtf
from briefwright.model import DateExpression

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d{2})XX")
# ISO 8601-2 groupings that `compose.edtf` writes: first month and number of months.
_GROUPS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3),
           36: (10, 3), 40: (1, 6), 41: (7, 6)}  # fmt: skip
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last one, both included.

    Attributes:
        exact: the source says the day; False: it says a month, a year or the like, and the event
            was some time in it.
    """

    first: dt.date
    last: dt.date
    exact: bool


def period(date: DateExpression | None) -> Period | None:
    """The days of a date; None for what no calendar can hold: an unknown year, a duration, a
    repetition, or a date that is not resolved.
    """
    if date is None or date.type not in {"DATE", "TIME"}:
        return None
    try:
        return _of(edtf(date.value) or "")
    except ValueError:
        return None


def _of(value: str) -> Period | None:
    if day := _DAY.fullmatch(value):
        only = dt.date(int(day[1]), int(day[2]), int(day[3]))
        return Period(only, only, exact=True)
    if "/" in value:
        first, last = (dt.date.fromisoformat(part) for part in value.split("/"))
        return Period(first, last, exact=False)
    if month := _MONTH.fullmatch(value):
        return _months(int(month[1]), int(month[2]))
    if value.isdigit():
        return _years(int(value), int(value))
    if decade := _DECADE.fullmatch(value):
        return _years(int(decade[1]) * 10, int(decade[1]) * 10 + 9)
    if century := _CENTURY.fullmatch(value):
        return _years(int(century[1]) * 100, int(century[1]) * 100 + 99)
    return None


def _months(year: int, number: int) -> Period:
    start, length = _GROUPS.get(number, (number, 1))
    end_year, end = year + (start + length - 2) // _MONTHS, (start + length - 2) % _MONTHS + 1
    last = calendar.monthrange(end_year, end)[1]
    return Period(dt.date(year, start, 1), dt.date(end_year, end, last), exact=False)


def _years(first: int, last: int) -> Period:
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31), exact=False)
