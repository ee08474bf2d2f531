"""The days that a TIMEX3 value covers on a calendar."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from briefwright.compose import timex

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SEASON = re.compile(r"(?:SP|SU|FA|WI)")
_PARTS = re.compile(r"(\d{4})(?:-(\d{2}|SP|SU|FA|WI|Q[1-4]|H[12]|W\d{2}(?:-(?:WE|[1-7]))?))?")
_MONTHS = {"Q": 3, "H": 6, "SP": 3, "SU": 3, "FA": 3, "WI": 3}
_YEAR = 12


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """From the first day to the day after the last one.

    `kind` is `day`, `span` for what a calendar bounds, or `season`, whose bounds are a convention.
    """

    start: dt.date
    end: dt.date
    kind: Literal["day", "span", "season"]


def extent(value: str | None) -> Extent | None:
    """The extent of a value that has a place on the calendar (`timex.calendar_key`), else None."""
    key = timex.calendar_key(value)
    if value is None or key is None:
        return None
    try:
        return _extent(value, key)
    except (ValueError, OverflowError):
        return None  # the year 0, or a day after the last one that Python's calendar has


def _extent(value: str, key: str) -> Extent:
    if _DAY.match(value):
        return _days(key, 1)
    match = _PARTS.fullmatch(value)
    part = match[2] if match else None
    if part and part.startswith("W") and part != "WI":
        days = 7 if "-" not in part else 2 if part.endswith("WE") else 1
        return _days(key, days)
    start = dt.date.fromisoformat(f"{key}-01-01"[:10] if part is None else f"{key}-01")
    months = _YEAR if part is None else 1 if part.isdecimal() else _length(part)
    kind: Literal["span", "season"] = "season" if part and _SEASON.match(part) else "span"
    return Extent(start, _later(start, months), kind)


def _length(part: str) -> int:
    return _MONTHS.get(part, _MONTHS.get(part[0], 1))


def _days(key: str, days: int) -> Extent:
    start = dt.date.fromisoformat(key[:10])
    return Extent(start, start + dt.timedelta(days=days), "day" if days == 1 else "span")


def _later(start: dt.date, months: int) -> dt.date:
    total = start.year * _YEAR + start.month - 1 + months
    return dt.date(total // _YEAR, total % _YEAR + 1, 1)
