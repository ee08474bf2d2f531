"""How a check words what it noticed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefwright.check.table import check_table
from briefwright.model import Article, Fact, Finding, Span


def noticed(
    check: str,
    article: Article,
    message: str,
    facts: Iterable[Fact] = (),
    *,
    spans: Iterable[Span] | None = None,
    working: Sequence[str] = (),
) -> Finding:
    """A finding of `check` with its usual severity, on the spans of `facts` unless others count."""
    about = tuple(facts)
    places = tuple(spans) if spans is not None else tuple(s for f in about for s in f.spans())
    return Finding(
        check=check,
        severity=check_table()[check].severity,
        article=article.id,
        message=message,
        facts=tuple(fact.id for fact in about),
        spans=places,
        working=tuple(working),
    )


def said(words: str) -> str:
    """Words of the article in a message."""
    return f"“{' '.join(words.split())}”"


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else ""
