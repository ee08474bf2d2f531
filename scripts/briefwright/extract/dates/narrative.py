"""Times that count from one that the text named before: "the next day", "a year earlier".

Each reader takes a match of its pattern in `period_forms.py` or `duration_forms.py` and gives type,
value and basis, or None.
"""

from __future__ import annotations

import re

from briefwright.extract.dates import grain, timex
from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.tables import table

_LENGTH = re.compile(r"\b(?:over|within|in|for|during|throughout) $", re.IGNORECASE)
_LENGTH_WIDTH = 12  # characters


def neighbour(match: re.Match[str], context: Context) -> Value | None:
    """The next day, that month, the same year: of the last date in the text; None without one.

    "The previous" and "the following" year of an article that named none count from its own day.
    After "over" and "within" the next year is a year's length: P1Y.
    """
    which = group(match, "which", "late") or ""
    unit = table("dates")["units"][match["u"].lower()]
    if which == "next" and _LENGTH.search(before(match, _LENGTH_WIDTH)):
        return "DURATION", timex.duration("1", unit), "explicit"
    step = table("dates")["neighbours"].get(which, 0)
    held = _held(unit, context, from_anchor=step < 0 or (step > 0 and unit != "D"))
    value = grain.moved(held, step, unit) if held and step else held
    return ("DATE", value, "relative") if value else None


def _held(unit: str, context: Context, *, from_anchor: bool) -> str | None:
    """The unit that the text named last; the anchor's where that is allowed."""
    held = grain.containing(context.recent, unit) if context.recent else None
    if held is None and context.day is not None:
        return timex.at_grain(context.day, unit)
    if held is None and from_anchor and context.anchor is not None:
        return timex.at_grain(context.anchor, unit)
    return held


def year_on_year(match: re.Match[str], context: Context) -> Value | None:
    """The same month last year, the year-earlier period: the last quarter or month, a year before.

    Where the text named none it is the year alone.
    """
    if context.anchor is None:
        return "DATE", None, "unresolved"
    held = context.quarter or context.recent
    if held is None or grain.grain_of(held) not in {"M", "Q", "H"}:
        return "DATE", f"{context.anchor.year - 1:04}", "relative"
    return "DATE", grain.moved(held, -1, "Y"), "relative"


def the_quarter(match: re.Match[str], context: Context) -> Value | None:
    """In the quarter: the one that the paragraph named; None without one."""
    value = context.quarter
    return ("DATE", value, "relative") if value is not None and "-Q" in value else None
