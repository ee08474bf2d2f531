"""Days: calendar dates, weekdays, months, times of the clock.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

# Shorter names of months are words of their own too ("Mar", "Dec"), but for these.
_SHORT_MONTHS, _LONGEST_SHORT = {"May", "June", "July"}, 4
# "On a wet Tuesday morning" is some Tuesday, not the last one.
_SOME_DAY = re.compile(r"\b(?:an?|one|any) (?:\w+ )?$", re.IGNORECASE)
_SOME_DAY_WIDTH = 24  # characters: an article and one adjective
# "30 February": a day that no calendar has leaves no month behind.
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE)
_DAY_WIDTH = 10  # characters: " 31st of "
_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12


def iso(match: re.Match[str], context: Context) -> Value | None:
    """2025-01-28, as it stands; None for a day that no calendar has."""
    year, month, day = map(int, match["iso"].split("-"))
    return ("DATE", match["iso"], "explicit") if _valid(year, month, day) else None


def month_day(match: re.Match[str], context: Context) -> Value | None:
    """January 28, 28 January 2025: a day; without year the last or the coming one, by the tense."""
    month = _month_number(match["m1"] or match["m2"])
    day = int(match["d1"] or match["d2"])
    if match["y"]:
        year: int | None = int(match["y"])
    elif context.anchor:
        year = timex.year_of_day(context.anchor, month, day, future=context.coming)
    else:
        year = None
    if not _valid(year, month, day) or _is_modal_may(match):
        return None
    if year is None:
        return "DATE", f"XXXX-{month:02}-{day:02}", "unresolved"
    return "DATE", f"{year:04}-{month:02}-{day:02}", "explicit" if match["y"] else "relative"


def part_of_date(match: re.Match[str], context: Context) -> Value | None:
    """The evening of March 6: 2025-03-06TEV; None where the day alone is unknown."""
    day = month_day(match, context)
    if day is None or day[1] is None:
        return None
    part = table("dates")["day_parts"][match["part"].lower()]
    return "TIME", f"{day[1]}T{part}", day[2]


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    """March last year: 2024-03."""
    month = _month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return "DATE", f"{context.anchor.year + step}-{month:02}", "relative"


def month_year(match: re.Match[str], context: Context) -> Value | None:
    """March 2024, late March of 2024: 2024-03; None for the verbs "may" and "march"."""
    if _is_modal_may(match):
        return None
    return "DATE", f"{match['y']}-{_month_number(match['m']):02}", "explicit"


def month(match: re.Match[str], context: Context) -> Value | None:
    """In March: the last one, in a future clause the coming one; None where it is no name."""
    name = match["m"]
    if not name[0].isupper() or (len(name) <= _LONGEST_SHORT and name not in _SHORT_MONTHS):
        return None
    if _is_modal_may(match) or _DAY_BEFORE.search(before(match, _DAY_WIDTH)):
        return None
    month = _month_number(name)
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    which = group(match, "which")
    future = {"last": False, "past": False, "next": True, "the coming": True}.get(
        which or "", context.future
    )
    if which == "this":
        year: int | None = context.anchor.year
    else:
        year = timex.year_of_day(context.anchor, month, None, future=bool(future))
    return "DATE", f"{year}-{month:02}", "relative"


def weekday(match: re.Match[str], context: Context) -> Value | None:
    """On Tuesday: the last one or today, in a future clause the coming one; with a part a TIME."""
    name = match["wd"]
    if not name[0].isupper() or not name.lower().endswith("day"):
        return None
    number = int(table("dates")["weekdays"][name.lower()])
    part = group(match, "part")
    suffix = f"T{table('dates')['day_parts'][part]}" if part else ""
    kind = "TIME" if part else "DATE"
    if context.anchor is None or _SOME_DAY.search(before(match, _SOME_DAY_WIDTH)):
        return kind, f"XXXX-WXX-{number}{suffix}", "unresolved"
    which = group(match, "which")
    future = {"last": False, "next": True}.get(which or "", bool(context.coming))
    own_day = number == context.anchor.isoweekday()
    if own_day and match.string[match.end() : match.end() + 2] in {"'s", "’s"}:
        future = False  # "Friday's cut" in an article of that Friday
    day = timex.weekday(context.anchor, number, future=future)
    if which == "last" and day == context.anchor:
        day -= dt.timedelta(weeks=1)
    return kind, f"{day.isoformat()}{suffix}", "relative"


def day_word(match: re.Match[str], context: Context) -> Value | None:
    """Today, tomorrow evening, tonight: a day, or a TIME with its part; no value without anchor."""
    word, part = match["day"].lower(), group(match, "part")
    code = table("dates")["day_parts"][part] if part else ("NI" if word == "tonight" else "")
    kind = "TIME" if code else "DATE"
    if context.anchor is None:
        return kind, None, "unresolved"
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = context.anchor + dt.timedelta(days=offset)
    return kind, day.isoformat() + (f"T{code}" if code else ""), "relative"


def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """This morning, late afternoon: 2025-01-28TMO; None for "the morning", which is any."""
    lead = match["p"].lower()
    if lead == "the" or context.anchor is None:
        return None if lead == "the" else ("TIME", None, "unresolved")
    code = table("dates")["day_parts"][match["part"].lower()]
    day = context.anchor - dt.timedelta(days=lead == "yesterday")
    return "TIME", f"{day.isoformat()}T{code}", "relative"


def clock(match: re.Match[str], context: Context) -> Value | None:
    """3.30pm, 15:30 GMT: XXXX-XX-XXT15:30, of an unknown day; None for no time of a clock."""
    hour, minute = int(match["hour"]), match["min"] or "00"
    half = group(match, "half")
    if hour > (_NOON if half else _LAST_HOUR) or int(minute) > _LAST_MINUTE:
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    return "TIME", f"XXXX-XX-XXT{hour:02}:{minute}", "unresolved"


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        dt.date(year or timex.LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _month_number(name: str) -> int:
    return int(table("dates")["months"][name.lower()])


def _is_modal_may(match: re.Match[str]) -> bool:
    """Whether it is the verb: "may" and "march" in lower case, and "May I", are no months."""
    names = {match.groupdict().get(name) for name in ("m", "m1", "m2")}
    if names & {"may", "march", "mar"}:
        return True
    return "May" in names and bool(_subject().match(match.string, match.end()))


@cache
def _subject() -> re.Pattern[str]:
    """A pronoun after "May" makes it the verb of a question or a wish."""
    return re.compile(rf" (?:{alternatives(table('dates')['modal_subjects'])})\b", re.IGNORECASE)
