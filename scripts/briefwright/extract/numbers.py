"""Numbers as English newspapers write them."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import cache

from briefwright.extract.tables import table

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"
_HUNDRED = 100


def alternatives(entries: list[str] | dict[str, object]) -> str:
    """A regular expression that matches the longest of `entries` first."""
    return "|".join(re.escape(e) for e in sorted(entries, key=len, reverse=True))


@cache
def number_word_pattern() -> str:
    """Number words under a thousand ("twenty-five", "one hundred and five").

    Round hundreds are left to the scale: of "two hundred" it matches "two".
    """
    numbers = table("numbers")
    ones, tens = alternatives(numbers["units"]), alternatives(numbers["tens"])
    small = rf"(?:(?:{tens})(?:[- ](?:{ones}))?|{ones})"
    return rf"(?:(?:{ones}|a) hundred (?:and )?{small}\b|{small})"


@cache
def scale_pattern() -> str:
    """A scale word or its abbreviation, or two words that multiply ("lakh crore")."""
    numbers = table("numbers")
    every, first = alternatives(numbers["scales"]), alternatives(numbers["multiplied_scales"])
    return rf"(?:(?:{first})[ -](?:{first}|{alternatives(numbers['large_scales'])})|{every})"


@cache
def approximator_pattern() -> str:
    """Words right before a number that make it approximate."""
    return rf"(?:{alternatives(table('numbers')['approximators'])})"


def digits_value(text: str) -> Decimal:
    """The value of `DIGITS`; commas group thousands (or lakhs)."""
    return Decimal(text.replace(",", ""))


def words_value(text: str) -> Decimal | None:
    """The value of number words under a thousand, or None."""
    numbers = table("numbers")
    hundreds, _, rest = text.lower().rpartition(" hundred ")
    if hundreds:
        of_hundreds, small = number_value(hundreds), words_value(rest.removeprefix("and "))
        return None if of_hundreds is None or small is None else of_hundreds * _HUNDRED + small
    value = 0
    for word in re.split(r"[- ]", rest):
        if word in numbers["units"]:
            value += numbers["units"][word]
        elif word in numbers["tens"]:
            value += numbers["tens"][word]
        else:
            return None
    return Decimal(value)


def number_value(text: str) -> Decimal | None:
    """The value of digits or number words; "a" and "an" are one."""
    if re.fullmatch(DIGITS, text):
        return digits_value(text)
    if text.lower() in {"a", "an"}:
        return Decimal(1)
    return words_value(text)


def scale_value(text: str | None) -> Decimal:
    """The factor of a scale as `scale_pattern` matches it; 1 for none."""
    scales = table("numbers")["scales"]
    words = re.split(r"[- ]", text.lower()) if text else []
    return math.prod((Decimal(scales[word]) for word in words), start=Decimal(1))
