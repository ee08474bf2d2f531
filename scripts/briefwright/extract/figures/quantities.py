"""Quantities: a number and a unit of measurement ("roughly nine kilometres", "139km", "20°C")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from briefwright.extract.figures.amounts import Amount
from briefwright.extract.numbers import (
    DIGITS,
    alternatives,
    number_value,
    number_word_pattern,
    scale_value,
)
from briefwright.extract.tables import table
from briefwright.model import Span


def quantity_amounts(text: str) -> Iterator[Amount]:
    """Every quantity; its value is in the unit that the text uses, nothing is converted."""
    for match in _pattern().finditer(text):
        number = number_value(match["n"])
        if number is None or _after().match(text, match.end()):
            continue
        value = number * (scale_value(match["scale"]) if match["scale"] else Decimal(1))
        if match["minus"]:
            value = -value
        yield Amount(
            Span(*match.span()), "quantity", value, unit=_unit(match["unit"] or match["glued"])
        )


def _unit(word: str) -> str:
    units = table("units")
    if word in units["signs"]:
        return str(units["signs"][word])
    names, lowered = _names(), word.lower().replace("-", " ")
    return names.get(lowered) or names[lowered.removesuffix("s")]


@cache
def _names() -> dict[str, str]:
    return {name.lower().replace("-", " "): code for name, code in table("units")["names"].items()}


@cache
def _pattern() -> re.Pattern[str]:
    units = table("units")
    names = "|".join(
        re.escape(name).replace(r"\ ", "[ -]").replace(r"\-", "[ -]")
        for name in sorted(units["names"], key=len, reverse=True)
    )
    number = rf"(?:{DIGITS}|(?i:{number_word_pattern()}))"
    scale = r"(?:[ -]?(?P<scale>(?i:hundred|thousand|lakh|million|billion|trillion)))?"
    return re.compile(
        rf"(?:(?P<minus>(?<![\w.,)\]–-])[-−])|(?<![\w.,:$£€¥/])(?<![A-Za-z][-–]))(?P<n>{number}){scale}"
        rf"(?:[ \xa0-](?P<unit>(?i:{names})s?|{alternatives(units['signs'])})(?![\w²³/])"
        rf"|(?<=\d)(?P<glued>{alternatives(units['signs'])})(?![\w²³/]))"
    )


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[ -](?:{alternatives(table('units')['no_amount'])})\b", re.IGNORECASE)
