"""The timeline, and the ledger of every time expression."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import timex, words
from briefwright.compose.edtf import edtf
from briefwright.compose.links import Links, Ref
from briefwright.compose.period import period
from briefwright.compose.source import Source
from briefwright.model import DateExpression, TimelineEvent


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event.

    Attributes:
        date: the date in words, empty when the event has none.
        written: the article's words for the date, where they are not the date itself.
        reading: how the words were read, in brackets after a date that is no calendar date.
        key: sorts dated events; None for the undated.
        status: whether it happened, is ongoing, scheduled or may happen.
        quote: the article's words for the event.
        value: the date's TIMEX3 value; None for an event without a date.
        event: the fact itself.
        days: the first and the last day that the date can mean, as `2025-01-28`; None where no
            calendar holds them.
    """

    ref: Ref
    date: str
    written: str | None
    reading: str | None
    key: str | None
    status: str
    quote: str
    value: str | None
    event: TimelineEvent
    days: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """One time expression: as written, as read, and why.

    Attributes:
        edtf: the reading in Extended Date/Time Format; None for durations and the unresolved.
    """

    ref: Ref
    written: str
    read: str
    edtf: str | None
    basis: str


def event_lines(sources: Sequence[Source], links: Links) -> list[EventLine]:
    """Every event: dated ones by date, then the undated, each in the order of the texts."""
    lines = [
        _event(source, event, links)
        for source in sources
        for event in sorted(source.facts.timeline, key=lambda event: event.at)
    ]
    return sorted(lines, key=lambda line: (line.key is None, line.key or ""))


def _event(source: Source, event: TimelineEvent, links: Links) -> EventLine:
    date = source.date(event.date)
    key = timex.calendar_key(date.value) if date else None
    read = timex.in_words(date.value) if date else ""
    days = period(date)
    return EventLine(
        ref=links.ref(source, event),
        date=read if key else "",
        written=date.quote if date and not (key and date.quote == read) else None,
        reading=_reading(date) if date and not key else None,
        key=key,
        status=words.STATUS[event.status],
        quote=event.quote,
        value=date.value if date else None,
        event=event,
        days=(days.first.isoformat(), days.last.isoformat()) if days else None,
    )


def _reading(date: DateExpression) -> str:
    said = timex.in_words(date.value)
    kind = {"DURATION": "a duration", "SET": "a repetition"}.get(date.type)
    return f"{kind}: {said}" if kind and date.value else said


def date_lines(sources: Sequence[Source], links: Links) -> list[DateLine]:
    """The ledger: every time expression in the order of the texts."""
    return [
        DateLine(
            links.ref(source, date),
            date.quote,
            _reading(date),
            edtf(date.value) if date.type in {"DATE", "TIME"} else None,
            words.BASIS[date.basis],
        )
        for source in sources
        for date in sorted(source.facts.dates, key=lambda date: date.at)
    ]
