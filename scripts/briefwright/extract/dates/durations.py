"""Durations and sets: how long, how often, and how long ago.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before
from briefwright.extract.numbers import number_value, number_word_pattern
from briefwright.extract.tables import table

_NUMBER_WIDTH = 12  # characters: the longest number words
_RATE_WIDTH = 16  # characters: the longest words of `_RATE`
# "£40m a year", "twice a week": "a" makes a set only after an amount or a frequency.
_RATE = re.compile(
    r"(?:\d(?:k|m|bn|tn)?|%|\b(?:million|billion|trillion|once|twice|times|dollars|euros|pounds"
    r"|yen|cents|tonnes|barrels|people|percent|cent)|\d \w+)\s$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\b(?:in|within|over|for) $")


def counted(match: re.Match[str], context: Context) -> Value | None:
    """Three years ago, two days later: the day or unit that far from the anchor.

    "Later" and "earlier" count from the date before them in the paragraph when there is one; two
    days from a known day is a day, two years ago is a year.
    """
    amount, unit = _amount_of(match), _unit_of(match)
    direction = match["dir"].lower()
    if unit.startswith("T"):
        return "TIME", None, "unresolved"
    from_text = direction in {"later", "earlier", "before"}
    origin = context.previous if from_text and context.previous else context.anchor
    if from_text and direction == "later" and context.previous is None:
        origin = None  # later than what, the text does not say
    if origin is None or not amount.isdigit():
        return "DATE", None, "unresolved"
    sign = 1 if direction in {"later", "from now"} else -1
    try:
        day = timex.shift(origin, sign * int(amount), unit)
    except (ValueError, OverflowError):
        return "DATE", None, "unresolved"
    precise = from_text and context.previous is not None and unit in {"D", "W", "2W"}
    return "DATE", timex.at_grain(day, "D" if precise or unit == "D" else unit), "relative"


def duration(match: re.Match[str], context: Context) -> Value | None:
    """The past three years: P3Y."""
    return "DURATION", timex.duration(_amount_of(match), _unit_of(match)), "explicit"


def past_unit(match: re.Match[str], context: Context) -> Value | None:
    """The past year: P1Y, another thing than "last year"."""
    return "DURATION", timex.duration("1", _unit_of(match)), "explicit"


def amount(match: re.Match[str], context: Context) -> Value | None:
    """Three years, six-month: P3Y; None for ages, and for securities ("10-year yield")."""
    amount, number = _amount_of(match), match["n"].lower()
    after = (match["after"] or "").strip(" -").lower().rstrip(".")
    singular = not match["u"].lower().endswith("s")
    if number in {"a", "an"} or after == "old":
        return None  # "a year" after an amount is a set; ages are no times
    if singular and after in table("dates")["securities"]:
        return None
    return "DURATION", timex.duration(amount, _unit_of(match)), "explicit"


def vague(match: re.Match[str], context: Context) -> Value | None:
    """For years, decades: PXY; None after a number that another rule has turned down."""
    if _numbered().search(before(match, _NUMBER_WIDTH)):
        return None
    unit = {"decades": "DE", "centuries": "CE", "years": "Y", "months": "M", "weeks": "W"}
    return "DURATION", timex.duration("X", unit[match["n"].lower()]), "unresolved"


def repeated(match: re.Match[str], context: Context) -> Value | None:
    """Every day, £40m a year: a SET of P1D, P1Y; "in a week" a DURATION; else None."""
    text = before(match, _RATE_WIDTH)
    if match["every"].lower() in {"a", "an"} and not _RATE.search(text):
        span = _SPAN.search(text)
        return ("DURATION", timex.duration("1", _unit_of(match)), "explicit") if span else None
    return "SET", timex.duration("1", _unit_of(match)), "explicit"


def set_weekday(match: re.Match[str], context: Context) -> Value | None:
    """Every Friday: XXXX-WXX-5."""
    number = table("dates")["weekdays"][match["wd"].lower()]
    return "SET", f"XXXX-WXX-{number}", "explicit"


def often(match: re.Match[str], context: Context) -> Value | None:
    """Annually, monthly: a SET of P1Y, P1M."""
    unit = table("dates")["frequencies"][match["often"].lower()]
    return "SET", timex.duration("1", unit), "explicit"


def _amount_of(match: re.Match[str]) -> str:
    """The number as TIMEX3 writes it; X when the words give none ("several")."""
    text = match["n"].lower()
    if re.fullmatch(r"\d+\.\d+", text):
        return text
    value = number_value(text)
    return "X" if value is None else str(int(value))


def _unit_of(match: re.Match[str]) -> str:
    word = match["u"].lower()
    units = table("dates")["units"]
    singular = {"centuries": "century"}.get(word, word if word in units else word.removesuffix("s"))
    return str(units[singular])


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:\d|\b{number_word_pattern()}|\ban?|\bfew)[ -]$", re.IGNORECASE)
