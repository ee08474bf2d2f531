"""TIMEX3 values: calendar arithmetic from an anchor date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from briefwright.extract.tables import table

LEAP_YEAR = 2000  # any: in one, every day of the calendar exists
SEASON_MONTHS = 3
_DAYS_PER = {"D": 1, "W": 7, "2W": 14}
_MONTHS_PER = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # of each season
_SHORTEST_MONTH = 28  # days
_MID_MONTH = 15  # where a month stands when distances between dates are compared
# A date without year is looked for this many years around the anchor: a leap day comes back within.
_YEARS_AROUND = 4
_YEAR_DIGITS = 4  # a value with fewer is a decade ("199") or a century ("19")


def half_of(day: dt.date) -> int:
    """The half of the year that holds `day`, 1 or 2."""
    return (day.month + 5) // 6


def quarter_of(day: dt.date) -> int:
    """The quarter of the year that holds `day`, 1 to 4."""
    return (day.month + 2) // 3


def weekday(anchor: dt.date, number: int, *, future: bool) -> dt.date:
    """The nearest day with ISO weekday `number`: on or before the anchor, or after it.

    "On Tuesday" in an article of a Tuesday is that day, as newspapers write it.
    """
    if future:
        return anchor + dt.timedelta(days=(number - anchor.isoweekday()) % 7 or 7)
    return anchor - dt.timedelta(days=(anchor.isoweekday() - number) % 7)


def shift(day: dt.date, amount: int, unit: str) -> dt.date:
    """`day` moved by `amount` units (TIMEX3 letters); the day of the month is kept if it exists.

    Raises:
        OverflowError, ValueError: the result is outside of the years 1 to 9999.
    """
    if unit in _DAYS_PER:
        return day + dt.timedelta(days=amount * _DAYS_PER[unit])
    months = day.year * 12 + day.month - 1 + amount * _MONTHS_PER[unit]
    year, month = divmod(months, 12)
    for last in range(day.day, _SHORTEST_MONTH, -1):
        if _exists(year, month + 1, last):
            return dt.date(year, month + 1, last)
    return dt.date(year, month + 1, min(day.day, _SHORTEST_MONTH))


def at_grain(day: dt.date, unit: str) -> str:
    """The value of the calendar unit that holds `day`: "2025-W05", "2025-01", "2025-Q1", "202"."""
    if unit in {"W", "2W"}:
        iso = day.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}"
    year = f"{day.year:04}"
    return {
        "D": day.isoformat(),
        "M": f"{year}-{day.month:02}",
        "Q": f"{year}-Q{quarter_of(day)}",
        "Y": year,
        "DE": year[:3],
        "CE": year[:2],
    }[unit]


def duration(amount: str, unit: str) -> str:
    """A duration's value: "P1W", "PT6H", "P20Y" for two decades; `amount` X when vague."""
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}"
    if unit == "2W":
        return f"P{int(amount) * 2}W" if amount.isdigit() else "PXW"
    years = {"DE": 10, "CE": 100}.get(unit)
    if years and amount.isdigit():
        return f"P{int(amount) * years}Y"
    return f"P{amount}{unit}"


def year_of_day(anchor: dt.date, month: int, day: int | None, *, future: bool | None) -> int | None:
    """The year that a month or a month and day without one means, or None when none fits.

    Past takes the last such date up to the anchor, future the next one; without a hint the nearest.
    """
    years = range(anchor.year - _YEARS_AROUND, anchor.year + _YEARS_AROUND + 1)
    fits = [y for y in years if _exists(y, month, day)]
    here = (anchor.month, anchor.day) if day else (anchor.month,)
    date = (month, day) if day else (month,)
    if future is True:
        return next((y for y in fits if (y, *date) >= (anchor.year, *here)), None)
    if future is False:
        return next((y for y in reversed(fits) if (y, *date) <= (anchor.year, *here)), None)
    middle = day or _MID_MONTH
    distances = [(abs((_safe(y, month, middle) - anchor).days), y) for y in fits]
    return min(distances)[1] if distances else None


def _exists(year: int, month: int, day: int | None) -> bool:
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        return False
    return True


def _safe(year: int, month: int, day: int) -> dt.date:
    return dt.date(year, month, day if _exists(year, month, day) else _SHORTEST_MONTH)


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Meeus/Jones/Butcher, Meeus 1991, p. 67)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def nearest(days: Iterable[dt.date], anchor: dt.date) -> dt.date:
    """Of `days` the one nearest to the anchor; of two as near, the earlier."""
    return min(days, key=lambda d: (abs((d - anchor).days), d))


def monday_of(year: int, month: int, *, first: bool) -> dt.date:
    """The first or the last Monday of a month."""
    if first:
        start = dt.date(year, month, 1)
        return start + dt.timedelta(days=(1 - start.isoweekday()) % 7)
    end = shift(dt.date(year, month, 1), 1, "M") - dt.timedelta(days=1)
    return end - dt.timedelta(days=end.weekday())


def season_year(anchor: dt.date, season: str, *, future: bool) -> int:
    """The year in which the meant season starts."""
    first = table("dates")["season_months"][season]
    if future:
        return anchor.year if first + SEASON_MONTHS > anchor.month else anchor.year + 1
    return anchor.year if first <= anchor.month else anchor.year - 1


def first_day(value: str) -> dt.date | None:
    """The first day that a DATE or TIME value can mean; None for values without a year."""
    year, _, rest = value.partition("-")
    if not year.isdigit() or len(year) > _YEAR_DIGITS:
        return None
    try:
        return _first_day_in(int(year.ljust(_YEAR_DIGITS, "0")), rest)
    except ValueError:
        return None


def _first_day_in(year: int, rest: str) -> dt.date:
    """The first day of what `rest` names in the year: "W05", "Q1", "H2", "SP", "03", "03-06TEV"."""
    if not rest:
        return dt.date(year, 1, 1)
    if rest[0] == "W" and rest[1:3].isdigit():
        return dt.date.fromisocalendar(year, int(rest[1:3]), 1)
    if rest[0] == "Q":
        return dt.date(year, int(rest[1]) * 3 - 2, 1)
    if rest[0] == "H":
        return dt.date(year, int(rest[1]) * 6 - 5, 1)
    if rest[:2] in _FIRST_MONTH:
        return dt.date(year, _FIRST_MONTH[rest[:2]], 1)
    day = rest[3:5]
    return dt.date(year, int(rest[:2]), int(day) if day.isdigit() else 1)


def nth_weekday(year: int, month: int, nth: int, number: int) -> dt.date:
    """The nth day with ISO weekday `number` of a month, counted from its end when negative."""
    if nth < 0:
        end = shift(dt.date(year, month, 1), 1, "M") - dt.timedelta(days=1)
        last = end - dt.timedelta(days=(end.isoweekday() - number) % 7)
        return last + dt.timedelta(weeks=nth + 1)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(number - first.isoweekday()) % 7, weeks=nth - 1)
