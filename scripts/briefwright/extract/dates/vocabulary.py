"""Pieces that the patterns of several kinds of time expressions share."""

from __future__ import annotations

from functools import cache

from briefwright.extract.dates.context import Reader
from briefwright.extract.numbers import alternatives, number_word_pattern
from briefwright.extract.tables import table

Form = tuple[str, Reader]

YEAR = r"(?:1[5-9]\d\d|20\d\d)"
COMMA = r"(?: ?,)?"  # tokenised text has a space before it
# Longer runs of digits count no days or years; the bound also keeps their values printable.
DIGITS = r"(?<!\d[.,])(?:\d{1,3}(?:,\d{3}){1,2}|\d{1,9})(?:\.\d{1,9})?\+?"


def one_of(key: str) -> str:
    """Any entry of a list or the keys of a mapping in the table of dates."""
    return alternatives(table("dates")[key])


@cache
def part() -> str:
    """Words before a month or year that name a part of it, optional."""
    return rf"(?:(?:the )?(?:very )?(?:{one_of('parts_of_unit')})[ -]?)?"


@cache
def units() -> str:
    """Calendar units in singular and plural."""
    names = table("dates")["units"]
    return "|".join(
        "century|centuries" if name == "century" else f"{name}s?"
        for name in sorted(names, key=len, reverse=True)
    )


@cache
def number() -> str:
    """Digits, number words with "and a half", and words for a few."""
    vague = one_of("vague_numbers")
    return rf"(?:{vague}|(?:{DIGITS}|{number_word_pattern()})(?:[- ]and[- ]a[- ]half)?|an?)"
