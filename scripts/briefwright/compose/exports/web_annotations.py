"""The facts as W3C Web Annotations (Recommendation, 23 February 2017), in JSON-LD.

Each fact is an annotation of its article, with two selectors for the same words: a
TextQuoteSelector, and a TextPositionSelector that counts code points of the canonical text. The
annotation's id begins with that text's SHA-256.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from briefwright.compose.exports.record import Record
from briefwright.compose.source import Source
from briefwright.model import Entity, Fact, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# As much before and after a quote as tells repeats apart; the standard names no length.
_AROUND = 32
_KINDS = {
    "entities": "name", "dates": "date", "figures": "figure", "claims": "claim",
    "skeptics": "doubt", "timeline": "event", "market_effects": "market effect",
}  # fmt: skip


def web_annotations(record: Record) -> str:
    """One AnnotationPage with every fact of the record's sources."""
    items = [item for source in record.sources for item in _items(source, record)]
    page = {
        "@context": CONTEXT,
        "id": f"{record.address}#annotations" if record.address else "urn:briefwright:annotations",
        "type": "AnnotationPage",
        "generator": {"type": "Software", "name": record.generator},
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=2) + "\n"


def _items(source: Source, record: Record) -> Iterator[dict[str, Any]]:
    for kind, name in _KINDS.items():
        for fact in getattr(source.facts, kind):
            spans = [s for s in _spans(fact) if source.shows(s)]
            if spans:
                yield _annotation(source, fact, name, spans, record)


def _spans(fact: Fact) -> list[Span]:
    return list(fact.mentions) if isinstance(fact, Entity) else list(dict.fromkeys(fact.spans()))


def _annotation(
    source: Source, fact: Fact, kind: str, spans: list[Span], record: Record
) -> dict[str, Any]:
    sha = source.article.sha256
    targets = [_target(source, span) for span in spans]
    found: dict[str, Any] = {
        "id": f"urn:briefwright:{sha}:{fact.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "created": f"{record.date}T00:00:00Z",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": kind, "format": "text/plain"}
        ],
        "target": targets[0] if len(targets) == 1 else targets,
    }
    if fact.note:
        found["body"].append(
            {"type": "TextualBody", "purpose": "commenting", "value": fact.note,
             "format": "text/plain"}
        )  # fmt: skip
    return found


def _target(source: Source, span: Span) -> dict[str, Any]:
    article = source.article
    url = article.metadata.url
    before = source.visible(Span(max(0, span.start - _AROUND), span.end))[-1].start
    after = source.visible(Span(span.start, min(len(article.text), span.end + _AROUND)))[0].end
    text = article.text
    return {
        "source": url.value if url else f"urn:sha256:{article.sha256}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[min(before, span.start) : span.start],
                "suffix": text[span.end : max(after, span.end)],
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
