"""What is not known about an article as a document."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.check.noticed import noticed
from briefwright.model import Article, Facts, Finding

_ABSENT = {
    "title": ("no-title", "Neither the article nor an editor states a title."),
    "published": (
        "no-published",
        "Neither the article nor an editor states when the article was published.",
    ),
    "author": ("no-author", "Neither the article nor an editor states who wrote it."),
    "source": ("no-source", "Neither the article nor an editor states who published it."),
}


def metadata(article: Article, facts: Facts) -> Iterator[Finding]:
    """The `no-...` checks, `published-by-editor` and `stale-publication-date`."""
    for key, (check, message) in _ABSENT.items():
        if getattr(article.metadata, key) is None:
            yield noticed(check, article, message)
    published = article.metadata.published
    relative = [d for d in facts.dates if d.basis == "relative" and not d.rejected]
    if published is not None and published.origin != "document":
        rest = _count(len(relative), "relative date rests", "relative dates rest")
        whose = "is an editor's date" if published.origin == "person" else "is the program's guess"
        message = (
            f"The article does not state when it was published; {published.value} {whose}, "
            f"and {rest} on it."
        )
        yield noticed("published-by-editor", article, message, relative)
    if facts.article.published != article.published:
        message = (
            f"The facts were made with the publication date {facts.article.published or 'unknown'}"
            f"; it is {article.published or 'unknown'} now."
        )
        yield noticed("stale-publication-date", article, message)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number or 'no'} {many}"
