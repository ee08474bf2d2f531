"""Ranges the wrong way round, and conversions that are off by a magnitude or in their unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefwright.check.arithmetic import Conversion, conversions, shown_rate
from briefwright.check.noticed import noticed, said
from briefwright.check.numbers import Sentence, measured, of_numbers
from briefwright.check.tables import either, table
from briefwright.check.written import plain
from briefwright.model import Article, Facts, Finding

_BETWEEN = re.compile(r"\bbetween ‹([PTMN])(\d+)›(?: [a-z]+)? and ‹([PTMN])(\d+)›", re.IGNORECASE)
# How far a conversion of a measure may lie off beyond rounding: writers round "about 10 miles".
_LOOSE = Decimal("0.1")


def scale(article: Article, facts: Facts) -> Iterator[Finding]:
    """`range-order`, `conversion-scale` and `unit-conversion`."""
    for figure in facts.figures:
        if figure.upper is not None and figure.upper < figure.value and not figure.rejected:
            message = f"{said(figure.quote)} runs from the larger amount to the smaller"
            working = [f"{plain(figure.upper)} < {plain(figure.value)}"]
            yield noticed("range-order", article, message, [figure], working=working)
    yield from _between(article, facts)
    for found in conversions(article, facts):
        yield from _magnitude(article, found)
    yield from _units(article, facts)


def _between(article: Article, facts: Facts) -> Iterator[Finding]:
    for sentence in measured(article, facts):
        for match in _BETWEEN.finditer(sentence.shape):
            first, second = (sentence.numbers[int(match[n])] for n in (2, 4))
            same = match[1] == match[3] and first.currency == second.currency
            if (
                same
                and second.value < first.value
                and _scaled(first.words) == _scaled(second.words)
            ):
                message = (
                    f"between {said(first.words)} and {said(second.words)}: the larger is first"
                )
                working = [f"{plain(second.value)} < {plain(first.value)}"]
                yield of_numbers("range-order", article, message, [first, second], working)


def _scaled(words: str) -> bool:
    """Whether a number word follows: in "between 2 and 3 million" both are millions."""
    return bool(re.search(r"\d ?[a-z]{4,}", words))


def _magnitude(article: Article, found: Conversion) -> Iterator[Finding]:
    known = table("scale")["per_dollar"]
    ends = known.get(found.base.currency), known.get(found.converted.currency)
    if ends[0] is None or ends[1] is None:
        return
    base, converted = ([Decimal(str(n)) for n in end] for end in ends)
    low, high = converted[0] / base[1], converted[1] / base[0]
    if low <= found.rate <= high:
        return
    rate = shown_rate(found.rate)
    message = (
        f"{said(found.base.quote)} = {said(found.converted.quote)} implies {rate} "
        f"{found.converted.currency} per {found.base.currency}; a number word may be wrong"
    )
    working = [
        f"{plain(found.converted.value)} / {plain(found.base.value)} = {rate}",
        f"{shown_rate(low)} to {shown_rate(high)} are the widest bounds of the check's table",
    ]
    pair = [found.base, found.converted]
    yield noticed("conversion-scale", article, message, pair, working=working)


@dataclass(frozen=True, slots=True)
class _Unit:
    one: str
    dimension: str
    size: Decimal


@cache
def _known_units() -> dict[str, _Unit]:
    return {
        name: _Unit(one, dimension, Decimal(str(size)))
        for dimension, rows in table("scale")["units"].items()
        for one, many, size in rows
        for name in (one, many)
    }


@cache
def _bracketed() -> re.Pattern[str]:
    unit = either([re.escape(name) for name in _known_units()])
    return re.compile(
        rf"‹N(\d+)›[ -]({unit})\b(?: [a-z]+){{0,2}} \((?:about |or |around )?‹N(\d+)›[ -]({unit})\)"
    )


def _units(article: Article, facts: Facts) -> Iterator[Finding]:
    """As in "10 miles (26 km)"."""
    for sentence in measured(article, facts):
        for match in _bracketed().finditer(sentence.shape):
            first, second = (sentence.numbers[int(match[n])] for n in (1, 3))
            one, other = _known_units()[match[2]], _known_units()[match[4]]
            if one.dimension != other.dimension or one.size == other.size:
                continue
            factor = one.size / other.size
            low, high = (end * factor for end in first.bounds())
            least, most = second.bounds()
            if least * (1 - _LOOSE) <= high and low <= most * (1 + _LOOSE):
                continue
            exact = f"{first.value * factor:.4g}"
            message = (
                f"{said(first.words)} {match[2]} is {plain(Decimal(exact))} {match[4]}, "
                f"not {said(second.words)}"
            )
            working = [
                f"{plain(first.value)} × {factor.normalize():.6g} = {plain(Decimal(exact))}",
                f"1 {one.one} = {factor.normalize():.6g} {match[4]}",
            ]
            yield of_numbers("unit-conversion", article, message, [first, second], working)


def has_conversion(sentence: Sentence) -> bool:
    """Whether a measure is converted in brackets."""
    return bool(_bracketed().search(sentence.shape))
