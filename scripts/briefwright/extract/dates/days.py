"""Days: calendar dates, weekdays, months, times of the clock.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, group
from briefwright.extract.tables import table


def _valid(year: int | None, month: int, day: int) -> bool:
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _month_number(name: str) -> int:
    return int(table("dates")["months"][name.lower()])


def _is_modal_may(match: re.Match[str]) -> bool:
    """As in "may" and "march" in lower case are a verb, not a month."""
    return any(match.groupdict().get(name) in {"may", "march", "mar"} for name in ("m", "m1", "m2"))


def iso(match: re.Match[str], context: Context) -> Value | None:
    year, month, day = map(int, match["iso"].split("-"))
    return ("DATE", match["iso"], "explicit") if _valid(year, month, day) else None


def month_day(match: re.Match[str], context: Context) -> Value | None:
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
    day = month_day(match, context)
    if day is None or day[1] is None:
        return None
    part = table("dates")["day_parts"][match["part"].lower()]
    return "TIME", f"{day[1]}T{part}", day[2]


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    month = _month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    step = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    return "DATE", f"{context.anchor.year + step}-{month:02}", "relative"


def month_year(match: re.Match[str], context: Context) -> Value | None:
    if _is_modal_may(match):
        return None
    return "DATE", f"{match['y']}-{_month_number(match['m']):02}", "explicit"


def month(match: re.Match[str], context: Context) -> Value | None:
    name = match["m"]
    if not name[0].isupper() or (len(name) <= 4 and name not in {"May", "June", "July"}):  # noqa: PLR2004
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
        future_or_past = bool(future) if future is not None else False
        year = timex.year_of_day(context.anchor, month, None, future=future_or_past)
    return "DATE", f"{year}-{month:02}", "relative"


# "On a wet Tuesday morning" is some Tuesday, not the last one.
_SOME_DAY = re.compile(r"\b(?:an?|one|any) (?:\w+ )?$", re.IGNORECASE)


def weekday(match: re.Match[str], context: Context) -> Value | None:
    name = match["wd"]
    if not name[0].isupper() or (
        len(name) <= 5
        and name.lower() != "monday"  # noqa: PLR2004
        and not name.endswith("day")
    ):
        return None
    number = int(table("dates")["weekdays"][name.lower()])
    part = group(match, "part")
    suffix = f"T{table('dates')['day_parts'][part]}" if part else ""
    kind = "TIME" if part else "DATE"
    if context.anchor is None or _SOME_DAY.search(match.string[: match.start()][-24:]):
        return kind, f"XXXX-WXX-{number}{suffix}", "unresolved"
    which = group(match, "which")
    future = {"last": False, "next": True}.get(which or "", bool(context.coming))
    own_day = number == context.anchor.isoweekday()
    if own_day and match.string[match.end() : match.end() + 2] in {"'s", "’s"}:
        future = False  # "Friday's cut" in an article of that Friday
    day = timex.weekday(context.anchor, number, future=future)
    if which == "last" and day == context.anchor:
        day -= dt.timedelta(days=7)
    return kind, f"{day.isoformat()}{suffix}", "relative"


def day_word(match: re.Match[str], context: Context) -> Value | None:
    word, part = match["day"].lower(), group(match, "part")
    code = table("dates")["day_parts"][part] if part else ("NI" if word == "tonight" else "")
    kind = "TIME" if code else "DATE"
    if context.anchor is None:
        return kind, None, "unresolved"
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = context.anchor + dt.timedelta(days=offset)
    return kind, day.isoformat() + (f"T{code}" if code else ""), "relative"


def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    lead = match["p"].lower()
    if lead == "the" or context.anchor is None:
        return None if lead == "the" else ("TIME", None, "unresolved")
    code = table("dates")["day_parts"][match["part"].lower()]
    day = context.anchor - dt.timedelta(days=lead == "yesterday")
    return "TIME", f"{day.isoformat()}T{code}", "relative"


def clock(match: re.Match[str], context: Context) -> Value | None:
    hour, minute = int(match["hour"]), match["min"] or "00"
    half = group(match, "half")
    if hour > (12 if half else 23) or int(minute) > 59:  # noqa: PLR2004 - a clock's numbers
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return "TIME", f"XXXX-XX-XXT{hour:02}:{minute}", "unresolved"
