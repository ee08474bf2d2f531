"""Years: the year alone, and what four digits are not.

Each reader takes a match of its pattern in `period_forms.py` and gives type, value and basis, or
None.
"""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates.context import Context, Value, before
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

_NAME_BEFORE = re.compile(r"(?:^|\s)(\S+)\s$")
_NAME_WIDTH = 40  # characters: longer words than this are no names
_OPENING = "\"“‘('["  # marks before the first word of a name
# "He sent 2000 letters": after a verb, before a plural, the number counts.
_PLURAL_AFTER = re.compile(r" (?!this\b|does\b)[a-z]{2,}[a-rt-z]s\b")
# "Fell 3% to 1964": a level, as prices and indices have it.
_LEVEL = re.compile(r"(?:%|\bper ?cent|\bpoints?)\)?,? (?:to|at|to close at|to end at) $")
# "2024 Friday, UTC" is a time of the clock; "2019/20" is no one year.
_CLOCK_AFTER = re.compile(
    r"(?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,? (?:UTC|GMT|hours|hrs)\b|[/–-]\d\d\b"
)
_LONG_AGO, _FAR_AHEAD = 250, 80  # years
_SIGN_BEFORE = re.compile(r"[$£€¥#] $")


def year(match: re.Match[str], context: Context) -> Value | None:
    """The end of 2027: the year alone."""
    return "DATE", match["y"], "explicit"


def bare_year(match: re.Match[str], context: Context) -> Value | None:
    """In 2024: 2024; None in a name ("Russell 2000") and before what it counts ("2000 letters")."""
    lead = before(match, _NAME_WIDTH)
    found = _NAME_BEFORE.search(lead)
    word = found[1].lstrip(_OPENING) if found else ""
    dates = table("dates")
    before_years = ("year_prepositions", "year_determiners", "dated_events")
    leads = any(word.lower() in dates[key] for key in before_years)
    if word[:1].isupper() and not leads:
        return None
    if (
        _SIGN_BEFORE.search(lead)
        or _LEVEL.search(lead)
        or _CLOCK_AFTER.match(match.string, match.end())
    ):
        return None
    if not leads and not _is_recent(int(match["y"]), context):
        return None
    if _counted().match(match.string, match.end()):
        return None
    if word and not leads and _PLURAL_AFTER.match(match.string, match.end()):
        return None
    if _approximated().search(lead):
        return None
    return "DATE", match["y"], "explicit"


def _is_recent(year: int, context: Context) -> bool:
    """Whether news would name the year without a preposition."""
    if context.anchor is None:
        return True
    return context.anchor.year - _LONG_AGO <= year <= context.anchor.year + _FAR_AHEAD


@cache
def _approximated() -> re.Pattern[str]:
    """Words right before a number that no year has after them ("roughly 2000")."""
    words = alternatives(table("dates")["year_approximators"])
    return re.compile(rf"\b(?:{words}) $", re.IGNORECASE)


@cache
def _counted() -> re.Pattern[str]:
    """What a number of four digits measures or counts, right after it."""
    return re.compile(rf"[ -](?:{alternatives(table('dates')['year_stoppers'])})\b", re.IGNORECASE)
