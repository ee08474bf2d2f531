"""RSS 2.0, RSS 1.0 and Atom: the entries of a feed, as hints and addresses.

A feed is read with expat, and the first sign of a document type ends it: without one there are no
entities to expand and nothing to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from briefwright.errors import FetchError, shorten
from briefwright.ingest.fetch.address import is_address

MAX_DEPTH = 60
MAX_ELEMENTS = 200_000
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
    root = _Reader(name).read(raw)
    if _local(root) not in _ROOTS:
        raise _unreadable(name, f"a document of the element {shorten(_local(root))}")
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


class _Reader:
    """expat with limits, building a tree."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._tree = TreeBuilder()
        self._depth = 0
        self._count = 0
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._tree.data

    def read(self, raw: bytes) -> Element:
        try:
            self._parser.Parse(raw.strip(), True)
        except expat.ExpatError as error:
            words = expat.ErrorString(error.code)
            raise _unreadable(f"{self._name}:{error.lineno}", words) from error
        except (LookupError, ValueError) as error:
            raise _unreadable(self._name, "an encoding that is not known") from error
        return self._tree.close()

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH or self._count > MAX_ELEMENTS:
            raise _unreadable(self._here(), "too many or too deeply nested elements")
        self._tree.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._tree.end(tag)

    def _refuse(self, *_: object) -> None:
        raise _unreadable(self._here(), "a document type (DOCTYPE)")

    def _here(self) -> str:
        return f"{self._name}:{self._parser.CurrentLineNumber}"


def _unreadable(at: str, saw: str) -> FetchError:
    return FetchError(
        "N009",
        at=at,
        saw=saw,
        wanted="an RSS or Atom feed",
        fix="give the feed's own address or file",
    )


def hinted(entry: Entry) -> Iterator[tuple[str, str]]:
    """(key of the metadata, value) of what the feed says about the page."""
    for key in ("title", "published", "author"):
        value: str | None = getattr(entry, key)
        if value is not None:
            yield key, value
