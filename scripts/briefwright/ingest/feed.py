"""RSS 2.0, RSS 1.0 and Atom: the entries of a feed, as hints and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

from briefwright.errors import shorten
from briefwright.ingest.feed_xml import FeedReader, unreadable
from briefwright.ingest.fetch.address import is_address

# RSS's author is a mail address with the name in brackets, or alone.
_MAIL = re.compile(r"\S+@\S+(?:\s+\((.+)\))?")
_ROOTS = frozenset({"rss", "rdf", "feed"})


@dataclass(frozen=True)
class Entry:
    """One entry. All but the address are what the feed says, never what the page says."""

    url: str
    title: str | None = None
    published: str | None = None
    author: str | None = None


def read_feed(raw: bytes, name: str, address: str | None = None) -> tuple[Entry, ...]:
    """The feed's entries with an address, in its order, each address once.

    Args:
        raw: the feed's bytes.
        name: its address or file name, for messages.
        address: where it was fetched; links count from there.

    Raises:
        FetchError: N009, it is no feed, damaged, or holds a document type.
    """
    root = FeedReader(name).read(raw)
    if _local(root) not in _ROOTS:
        raise unreadable(name, f"a document of the element {shorten(_local(root))}")
    found: dict[str, Entry] = {}
    for element in root.iter():
        if _local(element) in {"item", "entry"}:
            entry = _entry(element, address)
            if entry is not None:
                found.setdefault(entry.url, entry)
    return tuple(found.values())


def _entry(element: Element, address: str | None) -> Entry | None:
    link = _link(element)
    if link is None:
        return None
    try:
        url = urljoin(address or "", link)
        urlsplit(url)
    except ValueError:
        return None
    if not is_address(url):
        return None
    return Entry(
        url,
        title=_text(element, "title"),
        published=_date(_text(element, "pubdate", "published", "date", "updated")),
        author=_author(element),
    )


def _link(element: Element) -> str | None:
    """Atom's alternate link, RSS's link, or a guid that says it is one."""
    for child in element:
        if _local(child) == "link":
            href = child.get("href")
            if href and child.get("rel", "alternate") == "alternate":
                return href.strip()
            if href is None and (child.text or "").strip():
                return (child.text or "").strip()
    for child in element:
        guid = (child.text or "").strip()
        if _local(child) == "guid" and child.get("isPermaLink") != "false" and is_address(guid):
            return guid
    return None


def _text(element: Element, *names: str) -> str | None:
    """The words of the first child with one of the names, names in the order of their worth."""
    for name in names:
        for child in element:
            words = " ".join("".join(child.itertext()).split())
            if _local(child) == name and words:
                return words
    return None


def _author(element: Element) -> str | None:
    """`dc:creator`, the names of Atom's authors, or RSS's author."""
    authors = [child for child in element if _local(child) == "author"]
    names = [name for author in authors if (name := _text(author, "name"))]
    words = _text(element, "creator") or ", ".join(names) or _text(element, "author")
    mail = _MAIL.fullmatch(words or "")
    return mail[1] if mail else words


def _date(words: str | None) -> str | None:
    """An ISO date and time from RFC 822 or ISO 8601; None when it can't be read."""
    if words is None:
        return None
    try:
        return datetime.fromisoformat(words).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, IndexError, OverflowError):
        return None


def _local(element: Element) -> str:
    """The element's name in lower case, without its namespace."""
    return element.tag.rpartition(" ")[2].lower()


def hinted(entry: Entry) -> Iterator[tuple[str, str]]:
    """(key of the metadata, value) of what the feed says about the page."""
    for key in ("title", "published", "author"):
        value: str | None = getattr(entry, key)
        if value is not None:
            yield key, value
