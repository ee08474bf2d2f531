"""Holidays: fixed ones, those that move with Easter or a weekday, and British bank holidays.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, group
from briefwright.extract.tables import table

# "Easter Island", "Christmas Carol": the feast is a part of another name.
_NAME_GOES_ON = re.compile(
    r"-[a-z]| (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Day|Eve|Week|Weekend|Holiday)[A-Z][a-z]"
)


def bank_holiday(match: re.Match[str], context: Context) -> Value | None:
    """The British bank holidays that fall on a Monday (Banking and Financial Dealings Act 1971).

    The nearest one of that name; no value for "a bank holiday" that could be any.
    """
    name = group(match, "which") or ""
    month = table("dates")["bank_holidays"].get(name)
    if context.anchor is None or month is None:
        return "DATE", None, "unresolved"
    year = timex.year_of_day(context.anchor, month, None, future=None)
    if year is None:
        return "DATE", None, "unresolved"
    day = timex.monday_of(year, month, first=name in {"early may", "may day"})
    return "DATE", day.isoformat(), "relative"


def holiday(match: re.Match[str], context: Context) -> Value | None:
    """Christmas Eve, Good Friday: the nearest one; no value for those of other calendars."""
    name = match["h"].lower().replace("’", "'")
    if not match["h"][0].isupper() or _NAME_GOES_ON.match(match.string, match.end()):
        return None
    if name in table("dates")["movable"] or context.anchor is None:
        return "DATE", None, "unresolved"
    anchor = context.anchor
    days = [_in_year(name, year) for year in range(anchor.year - 1, anchor.year + 2)]
    return "DATE", timex.nearest(days, anchor).isoformat(), "relative"


def _in_year(name: str, year: int) -> dt.date:
    dates = table("dates")
    if name in dates["easter"]:
        return timex.easter(year) + dt.timedelta(days=dates["easter"][name])
    if name in dates["nth_weekdays"]:
        month, nth, weekday = dates["nth_weekdays"][name]
        return timex.nth_weekday(year, month, nth, weekday)
    month, number = map(int, dates["holidays"][name].split("-"))
    return dt.date(year, month, number)


def named_day(match: re.Match[str], context: Context) -> Value | None:
    """9/11: a day that its month and day alone name for good."""
    return "DATE", str(table("dates")["named_days"][match["h"].lower()]), "explicit"
