"""What every format is given: one brief, or all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.compose.period import Period, period
from briefwright.compose.source import Source
from briefwright.model import Brief, DateExpression, TimelineEvent


@dataclass(frozen=True, slots=True)
class Record:
    """The briefs that an export is about, and their sources.

    Attributes:
        title: the brief's title, or the site's name for an export of all.
        address: where the pages stand on the web, with a slash at its end; empty when unknown.
        date: the newest date of the input, as `2025-01-28`; all time stamps show it.
        generator: the program's name and version.
    """

    title: str
    briefs: tuple[Brief, ...]
    sources: tuple[Source, ...]
    address: str
    date: str
    generator: str


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event of the timeline with its days."""

    source: Source
    event: TimelineEvent
    date: DateExpression
    days: Period


def events(sources: Sequence[Source]) -> Iterator[DatedEvent]:
    """The events that a calendar can hold, by their first days."""
    found = [
        DatedEvent(source, event, date, days)
        for source in sources
        for event in source.facts.timeline
        if (date := source.date(event.date)) and (days := period(date))
    ]
    yield from sorted(found, key=lambda e: (e.days.first, e.days.last, e.event.id))


def left_out(sources: Sequence[Source]) -> int:
    """How many events of the timeline have no days: undated, of an unknown year, a duration."""
    return sum(len(source.facts.timeline) for source in sources) - len(list(events(sources)))
