"""Whether facts stand on the article's words."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.check.noticed import noticed, said
from briefwright.model import Article, Facts, Finding, quotes_of


def grounding(article: Article, facts: Facts) -> Iterator[Finding]:
    """`span`, `entity-name` and `role-text`.

    `Facts.of` proves spans when facts are made; the check proves them again against the article
    that a page is made from.
    """
    for fact in facts.all():
        for _, quote in quotes_of(fact):
            if quote.at.of(article.text) != quote.quote:
                message = f"{said(quote.quote)} is not the text at {list(quote.at)}"
                yield noticed("span", article, message, [fact], spans=[])
    for entity in facts.entities:
        if entity.rejected:
            continue
        words = {word for span in entity.mentions for word in _words(span.of(article.text))}
        if not _words(entity.name) <= words:
            message = f"none of the mentions of {said(entity.name)} uses all of that name"
            yield noticed("entity-name", article, message, [entity])
        if entity.role and entity.role not in article.text:
            message = f"{said(entity.role)}, the role of {said(entity.name)}, is not in the text"
            yield noticed("role-text", article, message, [entity], spans=[])


def _words(text: str) -> set[str]:
    return {word.strip(".,’'\"()") for word in text.casefold().split()}
