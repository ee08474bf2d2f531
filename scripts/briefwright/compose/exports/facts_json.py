"""The facts as JSON: facts format version 1, one document for each article."""

from __future__ import annotations

import json
from typing import Any

from briefwright.compose.exports.record import Record
from briefwright.compose.source import Source
from briefwright.model import Brief


def facts_json(record: Record) -> str:
    """`briefs` with their judgments, and `articles` with metadata and facts.

    An article of which only excerpts are shown says so (`excerpts: true`); stand-ins for words
    that are not shown are in square brackets.
    """
    data = {
        "schema": 1,
        "title": record.title,
        "generator": record.generator,
        "briefs": [_brief(brief) for brief in record.briefs],
        "articles": [_article(source) for source in record.sources],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _brief(brief: Brief) -> dict[str, Any]:
    return brief.model_dump(mode="json", by_alias=True, exclude_none=True)


def _article(source: Source) -> dict[str, Any]:
    metadata = source.article.metadata.model_dump(mode="json", by_alias=True, exclude_none=True)
    return {
        "metadata": metadata,
        "excerpts": source.shown is not None,
        "facts": source.facts.dump(),
    }
