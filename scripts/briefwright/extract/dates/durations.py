"""Durations and sets: how long, how often, and how long ago.

Each reader takes a match of its pattern in `duration_forms.py` and gives type, value and basis, or
None.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from briefwright.extract.dates import grain, timex
from briefwright.extract.dates.context import Context, Value, before
from briefwright.extract.numbers import number_value, number_word_pattern
from briefwright.extract.tables import table

_NUMBER_WIDTH = 12  # characters: the longest number words
_COMPARED_WIDTH = 60  # characters: a comparison and its amount
_OTHER_LENGTH = re.compile(
    r"(?:\blight|\bhundred|\bthousand|\bdozen|\bmillion|\bbillion|±)[ -]$", re.IGNORECASE
)
_AND_A_HALF = re.compile(r"[- ]and[- ]a[- ]half$")
_COMPARED = re.compile(r"\b(?:against|from|compared (?:with|to)|versus|than|up on)\b[^.;]*$")


def counted(match: re.Match[str], context: Context) -> Value | None:
    """Three years ago, two days later: the day or unit that far from the anchor.

    "Later" and "earlier" count from the date that the text named last, when there is one, and so
    does "a year ago" in a comparison of quarters; two days from a known day is a day, two years ago
    is a year.
    """
    amount, unit = amount_of(match), unit_of(match)
    direction = table("dates")["directions"][match["dir"].lower()]
    if unit.startswith("T"):
        return "TIME", None, "unresolved"
    if not amount.isdigit():
        return _vaguely(match["dir"].lower())
    steps = int(amount) * (1 if direction["ahead"] else -1)
    if direction["from_text"] or (context.quarter and _compares(match)):
        held = context.quarter if unit == "Y" and context.quarter else context.recent
        value = grain.moved(held, steps, unit) if held else None
        if value is not None:
            return "DATE", value, "relative"
        if direction["ahead"] or direction["needs_text"]:
            return "DATE", None, "unresolved"  # later than what, the text does not say
    return _from_anchor(steps, unit, context)


def _vaguely(direction: str) -> Value:
    value = table("dates")["directions"][direction].get("vague")
    return "DATE", value, "explicit" if value else "unresolved"


def _compares(match: re.Match[str]) -> bool:
    return bool(_COMPARED.search(before(match, _COMPARED_WIDTH)))


def _from_anchor(steps: int, unit: str, context: Context) -> Value:
    if context.anchor is None:
        return "DATE", None, "unresolved"
    try:
        day = timex.shift(context.anchor, steps, unit)
    except (ValueError, OverflowError):
        return "DATE", None, "unresolved"
    return "DATE", timex.at_grain(day, unit), "relative"


def duration(match: re.Match[str], context: Context) -> Value | None:
    """The past three years: P3Y."""
    return "DURATION", timex.duration(amount_of(match), unit_of(match)), "explicit"


def past_unit(match: re.Match[str], context: Context) -> Value | None:
    """The past year, a year-long strike: P1Y, another thing than "last year"."""
    return "DURATION", timex.duration("1", unit_of(match)), "explicit"


def amount(match: re.Match[str], context: Context) -> Value | None:
    """Three years, six-month: P3Y; None for "10-year yield", a security, "three quarters of"."""
    number, unit = match["n"].lower(), unit_of(match)
    if before(match, 2).strip() == "±":
        return None  # the margin of another length
    following = (match["after"] or "").strip(" -").lower().rstrip(".")
    if number in {"a", "an"}:
        return None  # "a year" after an amount is a set
    if unit == "Q" and (following == "of" or match[0].lower().startswith("three quarters")):
        return None  # the fraction
    if not match["u"].lower().endswith("s") and following in table("dates")["securities"]:
        return None
    return "DURATION", timex.duration(amount_of(match), unit), "explicit"


def age(match: re.Match[str], context: Context) -> Value | None:
    """82-year-old, 4,500 years old: P82Y (TIDES 2005, 4.3.3: ages are durations)."""
    return "DURATION", timex.duration(amount_of(match), unit_of(match)), "explicit"


def measured(match: re.Match[str], context: Context) -> Value | None:
    """2 hours 1 minute 39.5 seconds: PT2H1M39.5S."""
    parts = ((match["h"], "H"), (match["m"] or match["m2"], "M"), (match["s"] or match["s2"], "S"))
    return "DURATION", "PT" + "".join(n + unit for n, unit in parts if n), "explicit"


def halved(match: re.Match[str], context: Context) -> Value | None:
    """Half an hour, half a year: PT30M, P6M."""
    return "DURATION", table("dates")["halves"][match["u"].lower()], "explicit"


def unit_and_a_half(match: re.Match[str], context: Context) -> Value | None:
    """A year and a half: P1.5Y."""
    return "DURATION", timex.duration("1.5", unit_of(match)), "explicit"


def vague(match: re.Match[str], context: Context) -> Value | None:
    """For years, recent decades: PXY; None after a number that another rule has turned down, and
    for lengths of other things ("light years", "75 million years").
    """
    lead = before(match, _NUMBER_WIDTH)
    if _numbered().search(lead) or _OTHER_LENGTH.search(lead):
        return None
    return "DURATION", timex.duration("X", unit_of(match)), "unresolved"


def of_vague_length(match: re.Match[str], context: Context) -> Value | None:
    """A decades-long feud: PXDE."""
    return "DURATION", timex.duration("X", unit_of(match)), "unresolved"


def amount_of(match: re.Match[str]) -> str:
    """The number as TIMEX3 writes it; X when the words give none ("several")."""
    text = match["n"].lower().rstrip("+")
    whole = _AND_A_HALF.sub("", text)
    value = Decimal(whole) if re.fullmatch(r"\d+\.\d+", whole) else number_value(whole)
    if value is None:
        return str(table("dates")["vague_numbers"].get(text, "X"))
    return f"{value + Decimal('0.5')}" if whole != text else f"{value.normalize():f}"


def unit_of(match: re.Match[str]) -> str:
    """The unit's TIMEX3 letters; those of the clock with a T."""
    word = match["u"].lower()
    units = table("dates")["units"]
    singular = {"centuries": "century"}.get(word, word if word in units else word.removesuffix("s"))
    return str(units[singular])


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?:\d|\b{number_word_pattern()}|\ban?|\bfew)[ -]$", re.IGNORECASE)
