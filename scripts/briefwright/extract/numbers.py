"""Numbers as English newspapers write them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from briefwright.extract.tables import table

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{2})+,\d{3}|\d+)(?:\.\d+)?"


def alternatives(entries: list[str] | dict[str, object]) -> str:
    """A regular expression that matches the longest of `entries` first."""
    return "|".join(re.escape(e) for e in sorted(entries, key=len, reverse=True))


@cache
def number_word_pattern() -> str:
    """Number words up to ninety-nine, with or without a scale ("twenty-five", "half a")."""
    numbers = table("numbers")
    ones, tens = alternatives(numbers["units"]), alternatives(numbers["tens"])
    return rf"(?:(?:{tens})(?:[- ](?:{ones}))?|{ones})"


@cache
def scale_pattern() -> str:
    """A scale word or its abbreviation."""
    return rf"(?:{alternatives(table('numbers')['scales'])})"


@cache
def approximator_pattern() -> str:
    """Words right before a number that make it approximate."""
    return rf"(?:{alternatives(table('numbers')['approximators'])})"


def digits_value(text: str) -> Decimal:
    """The value of `DIGITS`; commas group thousands (or lakhs)."""
    return Decimal(text.replace(",", ""))


def words_value(text: str) -> Decimal | None:
    """The value of a number word without scale, or None."""
    numbers = table("numbers")
    value = 0
    for word in re.split(r"[- ]", text.lower()):
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
    """The factor of a scale word; 1 for none."""
    return Decimal(table("numbers")["scales"][text.lower()]) if text else Decimal(1)
