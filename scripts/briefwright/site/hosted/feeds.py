"""The feeds of new and corrected briefs: Atom (RFC 4287) and JSON Feed 1.1.

Times come from the data: the day that a brief speaks for, and the day of its newest correction. A
brief without any day is no news and stands in no feed. An entry's id is the page's first address,
so that a reader does not get a brief anew because it has another name now.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from briefwright.site.hosted.entry import Entry
from briefwright.site.hosted.text import attribute, one_line

ATOM, JSON = "feed.xml", "feed.json"
FEEDS = {ATOM: "application/atom+xml", JSON: "application/feed+json"}
# Readers ask for the whole feed each time; two hundred briefs are about a megabyte.
MOST = 100
_ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Item:
    """One brief in a feed; `published` and `updated` are RFC 3339 times."""

    id: str
    url: str
    image: str
    title: str
    summary: str
    html: str
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What both formats say."""

    title: str
    address: str
    items: tuple[Item, ...]

    @property
    def updated(self) -> str:
        """When the newest item was changed; without items the start of Unix's calendar."""
        return max((item.updated for item in self.items), default=_time("1970-01-01"))


def feed(
    entries: Sequence[Entry],
    *,
    title: str,
    address: str,
    urls: Mapping[str, str],
    first: Mapping[str, str],
    cards: Mapping[str, str],
) -> Feed:
    """The newest briefs, what was changed last first.

    Args:
        entries: all briefs.
        title: the site's name.
        address: the site's address.
        urls: each brief's page, by its id.
        first: the first address of each brief that had another id before.
        cards: each brief's picture.
    """
    dated = [entry for entry in entries if entry.changed]
    newest = sorted(sorted(dated, key=lambda e: e.id), key=lambda e: e.changed or "", reverse=True)
    items = tuple(
        Item(
            id=first.get(entry.id, urls[entry.id]),
            url=urls[entry.id],
            image=cards[entry.id],
            title=entry.title,
            summary=" ".join([*entry.corrections, entry.lead]),
            html=_html(entry, urls[entry.id]),
            published=_time(entry.date or entry.changed or ""),
            updated=_time(entry.changed or ""),
        )
        for entry in newest[:MOST]
    )
    return Feed(one_line(title), address, items)


def atom(found: Feed) -> bytes:
    """The feed as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM_NAMESPACE, "xml:lang": "en"})
    _put(root, "id", found.address + ATOM)
    _put(root, "title", found.title)
    _put(root, "updated", found.updated)
    _put(root, "link", None, rel="self", type=FEEDS[ATOM], href=found.address + ATOM)
    _put(root, "link", None, rel="alternate", type="text/html", href=found.address)
    _put(ET.SubElement(root, "author"), "name", found.title)
    for item in found.items:
        entry = ET.SubElement(root, "entry")
        _put(entry, "id", item.id)
        _put(entry, "title", item.title, type="text")
        _put(entry, "link", None, rel="alternate", type="text/html", href=item.url)
        _put(entry, "published", item.published)
        _put(entry, "updated", item.updated)
        _put(entry, "summary", item.summary, type="text")
        _put(entry, "content", item.html, type="html")
    ET.indent(root)
    body: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return body + b"\n"


def json_feed(found: Feed) -> bytes:
    """The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    body: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": found.title,
        "home_page_url": found.address,
        "feed_url": found.address + JSON,
        "language": "en",
        "authors": [{"name": found.title, "url": found.address}],
        "items": [
            {
                "id": item.id,
                "url": item.url,
                "title": item.title,
                "summary": item.summary,
                "content_html": item.html,
                "image": item.image,
                "date_published": item.published,
                "date_modified": item.updated,
            }
            for item in found.items
        ],
    }
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def _html(entry: Entry, url: str) -> str:
    return "".join(_paragraphs(entry, url))


def _paragraphs(entry: Entry, url: str) -> Iterator[str]:
    for correction in entry.corrections:
        yield f"<p><strong>{attribute(correction)}</strong></p>"
    if entry.brief.question:
        yield f"<p>{attribute(one_line(entry.brief.question))}</p>"
    if entry.points:
        points = "".join(f"<li>{attribute(point)}</li>" for point in entry.points)
        yield f"<p>Exact extracts, chosen by rule:</p><ul>{points}</ul>"
    yield f'<p><a href="{attribute(url)}">{attribute(entry.basis)}</a>, each with its evidence.</p>'


def _time(iso: str) -> str:
    """Sources state days; a feed needs times."""
    return f"{iso[:10]}T00:00:00Z"


def _put(parent: ET.Element, name: str, text: str | None, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = text
