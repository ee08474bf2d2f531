"""Timeline: the clause that each time expression belongs to, and whether it is past or to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.clauses import tidy
from briefwright.extract.dates.timex import first_day
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Reading
from briefwright.extract.timeline.clause import When, clause_of
from briefwright.extract.timeline.dated import is_event, tells_when
from briefwright.extract.timeline.status import status_of
from briefwright.model import DateExpression, TimelineEvent, event_id

if TYPE_CHECKING:
    from spacy.tokens import Token

_MIN_WORDS = 3  # "the May election" names something; an event tells something
_DAY = re.compile(r"(?:\d{4}|XXXX)-(?:\d\d|XX|W(?:\d\d|XX))-(?:\d\d?|XX)")


def find_timeline(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression]
) -> tuple[TimelineEvent, ...]:
    """An event for each date that tells when something happened or is to happen.

    Where two dates share a clause the event has the first; frequencies, durations, the dates of
    comparisons ("the lowest since 2019") and of names ("the 2020 election") give none.
    """
    found = (_event(date, reading, mentions) for date in dates if tells_when(date, reading))
    by_place = {event.at: event for event in reversed([e for e in found if e is not None])}
    return tuple(by_place[at] for at in sorted(by_place))


def _event(date: DateExpression, reading: Reading, mentions: Mentions) -> TimelineEvent | None:
    passage = reading.passage_at(date.at)
    if passage is None:
        return None
    tokens = passage.tokens_in(date.at)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[-1])
    published = reading.article.published
    day = first_day(date.value) if date.value else None
    later = bool(published and day and day.isoformat() > published)
    when = When(day=bool(date.value and _DAY.match(date.value)), later=later)
    chosen, verb = clause_of(head, when)
    if not chosen or not is_event(date, head, verb, when):
        return None
    if verb is not None and _is_order(verb):
        return None
    span = tidy(passage, chosen, reading)
    if span is None or not span.overlaps(date.at):
        return None
    if verb is not None and not span.overlaps(passage.span([verb])):
        return None  # a torn clause tells nothing
    quote = span.of(reading.text)
    if len(quote.split()) < _MIN_WORDS:
        return None
    return TimelineEvent(
        id=event_id(reading.article.sha256, span, date.at),
        quote=quote,
        at=span,
        date=date.id,
        status=status_of(head, verb, date, published),
        entities=tuple(e.id for e in mentions.inside(span)),
    )


def _is_order(verb: Token) -> bool:
    """Whether the clause tells somebody what to do ("Ask me on Friday"), which tells no event."""
    named = {"nsubj", "nsubjpass", "aux", "auxpass"}
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and not named & {c.dep_ for c in verb.children}
