"""Ranges: two ends that are one figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefwright.extract.figures import patterns
from briefwright.extract.figures.amounts import Amount
from briefwright.extract.numbers import DIGITS, digits_value
from briefwright.model import Span


def without_overlaps(amounts: list[Amount]) -> list[Amount]:
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
            low = last.value if last.scaled or not amount.scaled else _scaled_like(last, amount)
            start = _range_start(text, last.span.start)
            joined[-1] = replace(
                last, span=Span(start, amount.span.end), value=low, upper=amount.value
            )
            continue
        joined.append(_with_bare_low_end(text, amount))
    return joined


_MOVED_BY = re.compile(r"\b(?:\w+ed|by|up|down|fell|rose|lost|slid|sank|shed|won) $")


def _is_range(text: str, low: Amount, high: Amount) -> bool:
    between = text[low.span.end : high.span.start]
    if low.kind != high.kind or low.currency != high.currency or low.upper is not None:
        return False
    if not patterns.joiner().fullmatch(between):
        return False
    before = text[max(0, low.span.start - 9) : low.span.start].lower()
    if between == " and ":
        return before.endswith("between ")
    # "added €5.25 to €221.50" is a change and the level it led to.
    moved = _MOVED_BY.search(text[max(0, low.span.start - 12) : low.span.start])
    return low.value < high.value and not before.endswith("from ") and not moved


def _range_start(text: str, start: int) -> int:
    return start - 8 if text[max(0, start - 8) : start].lower() == "between " else start


def _scaled_like(low: Amount, high: Amount) -> Decimal:
    """As in "$5 to $7 billion" means five billion when the plain value would be absurdly small."""
    scale = Decimal(1)
    while high.value / scale >= 1000:  # noqa: PLR2004 - scales go by thousands
        scale *= 1000
    return low.value * scale if low.value < high.value / 1000 else low.value


def _with_bare_low_end(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - 20) : amount.span.start]
    match = patterns.open_range().search(before)
    if match is None or amount.kind == "ratio":
        return amount
    number = re.match(DIGITS, match[0])
    low = digits_value(number[0]) if number else None
    if low is None or low >= _mantissa(text, amount):
        return amount
    factor = amount.value / _mantissa(text, amount)
    start = amount.span.start - len(match[0])
    before_range = text[max(0, start - 5) : start].lower()
    if before_range.endswith("from "):
        return amount
    return replace(
        amount, span=Span(start, amount.span.end), value=low * factor, upper=amount.value
    )


def _mantissa(text: str, amount: Amount) -> Decimal:
    number = re.search(DIGITS, amount.span.of(text))
    return digits_value(number[0]) if number else Decimal(0)
