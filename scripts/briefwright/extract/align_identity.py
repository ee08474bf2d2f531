"""The id of a fact that is still plain data, by the rules of `model.identity`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefwright.extract.occurrences import span_of
from briefwright.model import (
    Span,
    claim_id,
    date_id,
    event_id,
    figure_id,
    market_effect_id,
    skeptic_id,
)

Data = Mapping[str, Any]
Dates = Mapping[str, Span]


class _Incomplete(Exception):
    """A fact lacks a part that its id is made from."""


def identified(kind: str, fact: Data, sha256: str, dates: Dates) -> str | None:
    """The id of an aligned fact; None when a part is missing that the format asks for.

    Args:
        kind: the list of the facts file that it stands in; not `entities`.
        fact: its data, each quote with its `at`.
        sha256: the article's.
        dates: the span of each date by its id, for what refers to them.
    """
    try:
        return _RULES[kind](fact, sha256, dates)
    except _Incomplete:
        return None


def _date(fact: Data, sha256: str, _: Dates) -> str:
    return date_id(sha256, _span(fact))


def _figure(fact: Data, sha256: str, _: Dates) -> str:
    return figure_id(sha256, _span(fact))


def _claim(fact: Data, sha256: str, _: Dates) -> str:
    content = fact.get("content")
    if not isinstance(content, list) or not content:
        raise _Incomplete
    return claim_id(sha256, _span_or_none(fact.get("cue")), [_span(piece) for piece in content])


def _skeptic(fact: Data, sha256: str, _: Dates) -> str:
    cue, target = _span(fact.get("cue")), _span(fact.get("target"))
    return skeptic_id(sha256, cue, target, _span_or_none(fact.get("holder")))


def _event(fact: Data, sha256: str, dates: Dates) -> str:
    date = fact.get("date")
    return event_id(sha256, _span(fact), dates.get(date) if isinstance(date, str) else None)


def _market_effect(fact: Data, sha256: str, _: Dates) -> str:
    parts = _span(fact), _span(fact.get("instrument")), _span(fact.get("cue"))
    return market_effect_id(sha256, *parts)


_RULES: dict[str, Callable[[Data, str, Dates], str]] = {
    "dates": _date,
    "figures": _figure,
    "claims": _claim,
    "skeptics": _skeptic,
    "timeline": _event,
    "market_effects": _market_effect,
}


def _span(quote: object) -> Span:
    span = span_of(quote.get("at")) if isinstance(quote, Mapping) else None
    if span is None:
        raise _Incomplete
    return span


def _span_or_none(quote: object) -> Span | None:
    return None if quote is None else _span(quote)
