"""What a brief rests on: each article, who says when it was published, and how to identify it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from briefwright.compose import timex, words
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Links
from briefwright.compose.source import Source
from briefwright.model import Article, Stated

# What may stand in the address of a Markdown link; everything else is percent-encoded.
_URL_SAFE = "-._~:/?#@!$&',;=%+"
# Of these, what a page would take for a character reference, a formula, or the link's title.
_REFERENCES = str.maketrans({"&": "&amp;", "$": "&#36;", "'": "&#39;"})
_WEB = re.compile(r"https?://[^\s/]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """A metadata value with who says so; `origin` is empty when the document itself does."""

    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One article of a brief; a value that nobody states is None.

    `titled` tells a stated title from words made of the id.
    """

    label: str | None
    title: str
    titled: bool
    evidence: SafeMarkdown
    published: Known | None
    publisher: Known | None
    author: Known | None
    url: Known | None
    href: SafeMarkdown | None
    sha256: str
    length: str


def article_title(article: Article) -> str:
    """The stated title, or words made from the article's id."""
    if article.title:
        return article.title
    words_of_id = article.id.replace("-", " ")
    return words_of_id[:1].upper() + words_of_id[1:]


def source_line(source: Source, links: Links) -> SourceLine:
    """The article as the brief's list of sources shows it."""
    article = source.article
    meta = article.metadata
    published = known(meta.published)
    return SourceLine(
        label=links.labels.get(article.id),
        title=article_title(article),
        titled=article.title is not None,
        evidence=links.article(article.id),
        published=Known(timex.long_date(published.text), published.origin) if published else None,
        publisher=known(meta.source),
        author=known(meta.author),
        url=known(meta.url),
        href=_address(meta.url.value) if meta.url else None,
        sha256=article.sha256,
        length=words.count(len(article.text.split()), "word"),
    )


def known(stated: Stated | None) -> Known | None:
    """The value and who says so."""
    if stated is None:
        return None
    said = [part for part in (words.ORIGIN[stated.origin], stated.note) if part]
    return Known(stated.value, ": ".join(said))


def _address(url: str) -> SafeMarkdown | None:
    """A link to a web page, or None for anything that is no http address."""
    if not _WEB.match(url):
        return None
    return SafeMarkdown(quote(url, safe=_URL_SAFE).translate(_REFERENCES))
