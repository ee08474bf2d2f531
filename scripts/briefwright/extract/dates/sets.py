"""Sets: how often, and at which rate.

Each reader takes a match of its pattern in `duration_forms.py` and gives type, value and basis, or
None.
"""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, after, before, group
from briefwright.extract.dates.durations import amount_of, unit_of
from briefwright.extract.numbers import alternatives, number_word_pattern
from briefwright.extract.tables import table

_WIDTH = 24  # characters: the longest words of a rate
_SENTENCE_START = re.compile(r"(?:^|[.?!:\x1e“\"(])[ \n]?$")
_CAPITAL = re.compile(r" [A-Z]")


def repeated(match: re.Match[str], context: Context) -> Value | None:
    """Every day, £40m a year: a SET of P1D, P1Y; "for a week" a DURATION; else None."""
    one = timex.duration("1", unit_of(match))
    text = before(match, _WIDTH)
    if match["u"].lower() == "hour" and _speed().search(text):
        return None
    if match["every"].lower() not in {"a", "an"}:
        return "SET", one, "explicit"
    if _rate().search(text) or (context.grammar.before == "NOUN" and _PLURAL.search(text)):
        return "SET", one, "explicit"
    if unit_of(match) == "Q":
        return None  # a fourth of something
    lasts = _length().search(text) or _EVENT_AFTER.match(after(match, _WIDTH))
    return ("DURATION", one, "explicit") if lasts else None


_PLURAL = re.compile(r"(?<![a-z])[a-z]{2,}s $")
# "A year after the flood": a length, where no rate stands before it.
_EVENT_AFTER = re.compile(r" (?:after|before|since|into|later than|of)\b|[- ]long\b")


def every_few(match: re.Match[str], context: Context) -> Value | None:
    """Every two years, every ten seconds: a SET of P2Y, PT10S."""
    other = group(match, "other")
    amount = "2" if other else amount_of(match)
    return "SET", timex.duration(amount, unit_of(match)), "explicit"


def set_weekday(match: re.Match[str], context: Context) -> Value | None:
    """Every Friday, on Fridays: XXXX-WXX-5; None for a name in lower case."""
    if not match["wd"][0].isupper() or not match["wd"].lower().endswith("day"):
        return None
    number = table("dates")["weekdays"][match["wd"].lower()]
    part = group(match, "part")
    suffix = f"T{table('dates')['day_parts'][part]}" if part else ""
    return "SET", f"XXXX-WXX-{number}{suffix}", "explicit"


def set_of_year(match: re.Match[str], context: Context) -> Value | None:
    """Every January, each summer, every weekend: XXXX-01, XXXX-SU, XXXX-WXX-WE."""
    dates = table("dates")
    month, season = group(match, "m"), group(match, "s")
    if month:
        return "SET", f"XXXX-{int(dates['months'][month]):02}", "explicit"
    return "SET", f"XXXX-{dates['seasons'][season]}" if season else "XXXX-WXX-WE", "explicit"


def often(match: re.Match[str], context: Context) -> Value | None:
    """Annually, quarterly, annual: a SET of P1Y, P1Q; None within a name ("the Daily Bugle")."""
    word = match["often"]
    if word[0].isupper() and not _SENTENCE_START.search(before(match, 2)):
        return None
    if word[0].isupper() and _CAPITAL.match(after(match, 2)):
        return None
    return "SET", str(table("dates")["frequencies"][word.lower()]), "explicit"


@cache
def _rate() -> re.Pattern[str]:
    """What makes "a year" a rate: an amount or a frequency right before it."""
    words = alternatives(table("dates")["rate_nouns"])
    return re.compile(
        rf"(?:\d(?:k|m|bn|tn)?|%|\b(?:{words})|(?:\d|\b{number_word_pattern()}) \w+)\s$",
        re.IGNORECASE,
    )


@cache
def _speed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('dates')['speeds'])}) $", re.IGNORECASE)


@cache
def _length() -> re.Pattern[str]:
    """What makes "a year" a length."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['length_words'])}) $", re.IGNORECASE)
