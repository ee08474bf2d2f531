"""Days and months: calendar dates, weekdays.

Each reader takes a match of its pattern in `day_forms.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache, lru_cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

# "On a wet Tuesday morning" is some Tuesday, not the last one.
_SOME_DAY = re.compile(r"\b(?P<article>an?|one|any|another) (?P<described>\w+ )?$", re.IGNORECASE)
_SOME_DAY_WIDTH = 24  # characters: an article and one adjective
_POSSESSIVE = re.compile(r" ?['’]s\b")
# Of the article's own weekday: only these leave today for the day a week on.
_UNTIL = re.compile(r"\b(?:until|till|coming) $", re.IGNORECASE)
_UNTIL_WIDTH = 8
# "Ann met June Jones", "the Women's March": a name goes on after it, somebody owns it.
_NAME_AFTER = re.compile(r" (?-i:[A-Z][a-z])")
_OWNED = re.compile(r"['’]s? $")
_OWNED_WIDTH = 3
_AGAINST = re.compile(r" (?:on|for|against) (?-i:[A-Z])")
# "30 February": a day that no calendar has leaves no month behind.
_DAY_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? $", re.IGNORECASE)
_DAY_WIDTH = 10  # characters: " 31st of "
# A date told in the past tense lies behind, unless that makes it this much older than the nearest
# one: newspapers then state its year (AP Stylebook, "months").
_OLD = 300  # days
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
    month = _month_number(group(match, "m1", "m2") or "")
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
    if not _valid(year, month, day) or _is_verb(match, context):
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


def month_of_year(match: re.Match[str], context: Context) -> Value | None:
    """March last year: 2024-03."""
    month = _month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    step = table("dates")["steps"][match["which"].lower()]
    return "DATE", f"{context.anchor.year + step}-{month:02}", "relative"


def month_year(match: re.Match[str], context: Context) -> Value | None:
    """March 2024, late March of 2024: 2024-03; None for the verbs "may" and "march"."""
    if _is_verb(match, context):
        return None
    return "DATE", f"{match['y']}-{_month_number(match['m']):02}", "explicit"


def month(match: re.Match[str], context: Context) -> Value | None:
    """In March: the last one, in a future clause the coming one; None where it is no name."""
    if not _names_month(match, context):
        return None
    month = _month_number(match["m"])
    if context.anchor is None:
        return "DATE", f"XXXX-{month:02}", "unresolved"
    which = group(match, "which")
    step = table("dates")["steps"].get(which) if which else None
    if step == 0:
        return "DATE", f"{context.anchor.year}-{month:02}", "relative"
    future = context.future if step is None else step > 0
    year = timex.year_of_day(context.anchor, month, None, future=bool(future))
    return "DATE", f"{year}-{month:02}", "relative"


def _names_month(match: re.Match[str], context: Context) -> bool:
    name, dates = match["m"], table("dates")
    if not name[0].isupper() or name.lower() in dates["short_months"]:
        return False
    if _is_verb(match, context) or _DAY_BEFORE.search(before(match, _DAY_WIDTH)):
        return False
    if match[0] != name or name.lower() not in dates["ambiguous_months"]:
        return True
    if context.grammar.person or context.grammar.before == "PROPN":
        return False
    if context.grammar.before != "ADP" and _NAME_AFTER.match(match.string, match.end()):
        return False
    if name == "March" and _is_rally(match):
        return False
    return not (_named_person(match.string, name) and _POSSESSIVE.match(match.string, match.end()))


def _is_rally(match: re.Match[str]) -> bool:
    """The Women's March, the March on the palace."""
    owned = _OWNED.search(before(match, _OWNED_WIDTH))
    return bool(owned) or bool(_AGAINST.match(match.string, match.end()))


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
    if _names().search(lead):
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
        return day - dt.timedelta(weeks=1) if step < 0 and day == anchor else day
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


def _month_number(name: str) -> int:
    return int(table("dates")["months"][name.lower()])


def _is_verb(match: re.Match[str], context: Context) -> bool:
    """Whether it is the verb: "may" and "march" in lower case, and "May I", are no months."""
    names = {match.groupdict().get(name) for name in ("m", "m1", "m2")}
    if any(name in table("dates")["verb_months"] for name in names):
        return True
    if "May" not in names:
        return False
    modal = context.grammar.tag == "MD" and bool(match.groupdict().get("m"))
    return modal or bool(_subject().match(match.string, match.end()))


@cache
def _names() -> re.Pattern[str]:
    """Words before a weekday that make it the name of one day in history or of a feast."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['weekday_names'])}) $")


@lru_cache(maxsize=8)
def _named_person(text: str, name: str) -> bool:
    """Whether the text has a person of that name: "Ann May" makes "May's plan" hers."""
    leads = alternatives(table("dates")["month_leads"])
    return bool(re.search(rf"\b(?!(?:{leads})\b)[A-Z][a-z]+\.? {name}\b", text))


@cache
def _subject() -> re.Pattern[str]:
    """A pronoun after "May" makes it the verb of a question or a wish."""
    return re.compile(rf" (?:{alternatives(table('dates')['modal_subjects'])})\b", re.IGNORECASE)
