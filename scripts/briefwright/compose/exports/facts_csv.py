"""All facts as one table (RFC 4180), a row for each."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from briefwright.compose.exports.record import Record
from briefwright.compose.source import Source
from briefwright.model import (
    Claim,
    DateExpression,
    Entity,
    Fact,
    Figure,
    MarketEffect,
    Skeptic,
    Span,
    TimelineEvent,
)

COLUMNS = (
    "article", "kind", "id", "quote", "start", "end", "who", "entity", "cue", "type", "value",
    "upper", "currency", "unit", "date", "target", "review", "origin", "note",
)  # fmt: skip
_PIECES = " […] "
# A spreadsheet takes a cell that starts so for a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def facts_csv(record: Record) -> str:
    """The table, with a byte order mark, without which spreadsheets misread accents.

    `start` and `end` are code points of the article's text. A text that a spreadsheet would take
    for a formula has an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for source in record.sources:
        for kind, fact in _facts(source):
            row: dict[str, object] = {"article": source.article.id, "kind": kind, "id": fact.id}
            row |= {"review": fact.review_status, "origin": fact.origin, "note": fact.note or ""}
            row |= _row(source, fact)
            writer.writerow({key: safe_cell(value) for key, value in row.items()})
    return "\ufeff" + out.getvalue()


def _facts(source: Source) -> Iterator[tuple[str, Fact]]:
    names = {
        "entities": "entity", "dates": "date", "figures": "figure", "claims": "claim",
        "skeptics": "skeptic", "timeline": "event", "market_effects": "market effect",
    }  # fmt: skip
    for kind, name in names.items():
        for fact in getattr(source.facts, kind):
            yield name, fact


def _row(source: Source, fact: Fact) -> dict[str, object]:
    match fact:
        case Entity():
            first = fact.mentions[0]
            return {**_at(first), "quote": fact.name, "type": fact.type, "value": fact.role or ""}
        case DateExpression():
            return {**_at(fact.at), "quote": fact.quote, "type": fact.type, "value": fact.value}
        case Figure():
            return {**_at(fact.at), "quote": fact.quote, "type": fact.kind, "value": fact.value,
                    "upper": fact.upper, "currency": fact.currency, "unit": fact.unit}  # fmt: skip
        case Claim():
            return _claim(fact)
        case Skeptic():
            return _skeptic(fact)
        case TimelineEvent():
            return {**_at(fact.at), "quote": fact.quote, "type": fact.status,
                    "date": _date(source, fact.date)}  # fmt: skip
        case MarketEffect():
            return _effect(source, fact)
        case _:
            raise TypeError(type(fact).__name__)


def _claim(claim: Claim) -> dict[str, object]:
    who = claim.speaker
    return {
        **_at(Span.cover(piece.at for piece in claim.content)),
        "quote": _PIECES.join(piece.quote for piece in claim.content),
        "who": who.quote if who else "",
        "entity": who.entity if who else "",
        "cue": claim.cue.quote if claim.cue else "",
        "type": claim.form,
        "value": claim.certainty,
    }


def _skeptic(skeptic: Skeptic) -> dict[str, object]:
    who = skeptic.holder
    return {
        **_at(skeptic.target.at),
        "quote": skeptic.target.quote,
        "who": who.quote if who else "",
        "entity": who.entity if who else "",
        "cue": skeptic.cue.quote,
        "type": skeptic.stance,
        "target": skeptic.target.claim or skeptic.target.entity or "",
    }


def _effect(source: Source, effect: MarketEffect) -> dict[str, object]:
    return {
        **_at(effect.at),
        "quote": effect.quote,
        "who": effect.instrument.quote,
        "entity": effect.instrument.entity or "",
        "cue": effect.cue.quote,
        "type": f"{effect.measure} {effect.direction or 'unknown'}",
        "value": "; ".join(figure.quote for figure in source.figures(effect.change)),
        "date": _date(source, effect.date),
    }


def _date(source: Source, id: str | None) -> str:
    date = source.date(id)
    return (date.value or date.quote) if date else ""


def _at(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def safe_cell(value: object) -> object:
    """The value as a cell that no spreadsheet runs; None is an empty one."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
