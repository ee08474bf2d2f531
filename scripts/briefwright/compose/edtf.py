"""TIMEX3 values as Extended Date/Time Format (EDTF, ISO 8601-2:2019; Library of Congress, 2019).

EDTF is what libraries and archives write dates in. Seasons, halves, quarters and unknown years are
its levels 1 and 2; it has no weeks, so a week is the interval of its days.
"""

from __future__ import annotations

import datetime as dt
import re

# ISO 8601-2, 4.8: sub-year groupings.
_SUB_YEAR = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36,
             "H1": 40, "H2": 41}  # fmt: skip
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d{2}-\d{2}")
_DAY_PART = re.compile(r"(\d{4}-\d{2}-\d{2})T[A-Z]{2}")
_CLOCK = re.compile(r"(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(Z?)")
_MONTH = re.compile(r"\d{4}-\d{2}")
_YEARS = re.compile(r"\d{2,4}X{0,2}")
_SEASON = re.compile(rf"(\d{{4}})-({'|'.join(_SUB_YEAR)})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_YEAR_DIGITS = 4
_MONDAY, _SATURDAY, _SUNDAY = 1, 6, 7


def edtf(value: str | None) -> str | None:
    """The EDTF of a DATE or TIME value; None where it has none, as durations and references.

    A part of the day ("2025-01-28TMO") is left out, as EDTF has no word for it. A clock time gets
    its seconds and keeps the Z of universal time; midnight at the end of a day (T24:00) is none of
    EDTF's times.
    """
    if value is None:
        return None
    if _DAY.fullmatch(value) or _MONTH.fullmatch(value):
        return value if _exists(value) else None
    if part := _DAY_PART.fullmatch(value):
        return edtf(part[1])
    if clock := _CLOCK.fullmatch(value):
        return f"{clock[1]}:00{clock[2]}" if _exists(clock[1]) else None
    if _YEARS.fullmatch(value) and len(value) <= _YEAR_DIGITS:
        return value.ljust(_YEAR_DIGITS, "X")
    if season := _SEASON.fullmatch(value):
        return f"{season[1]}-{_SUB_YEAR[season[2]]}"
    week = _WEEK.fullmatch(value)
    return _days_of(int(week[1]), int(week[2]), weekend=bool(week[3])) if week else None


def _exists(value: str) -> bool:
    """Whether a calendar has the day or month; of an unknown year, whether a leap year has it."""
    full = value.replace("XXXX", "2000")
    try:
        dt.datetime.fromisoformat(full if full.count("-") > 1 else f"{full}-01")
    except ValueError:
        return False
    return True


def _days_of(year: int, week: int, *, weekend: bool) -> str | None:
    try:
        first = dt.date.fromisocalendar(year, week, _SATURDAY if weekend else _MONDAY)
        return f"{first}/{dt.date.fromisocalendar(year, week, _SUNDAY)}"
    except ValueError:
        return None
