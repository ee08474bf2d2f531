"""Dates: every time expression, with its TIMEX3 type and value."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.dates.context import Context, Value
from briefwright.extract.dates.rules import rules
from briefwright.extract.reading import Reading
from briefwright.extract.tense import Tense, tense_of
from briefwright.extract.text_view import BREAK, running_text
from briefwright.model import DateExpression, Span, date_id

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words that put the time after them ahead, in the last characters before it.
_AHEAD = re.compile(r"\b(?:until|by|before|next|coming)\s+(?:the\s+)?$", re.IGNORECASE)
_AHEAD_WIDTH = 12
# Years from which every unit of the rules can be counted on and back.
_CALENDAR = range(1000, 9000)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    rule: int
    match: re.Match[str]


def find_dates(reading: Reading) -> tuple[DateExpression, ...]:
    """All time expressions in text order.

    Relative ones are counted from the article's publication date; without one they stay
    unresolved, and so does a date without a year.
    """
    text = running_text(reading.article)
    anchor = _anchor(reading.article.published)
    dates: list[DateExpression] = []
    previous: dt.date | None = None
    paragraph_end = 0
    for candidate in _candidates(text):
        span = candidate.span
        if span.start >= paragraph_end:
            next_break = text.find(BREAK, span.start)
            paragraph_end = next_break if next_break != -1 else len(text)
            previous = None
        if dates and dates[-1].at.overlaps(span):
            continue
        context = Context(anchor, _tense(reading, text, span), previous)
        value = rules()[candidate.rule][1](candidate.match, context)
        if value is None:
            continue
        dates.append(_date(reading, _trim(candidate, value), value))
        if value[1] and _DAY.fullmatch(value[1]):
            previous = dt.date.fromisoformat(value[1])
    return tuple(dates)


def _anchor(published: str | None) -> dt.date | None:
    """The day that relative dates count from; None too near to the ends of Python's calendar."""
    day = dt.date.fromisoformat(published) if published else None
    return day if day is not None and day.year in _CALENDAR else None


def _candidates(text: str) -> list[_Match]:
    """Matches of all rules, left to right, the longer first; readers may still turn one down."""
    found = [
        _Match(Span(*match.span()), number, match)
        for number, (pattern, _) in enumerate(rules())
        for match in pattern.finditer(text)
        if match.end() > match.start()
    ]
    return sorted(found, key=lambda m: (m.span.start, -m.span.end, m.rule))


def _trim(candidate: _Match, value: Value) -> Span:
    """The span without what the pattern only looked at."""
    span, match = candidate.span, candidate.match
    groups = match.groupdict()
    if groups.get("after"):
        return Span(span.start, match.start("after"))
    words = match[0]
    return Span(
        span.start + len(words) - len(words.lstrip()),
        span.end - (1 if words.endswith(".") and value[0] != "TIME" else 0),
    )


def _date(reading: Reading, span: Span, value: Value) -> DateExpression:
    kind, timex_value, basis = value
    found: DateExpression = DateExpression.of(
        reading.text,
        span,
        id=date_id(reading.article.sha256, span),
        type=kind,
        value=timex_value,
        basis=basis,
    )
    return found


def _tense(reading: Reading, text: str, span: Span) -> Tense | None:
    """The tense of the clause that the time belongs to; None when it belongs to a noun."""
    if _AHEAD.search(text[max(0, span.start - _AHEAD_WIDTH) : span.start]):
        return "future"
    passage = reading.passage_at(span)
    if passage is None:
        return None
    tokens = passage.tokens_in(span)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[0])
    tense = tense_of(head)
    return tense if tense != "present" or not _nominal(head) else None


def _nominal(token: Token) -> bool:
    """Whether the time hangs on a noun ("its March meeting", "the deal in January")."""
    head = token.head.head if token.head.dep_ == "prep" or token.head.pos_ == "ADP" else token.head
    return head != token and head.pos_ in {"NOUN", "PROPN"}
