"""Holidays: fixed ones, those that move with Easter, and British bank holidays.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, group
from briefwright.extract.tables import table


def bank_holiday(match: re.Match[str], context: Context) -> Value | None:
    """The British bank holidays that fall on a Monday (Banking and Financial Dealings Act 1971)."""
    month = {"early may": 5, "may day": 5, "spring": 5, "late may": 5, "august": 8}.get(
        group(match, "which") or ""
    )
    if context.anchor is None or month is None:
        return "DATE", None, "unresolved"
    year = timex.year_of_day(context.anchor, month, None, future=None)
    if year is None:
        return "DATE", None, "unresolved"
    first = group(match, "which") in {"early may", "may day"}
    day = timex.monday_of(year, month, first=first)
    return "DATE", day.isoformat(), "relative"


def holiday(match: re.Match[str], context: Context) -> Value | None:
    name = match["h"].lower()
    if not match["h"][0].isupper():
        return None
    t = table("dates")
    if name in t["movable"] or context.anchor is None:
        return "DATE", None, "unresolved"
    anchor = context.anchor
    if name in t["easter"]:
        offset = dt.timedelta(days=t["easter"][name])
        days = [timex.easter(y) + offset for y in range(anchor.year - 1, anchor.year + 2)]
        day = timex.choose(days, anchor, future=None)
        return "DATE", day.isoformat(), "relative"
    month, number = map(int, t["holidays"][name].split("-"))
    year = timex.year_of_day(anchor, month, number, future=None)
    return "DATE", f"{year}-{month:02}-{number:02}", "relative"
