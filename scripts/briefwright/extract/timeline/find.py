"""Timeline: the clause that each time expression belongs to, and whether it is past or to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.clauses import tidy
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.numbers import alternatives
from briefwright.extract.pieces import DATELINE
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table
from briefwright.extract.timeline.clause import clause_of
from briefwright.extract.timeline.status import status_of
from briefwright.model import DateExpression, TimelineEvent, event_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_WIDTH = 60  # characters before a time in which the words stand that say what it does
_WITHIN = re.compile(r"\b(?:within|in|after)\s+(?:just|only|about|less than)?\s*$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|than|from|like|versus|against)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:against|from|compared with|versus|than|up on)\b[^.;,]{0,40}$")
_COUNTED_BACK = ("earlier", "before", "ago")
_MIN_WORDS = 3  # "the May election" names something; an event tells something


def find_timeline(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression]
) -> tuple[TimelineEvent, ...]:
    """An event for each date that tells when something happened or is to happen.

    Where two dates share a clause the event has the first; frequencies, durations and the dates of
    comparisons ("the lowest since 2019") give none.
    """
    found = (_event(date, reading, mentions) for date in dates if _tells_when(date, reading))
    by_place = {event.at: event for event in reversed([e for e in found if e is not None])}
    return tuple(by_place[at] for at in sorted(by_place))


def _tells_when(date: DateExpression, reading: Reading) -> bool:
    before = reading.text[max(0, date.at.start - _WIDTH) : date.at.start]
    if date.type == "SET" or (date.quote.lower() == "today" and reading.quoted(date.at)):
        return False
    if date.type == "DURATION":
        return bool(_WITHIN.search(before))
    if _in_dateline(date, reading):
        return False
    if date.quote.endswith(_COUNTED_BACK) and _COMPARED.search(before):
        return False
    return not (_SINCE.search(before) and _superlative().search(before))


def _in_dateline(date: DateExpression, reading: Reading) -> bool:
    block = reading.article.block_at(date.at)
    if block is None:
        return False
    dateline = DATELINE.match(reading.text, block.span.start, block.span.end)
    return dateline is not None and date.at.end <= dateline.end()


@cache
def _superlative() -> re.Pattern[str]:
    words = alternatives(table("dates")["superlatives"])
    return re.compile(rf"\b(?:{words})\b[^.;]{{0,40}}$", re.IGNORECASE)


def _event(date: DateExpression, reading: Reading, mentions: Mentions) -> TimelineEvent | None:
    passage = reading.passage_at(date.at)
    if passage is None:
        return None
    tokens = passage.tokens_in(date.at)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[-1])
    chosen, verb = clause_of(head)
    if verb is not None and _is_order(verb):
        return None
    span = tidy(passage, chosen, reading) if chosen else None
    if span is None or not span.overlaps(date.at):
        return None
    quote = span.of(reading.text)
    if len(quote.split()) < _MIN_WORDS:
        return None
    return TimelineEvent(
        id=event_id(reading.article.sha256, span, date.at),
        quote=quote,
        at=span,
        date=date.id,
        status=status_of(head, verb, date, reading.article.published),
        entities=tuple(e.id for e in mentions.inside(span)),
    )


def _is_order(verb: Token) -> bool:
    """Whether the clause tells somebody what to do ("Ask me on Friday"), which tells no event."""
    named = {"nsubj", "nsubjpass", "aux", "auxpass"}
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not named & {c.dep_ for c in verb.children}
