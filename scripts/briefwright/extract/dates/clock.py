"""Times of the day: the clock's, and the parts of a day.

Each reader takes a match of its pattern in `day_forms.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re

from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.dates.days import month_day
from briefwright.extract.tables import table

_NEWS = 7  # days that an article tells as its news
_VAGUE = {"early", "late", "mid", "mid-"}  # "early evening" names no day, as "this evening" does
_LAST_HOUR, _LAST_MINUTE, _NOON = 23, 59, 12
_NARROW = 4  # characters before "late night"
_NAME_BEFORE, _NAME_AFTER = re.compile(r"\w [A-Z][\w-]* $"), re.compile(r" [A-Z]\w")
_NAME_WIDTH = 40  # characters
_ARTICLE = re.compile(r"\b(?:an?|the) $", re.IGNORECASE)


def part_of_date(match: re.Match[str], context: Context) -> Value | None:
    """The evening of March 6: 2025-03-06TEV; None where the day alone is unknown."""
    day = month_day(match, context)
    if day is None or day[1] is None:
        return None
    return "TIME", f"{day[1]}T{_part(match)}", day[2]


def day_word(match: re.Match[str], context: Context) -> Value | None:
    """Today, tomorrow evening, tonight: a day, or a TIME with its part; no value without anchor."""
    word, part = match["day"].lower(), group(match, "part")
    if match["day"][0].isupper() and context.grammar.before == "PROPN":
        return None  # "USA Today", a newspaper
    code = _part(match) if part else ("NI" if word == "tonight" else "")
    kind = "TIME" if code else "DATE"
    if context.anchor is None or context.grammar.quoted:
        return kind, None, "unresolved"  # a speaker's today need not be the article's
    offset = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    day = context.anchor + dt.timedelta(days=offset)
    return kind, day.isoformat() + (f"T{code}" if code else ""), "relative"


def part_of_day(match: re.Match[str], context: Context) -> Value | None:
    """This morning, last night: 2025-01-28TMO; None for "the morning", "a late night", any ones."""
    lead = match["p"].lower()
    if lead == "the" or match["part"][0].isupper() or _ARTICLE.search(before(match, _NARROW)):
        return None
    if context.anchor is None or context.grammar.quoted:
        return "TIME", None, "unresolved"
    back = lead == "yesterday" or (lead == "last" and match["part"].lower() == "night")
    near = _told_day(context) if lead in _VAGUE else context.anchor
    day = (near or context.anchor) - dt.timedelta(days=back)
    return "TIME", f"{day.isoformat()}T{_part(match)}", "relative"


def same_part(match: re.Match[str], context: Context) -> Value | None:
    """That night, the previous evening: of the day that the text named last; None without one."""
    if context.day is None:
        return None
    step = {"previous": -1, "next": 1, "following": 1}.get(group(match, "step") or "", 0)
    day = context.day + dt.timedelta(days=step)
    return "TIME", f"{day.isoformat()}T{_part(match)}", "relative"


def clock(match: re.Match[str], context: Context) -> Value | None:
    """3.30pm, 15:30 GMT: a time of the day that the text named last, or else of the article's.

    XXXX-XX-XXT15:30 where neither is known; None for no time of a clock.
    """
    hour, minute = int(match["hour"]), group(match, "min") or "00"
    half = group(match, "half")
    if hour > (_NOON if half else _LAST_HOUR) or int(minute) > _LAST_MINUTE:
        return None
    if not half and not group(match, "zone", "bare_zone") and _in_a_name(match):
        return None
    if half:
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    universal = group(match, "zone", "bare_zone") in table("dates")["universal_time"]
    return _at(f"{hour:02}:{minute}{'Z' if universal else ''}", context)


def _in_a_name(match: re.Match[str]) -> bool:
    """Whether bare digits stand between the capitalised words of a name ("the Oslo 1:59 Race")."""
    return bool(
        _NAME_BEFORE.search(before(match, _NAME_WIDTH))
        and _NAME_AFTER.match(match.string, match.end())
    )


def named_clock(match: re.Match[str], context: Context) -> Value | None:
    """At noon, by midnight: T12:00, T24:00."""
    return _at(table("dates")["clock_words"][match["word"].lower()], context)


def _at(time: str, context: Context) -> Value:
    day = context.day or _told_day(context)
    if day is None:
        return "TIME", f"XXXX-XX-XXT{time}", "unresolved"
    return "TIME", f"{day.isoformat()}T{time}", "relative"


def _told_day(context: Context) -> dt.date | None:
    """The article's day; of what it tells in the past tense the first day that it named."""
    first, anchor = context.first, context.anchor
    if anchor is None or first is None or context.grammar.tense != "past":
        return anchor
    return first if 0 <= (anchor - first).days <= _NEWS else anchor


def _part(match: re.Match[str]) -> str:
    return str(table("dates")["day_parts"][match["part"].lower()])
