"""What the engine's tests share: short articles, and the law that a span is its words."""

from __future__ import annotations

from briefwright import Article, extract
from briefwright.model import Facts, Span, quotes_of

# Tuesday, 28 January 2025: the day on which short articles appear unless they say otherwise.
PUBLISHED = "2025-01-28"


def article_of(text: str, published: str | None = PUBLISHED) -> Article:
    return Article.from_text(text, published=published, id="short")


def facts_of(text: str, published: str | None = PUBLISHED) -> Facts:
    """The engine's facts of `text`, each quote of them proved against it."""
    article = article_of(text, published)
    facts = extract(article)
    assert_exact(article, facts)
    return facts


def assert_span(article: Article, span: Span, text: str) -> None:
    """`span` is exactly `text`, at its own place."""
    assert article.text[span.start : span.end] == text


def assert_exact(article: Article, facts: Facts) -> None:
    """Every span of `facts` is exactly its quote, and every mention a name."""
    for _, quote in quotes_of(facts):
        assert_span(article, quote.at, quote.quote)
    for entity in facts.entities:
        if entity.role_at is not None:
            assert_span(article, entity.role_at, entity.role or "")
        assert all(m.of(article.text).strip() == m.of(article.text) for m in entity.mentions)
