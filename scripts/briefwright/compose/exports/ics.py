"""The timeline as iCalendar (RFC 5545): whole days, one event for each fact."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefwright.compose import timex, words
from briefwright.compose.exports.record import DatedEvent, Record, events, left_out
from briefwright.compose.source_list import article_title

# RFC 5545, 3.1: no line is longer than 75 octets; a longer one goes on after a space.
_OCTETS = 75
# Of a byte inside a UTF-8 character (RFC 3629).
_TOP_TWO_BITS, _CONTINUATION = 0xC0, 0x80
# Control characters other than the line end that `\n` stands for have no place in a text value.
_CONTROLS = {code: None for code in [*range(32), 127] if code != ord("\n")}


def ics(record: Record) -> str:
    """The calendar; what has no days is left out, and the calendar's description says how many.

    A month or a year becomes all of its days, and the event says so. The event's text is the
    article's own words.
    """
    missing = left_out(record.sources)
    note = f"{words.count(missing, 'event')} without a date of a known year left out"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Briefwright//{_text(record.generator)}//EN",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(record.title)}",
        f"X-WR-CALDESC:{_text(note)}",
    ]
    for event in events(record.sources):
        lines += _event(event, record)
    return "".join(f"{line}\r\n" for line in _folded([*lines, "END:VCALENDAR"]))


def _event(found: DatedEvent, record: Record) -> list[str]:
    event, days, source = found.event, found.days, found.source
    after = days.last + dt.timedelta(days=1) if days.last < dt.date.max else days.last
    article = source.article
    told = [
        f"Status: {words.STATUS[event.status]}.",
        f"Date as written: {found.date.quote}.",
        *([] if days.exact else [f"Some time in: {timex.in_words(found.date.value)}."]),
        f"Source: {article_title(article)}, {source.place(event.at)}.",
    ]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.id}-{article.sha256[:16]}@briefwright",
        f"DTSTAMP:{_day(dt.date.fromisoformat(record.date))}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(days.first)}",
        f"DTEND;VALUE=DATE:{_day(after)}",
        f"SUMMARY:{_text(event.quote)}",
        f"DESCRIPTION:{_text(chr(10).join(told))}",
        f"STATUS:{'TENTATIVE' if event.status in {'scheduled', 'hypothetical'} else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
    ]
    if record.address:
        lines.append(f"URL:{record.address}articles/{article.id}.html#{event.id}")
    return [*lines, "END:VEVENT"]


def _day(day: dt.date) -> str:
    """As 20250128; a year before 1000 keeps its four digits, which strftime does not promise."""
    return day.isoformat().replace("-", "")


def _text(value: str) -> str:
    for mark in ("\\", ";", ","):
        value = value.replace(mark, f"\\{mark}")
    return value.translate(_CONTROLS).replace("\n", "\\n")


def _folded(lines: list[str]) -> Iterator[str]:
    for line in lines:
        data = line.encode()
        room = _OCTETS
        while len(data) > room:
            cut = room
            while data[cut] & _TOP_TWO_BITS == _CONTINUATION:  # not inside a character
                cut -= 1
            yield data[:cut].decode()
            data = b" " + data[cut:]
        yield data.decode()
