"""The timeline for TimelineJS (Knight Lab), as its JSON and as the table of its spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import json
from typing import Any

from briefwright.compose import timex, words
from briefwright.compose.exports.facts_csv import safe_cell
from briefwright.compose.exports.record import DatedEvent, Record, events, left_out
from briefwright.compose.source_list import article_title

_COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip
_HEADLINE = 90
_WHOLE_YEAR = (1, 12)


def timelinejs_json(record: Record) -> str:
    """`title` and `events` as TimelineJS 3 reads them; its texts are HTML, so ours are escaped."""
    data = {
        "title": {"text": {"headline": html.escape(record.title), "text": _note(record)}},
        "events": [_slide(event) for event in events(record.sources)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def timelinejs_csv(record: Record) -> str:
    """The table that TimelineJS reads from a spreadsheet."""
    out = io.StringIO()
    writer = csv.DictWriter(out, _COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerow(
        {"Headline": safe_cell(html.escape(record.title)), "Text": _note(record), "Type": "title"}
    )
    for event in events(record.sources):
        start, end = _parts(event.days.first, event), _parts(event.days.last, event)
        writer.writerow(
            {
                **{key.capitalize(): value for key, value in start.items()},
                **({} if event.days.exact else {f"End {k.capitalize()}": end[k] for k in end}),
                "Display Date": safe_cell(_shown(event)),
                "Headline": safe_cell(_headline(event)),
                "Text": safe_cell(_told(event)),
                "Group": words.STATUS[event.event.status],
            }
        )
    return "\ufeff" + out.getvalue()


def _note(record: Record) -> str:
    return (
        f"{words.count(left_out(record.sources), 'event')} without a date of a known year left out."
    )


def _slide(event: DatedEvent) -> dict[str, Any]:
    slide: dict[str, Any] = {
        "unique_id": event.event.id,
        "start_date": _parts(event.days.first, event),
        "display_date": html.escape(_shown(event)),
        "text": {"headline": _headline(event), "text": _told(event)},
        "group": words.STATUS[event.event.status],
    }
    if not event.days.exact:
        slide["end_date"] = _parts(event.days.last, event)
    return slide


def _parts(day: dt.date, event: DatedEvent) -> dict[str, int]:
    whole_years = (
        not event.days.exact and (event.days.first.month, event.days.last.month) == _WHOLE_YEAR
    )
    parts = {"year": day.year}
    return parts if whole_years else {**parts, "month": day.month, "day": day.day}


def _shown(event: DatedEvent) -> str:
    return timex.in_words(event.date.value)


def _headline(event: DatedEvent) -> str:
    quote = event.event.quote
    if len(quote) > _HEADLINE:
        quote = quote[:_HEADLINE].rsplit(" ", 1)[0] + " …"
    return html.escape(quote)


def _told(event: DatedEvent) -> str:
    article = event.source.article
    source = html.escape(article_title(article))
    return f"{html.escape(event.event.quote)} ({source}, {event.source.place(event.event.at)})"
