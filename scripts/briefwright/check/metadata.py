"""What is not known about an article as a document."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.check.noticed import listed, noticed, said
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
_NAMES = {"title": "title", "published": "publication date", "url": "address"}


def metadata(article: Article, facts: Facts) -> Iterator[Finding]:
    """The `no-...` checks, those on contradictions and on an editor's or old publication date."""
    for key, (check, message) in _ABSENT.items():
        if getattr(article.metadata, key) is None:
            yield noticed(check, article, message)
    yield from _conflicts(article)
    if article.replaced:
        places = _count(article.replaced, "character is", "characters are")
        message = f"{places} unreadable in the source ({article.encoding}) and stand as \ufffd."
        yield noticed("unreadable-characters", article, message)
    published = article.metadata.published
    relative = [d for d in facts.dates if d.basis == "relative" and not d.rejected]
    if published is not None and published.origin != "document":
        rest = _count(len(relative), "relative date rests", "relative dates rest")
        by_editor = published.origin == "person"
        guess = f"is the program's guess ({published.where or 'from the text'})"
        whose = "is an editor's date" if by_editor else guess
        message = (
            f"The article does not state when it was published; {published.value} {whose}, "
            f"and {rest} on it."
        )
        check = "published-by-editor" if by_editor else "published-inferred"
        yield noticed(check, article, message, relative)
    if facts.article.published != article.published:
        message = (
            f"The facts were made with the publication date {facts.article.published or 'unknown'}"
            f"; it is {article.published or 'unknown'} now."
        )
        yield noticed("stale-publication-date", article, message)


def _conflicts(article: Article) -> Iterator[Finding]:
    """One finding for each value that another place of the document contradicts."""
    for key, name in _NAMES.items():
        stated = getattr(article.metadata, key)
        if stated is None or not stated.also or stated.origin == "person":
            continue
        others = listed([f"{said(other.value)} ({other.where})" for other in stated.also])
        value = f"{said(stated.value)} ({stated.where})"
        message = f"The source states {value} as its {name}, and {others}."
        yield noticed("metadata-conflict", article, message)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number or 'no'} {many}"
