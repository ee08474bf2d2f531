"""Days: calendar dates, weekdays.

Each reader takes a match of its pattern in `day_forms.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.dates.months import is_verb, month_number
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

# "On a wet Tuesday morning" is some Tuesday, not the last one.
_SOME_DAY = re.compile(r"\b(?P<article>an?|one|any|another) (?P<described>\w+ )?$", re.IGNORECASE)
_SOME_DAY_WIDTH = 24  # characters: an article and one adjective
# Of the article's own weekday: only these leave today for the day a week on.
_UNTIL = re.compile(r"\b(?:until|till|coming) $", re.IGNORECASE)
_UNTIL_WIDTH = 8
# A date told in the past tense lies behind, unless that makes it this much older than the nearest
# one: newspapers then state its year (AP Stylebook, "months").
_OLD = 240  # days
_SHORT_YEAR = 2  # digits
_PIVOT = 69  # two-digit years after it are of the 20th century, as POSIX strptime reads them


def iso(match: re.Match[str], context: Context) -> Value | None:
    """2025-01-28, as it stands; None for a day that no calendar has."""
    year, month, day = map(int, match["iso"].split("-"))
    return ("DATE", match["iso"], "explicit") if _valid(year, month, day) else None


def numeric(match: re.Match[str], context: Context) -> Value | None:
    """28/1/2025, 1/28/25: where both orders make a day, the one nearer to the article's.

    None where that leaves it open, and for days that no calendar has.
    """
    one, two, year = int(match["a"]), int(match["b"]), int(match["y"])
    if len(match["y"]) == _SHORT_YEAR:
        year += 1900 if year >= _PIVOT else 2000
    days = {dt.date(year, m, d) for m, d in ((one, two), (two, one)) if _valid(year, m, d)}
    if len(days) > 1 and context.anchor is not None:
        days = {timex.nearest(days, context.anchor)}
    return ("DATE", days.pop().isoformat(), "explicit") if len(days) == 1 else None


def month_day(match: re.Match[str], context: Context) -> Value | None:
    """January 28, 28 January 2025: a day; without year the last or the coming one, by the tense."""
    month = month_number(group(match, "m1", "m2") or "")
    day = int(group(match, "d1", "d2") or 0)
    stated, which = group(match, "y"), group(match, "of_year")
    if stated:
        year: int | None = int(stated)
    elif context.anchor is None:
        year = None
    elif which:
        year = context.anchor.year + table("dates")["steps"][which]
    else:
        year = _year_of_day(context.anchor, month, day, context)
    if not _valid(year, month, day) or is_verb(match, context):
        return None
    if year is None:
        return "DATE", f"XXXX-{month:02}-{day:02}", "unresolved"
    return "DATE", f"{year:04}-{month:02}-{day:02}", "explicit" if stated else "relative"


def _year_of_day(anchor: dt.date, month: int, day: int, context: Context) -> int | None:
    nearest = timex.year_of_day(anchor, month, day, future=None)
    tense = context.grammar.tense
    if tense not in {"past", "future"} or nearest is None:
        return nearest
    told = timex.year_of_day(anchor, month, day, future=tense == "future")
    if told is None or not _valid(told, month, day):
        return nearest
    return nearest if abs((dt.date(told, month, day) - anchor).days) > _OLD else told


def day_of_month(match: re.Match[str], context: Context) -> Value | None:
    """On the 22nd: of the month that the text named last, or else the nearest such day."""
    number = int(match["d"])
    near = context.day or context.anchor
    if near is None:
        return None
    months = (timex.shift(near.replace(day=1), step, "M") for step in (-1, 0, 1))
    days = [m.replace(day=number) for m in months if _valid(m.year, m.month, number)]
    if context.day is not None:
        days = [day for day in days if (day.year, day.month) == (near.year, near.month)]
    return ("DATE", timex.nearest(days, near).isoformat(), "relative") if days else None


def weekday(match: re.Match[str], context: Context) -> Value | None:
    """On Tuesday: the last one or today, in a future clause the coming one; with a part a TIME."""
    name = match["wd"]
    if not name[0].isupper() or not name.lower().endswith("day"):
        return None
    number = int(table("dates")["weekdays"][name.lower()])
    part = group(match, "part")
    suffix = f"T{table('dates')['day_parts'][part]}" if part else ""
    kind = "TIME" if part else "DATE"
    lead = before(match, _SOME_DAY_WIDTH)
    if _names().search(lead) or (
        context.grammar.modifies and _habits().match(match.string, match.end())
    ):
        return None
    if context.anchor is None or _is_some_day(lead, context):
        return kind, f"XXXX-WXX-{number}{suffix}", "unresolved"
    day = _weekday(match, context, context.anchor, number)
    return kind, f"{day.isoformat()}{suffix}", "relative"


def _weekday(match: re.Match[str], context: Context, anchor: dt.date, number: int) -> dt.date:
    week, which = group(match, "week"), group(match, "which")
    if week:
        of_week = timex.shift(anchor, table("dates")["steps"][week], "W")
        return of_week + dt.timedelta(days=number - anchor.isoweekday())
    step = table("dates")["steps"].get(which or "", 0)
    if step:
        day = timex.weekday(anchor, number, future=step > 0)
        near = 1 if which == "last" else 0  # nobody calls yesterday "last Monday"
        back = step < 0 and (anchor - day).days <= near
        return day - dt.timedelta(weeks=1) if back else day
    if number == anchor.isoweekday() and not _UNTIL.search(before(match, _UNTIL_WIDTH)):
        return anchor  # "will meet on Friday" in an article of that Friday
    return timex.weekday(anchor, number, future=bool(context.coming))


def _is_some_day(lead: str, context: Context) -> bool:
    """Whether it is any such day: "on a Friday", but not "in a Friday statement"."""
    some = _SOME_DAY.search(lead)
    if some is None:
        return False
    if some["described"]:
        return context.grammar.before == "ADJ"  # not in "spoke at a park Tuesday"
    return not context.grammar.modifies


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        dt.date(year or timex.LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


@cache
def _habits() -> re.Pattern[str]:
    """What a weekday before it describes as of every such day ("the Sunday trade ban")."""
    return re.compile(rf" (?:{alternatives(table('dates')['weekday_habits'])})\b", re.IGNORECASE)


@cache
def _names() -> re.Pattern[str]:
    """Words before a weekday that make it the name of one day in history or of a feast."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['weekday_names'])}) $")
