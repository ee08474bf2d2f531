"""`citation_` tags (Highwire Press), which Zotero and other reference managers read.

A brief is a report of the site; an evidence page stands for its article. A value that nobody
states is left out, and so is one that the program guessed.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.site.hosted.entry import Entry, Evidence


def brief_references(entry: Entry, site: str, url: str) -> Iterator[tuple[str, str]]:
    """The tags of a brief. Nobody states its author; the site stands as the institution."""
    yield "citation_title", entry.title
    yield "citation_technical_report_institution", site
    yield from _date(entry.date)
    yield "citation_public_url", url


def article_references(found: Evidence, url: str) -> Iterator[tuple[str, str]]:
    """The tags of an article; its public address is the publisher's where that is stated."""
    cited = found.cited
    yield "citation_title", cited.title
    if cited.author:
        yield "citation_author", cited.author
    if cited.container:
        yield "citation_publisher", cited.container
    yield from _date(cited.date)
    language = found.source.article.metadata.language
    if language and language.origin != "inferred":
        yield "citation_language", language.value
    yield "citation_public_url", cited.url or url


def _date(iso: str | None) -> Iterator[tuple[str, str]]:
    """Highwire's dates have slashes: `2025/01/28`."""
    if iso:
        yield "citation_publication_date", iso[:10].replace("-", "/")
