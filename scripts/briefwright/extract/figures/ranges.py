"""Ranges: two ends that are one figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefwright.extract.figures import patterns
from briefwright.extract.figures.amounts import Amount
from briefwright.extract.numbers import DIGITS, digits_value
from briefwright.model import Span

_BETWEEN, _FROM = "between ", "from "
# "added €5.25 to €221.50" is a change and the level it led to.
_MOVED_BY = re.compile(r"\b(?:\w+ed|by|up|down|fell|rose|lost|slid|sank|shed|won) $")
_MOVED_WIDTH = 12  # characters: the longest such verbs
_LOW_END_WIDTH = 26  # characters: the longest bare lower end ("between 1,234,567.89 and ")


def without_overlaps(amounts: list[Amount]) -> list[Amount]:
    """The amounts in text order; of two that share characters the longer, then the earlier."""
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.span.start, -len(a.span))):
        if kept and kept[-1].span.overlaps(amount.span):
            if len(amount.span) > len(kept[-1].span):
                kept[-1] = amount
            continue
        kept.append(amount)
    return kept


def join_ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    """Two ends of one range become one amount; a bare lower end ("5 to 7%") joins its upper."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, amount):
            start = _range_start(text, last.span.start)
            span = Span(start, amount.span.end)
            low = _scaled_like(last, amount)
            joined[-1] = replace(last, span=span, value=low, upper=amount.value)
            continue
        joined.append(_with_bare_low_end(text, amount))
    return joined


def _is_range(text: str, low: Amount, high: Amount) -> bool:
    between = text[low.span.end : high.span.start]
    if low.kind != high.kind or low.currency != high.currency or low.upper is not None:
        return False
    if not patterns.joiner().fullmatch(between):
        return False
    if between == " and ":
        return _follows(text, low.span.start, _BETWEEN)
    moved = _MOVED_BY.search(text[max(0, low.span.start - _MOVED_WIDTH) : low.span.start])
    return low.value < high.value and not _follows(text, low.span.start, _FROM) and not moved


def _range_start(text: str, start: int) -> int:
    return start - len(_BETWEEN) if _follows(text, start, _BETWEEN) else start


def _follows(text: str, start: int, words: str) -> bool:
    """Whether `words`, in any case, stand right before `start`."""
    return text[max(0, start - len(words)) : start].lower() == words


def _scaled_like(low: Amount, high: Amount) -> Decimal:
    """The lower end's value: five billion in "$5 to $7 billion", nine hundred in "$900 to $1m"."""
    if low.scale != 1 or low.value * high.scale > high.value:
        return low.value
    return low.value * high.scale


def _with_bare_low_end(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - _LOW_END_WIDTH) : amount.span.start]
    match = patterns.open_range().search(before)
    if match is None or amount.kind == "ratio":
        return amount
    low, upper = digits_value(match["n"] or match["low"]), _mantissa(text, amount)
    start = amount.span.start - len(match[0])
    if low >= upper or _follows(text, start, _FROM):
        return amount
    span = Span(start, amount.span.end)
    return replace(amount, span=span, value=low * (amount.value / upper), upper=amount.value)


def _mantissa(text: str, amount: Amount) -> Decimal:
    """The number as written, without scale or unit; 0 for number words."""
    number = re.search(DIGITS, amount.span.of(text))
    return digits_value(number[0]) if number else Decimal(0)
