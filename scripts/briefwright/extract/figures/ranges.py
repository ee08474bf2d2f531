"""Ranges: two ends that are one figure."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from briefwright.extract.figures import patterns
from briefwright.extract.figures.amounts import MOVED_WIDTH, Amount
from briefwright.extract.numbers import (
    DIGITS,
    digits_value,
    number_value,
    number_word_pattern,
    scale_value,
)
from briefwright.extract.tables import table
from briefwright.model import Span

_BETWEEN, _FROM = "between ", "from "
_LOW_END_WIDTH = 40  # characters: the longest bare lower end ("between 1,234.5 thousand and ")


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
        joined.append(_with_bare_upper_end(text, _with_bare_low_end(text, amount)))
    return joined


def _is_range(text: str, low: Amount, high: Amount) -> bool:
    between = text[low.span.end : high.span.start]
    if (low.kind, low.currency, low.unit) != (high.kind, high.currency, high.unit) or low.upper:
        return False
    if not patterns.joiner().fullmatch(between):
        return False
    if between == " and ":
        return _follows(text, low.span.start, _BETWEEN)
    return low.value < high.value and not _changes(text, low.span.start)


def _changes(text: str, start: int) -> bool:
    """Whether a change starts here, which a level follows: "from 5% to 7%", "added €5 to €22"."""
    before = text[max(0, start - MOVED_WIDTH) : start]
    return _follows(text, start, _FROM) or patterns.moved_by().search(before) is not None


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
    number, scale = match["n"] or match["low"], match["s"] or match["s2"]
    bare, upper = number_value(number), _mantissa(text, amount)
    start = amount.span.start - len(match[0])
    dated = text[max(0, start - MOVED_WIDTH) : start].rstrip().rpartition(" ")[2].lower()
    if dated in table("dates")["months"]:  # "from 40% on July 14 to 42%"
        return amount
    if bare is None or not upper or _follows(text, start, _FROM):
        return amount
    low = bare * (scale_value(scale) if scale else amount.value / upper)
    if low >= amount.value:
        return amount
    return replace(amount, span=Span(start, amount.span.end), value=low, upper=amount.value)


def _with_bare_upper_end(text: str, amount: Amount) -> Amount:
    """With the number after a signed amount: "$10-15 million", "between €300 and 400 billion"."""
    match = patterns.bare_upper().match(text, amount.span.end)
    signed = not text[amount.span.start].isalnum() or _follows(text, amount.span.start, _BETWEEN)
    if match is None or amount.kind != "money" or amount.upper is not None or not signed:
        return amount
    between = _follows(text, amount.span.start, _BETWEEN)
    if match["joiner"] == " and " and not between:
        return amount
    if match["joiner"] == " to " and (not match["scale"] or _changes(text, amount.span.start)):
        return amount
    scale = scale_value(match["scale"]) if match["scale"] else amount.scale
    upper = digits_value(match["n"]) * scale
    low = amount.value * scale if amount.scale == 1 else amount.value
    low = amount.value if low >= upper else low
    if low >= upper:
        return amount
    span = Span(_range_start(text, amount.span.start), match.end())
    return replace(amount, span=span, value=low, upper=upper, scale=scale)


def _mantissa(text: str, amount: Amount) -> Decimal:
    """The number as written, without scale or unit; 0 where it is no plain number."""
    words = amount.span.of(text)
    number = re.search(rf"(?<![\d,]){DIGITS}", words)
    if number is not None:
        return digits_value(number[0])
    spelled = re.match(number_word_pattern(), words, re.IGNORECASE)
    return (number_value(spelled[0]) if spelled else None) or Decimal(0)
