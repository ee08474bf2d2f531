"""Figures: every amount of the text, with its value in plain units."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefwright.extract.figures import patterns
from briefwright.extract.figures.amounts import (
    Amount,
    level_amounts,
    measured_amounts,
    ratio_amounts,
)
from briefwright.extract.figures.counts import find_counts
from briefwright.extract.figures.money import money_amounts
from briefwright.extract.figures.quantities import quantity_amounts
from briefwright.extract.figures.ranges import join_ranges, without_overlaps
from briefwright.extract.reading import Reading
from briefwright.extract.text_view import running_text
from briefwright.model import Figure, Span, figure_id

# Around a number: how far back an approximating word can start ("in excess of " is 13 characters).
_LOOK_BACK = 16
_LISTED, _LISTED_REACH = ";,/", 4  # marks between conversions of one amount, and how many at most
_MARGIN = re.compile(r"\d[%\w]{0,8} ?(?:±|\+/[-−]) ?$")
# Larger or finer than any amount of a newspaper: keys, hashes and damaged tables.
_LARGEST, _DECIMALS = Decimal("1e20"), 15


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """All figures in text order; where two overlap, the longer stands."""
    text = running_text(reading.article)
    amounts = [
        *money_amounts(text),
        *measured_amounts(text),
        *ratio_amounts(text),
        *level_amounts(text),
        *quantity_amounts(text),
    ]
    amounts = [a for a in amounts if _is_plausible(a)]
    amounts = join_ranges(text, without_overlaps(amounts))
    amounts = [_approximate(text, amount) for amount in amounts]
    amounts += [a for a in find_counts(reading, [a.span for a in amounts]) if _is_plausible(a)]
    amounts = [a for a in without_overlaps(amounts) if not _is_margin(text, a)]
    return _figures(reading, sorted(amounts, key=lambda a: a.span))


def _is_margin(text: str, amount: Amount) -> bool:
    """Whether it only says how far off the amount before it may be ("61% ± 3%")."""
    before = text[max(0, amount.span.start - _LOOK_BACK) : amount.span.start]
    return _MARGIN.search(before) is not None


def _is_plausible(amount: Amount) -> bool:
    """Whether somebody can have meant the number; the format takes no longer ones either."""
    exponent = amount.value.as_tuple().exponent
    return abs(amount.value) < _LARGEST and isinstance(exponent, int) and exponent >= -_DECIMALS


def _approximate(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - _LOOK_BACK) : amount.span.start]
    match = patterns.approximator().search(before)
    if match is None:
        return amount
    start = amount.span.start - len(before) + match.start("word")
    return replace(amount, span=Span(start, amount.span.end), approximate=True)


def _figures(reading: Reading, amounts: list[Amount]) -> tuple[Figure, ...]:
    text, sha = reading.text, reading.article.sha256
    figures: list[Figure] = []
    for amount in amounts:
        converts = _converted(text, figures, amount)
        figures.append(
            Figure.of(
                text,
                amount.span,
                id=figure_id(sha, amount.span),
                kind=amount.kind,
                value=amount.value,
                upper=amount.upper,
                currency=amount.currency,
                unit=amount.unit,
                approximate=amount.approximate,
                converts=converts,
            )
        )
    return tuple(figures)


def _converted(text: str, earlier: list[Figure], amount: Amount) -> str | None:
    """The figure right before this one, when this one restates it in another currency."""
    if not earlier or amount.kind != "money":
        return None
    last = earlier[-1]
    between = text[last.at.end : amount.span.start]
    if last.kind != "money" or not patterns.conversion().fullmatch(between):
        return None
    listed = between.strip() in _LISTED  # a second conversion in the brackets of the first
    known = [f for f in earlier[-_LISTED_REACH:] if f.id == (last.converts or last.id)]
    currencies = {last.currency, *(f.currency for f in known)}
    if amount.currency in currencies or (listed and not last.converts):
        return None
    return last.converts if listed else last.id
