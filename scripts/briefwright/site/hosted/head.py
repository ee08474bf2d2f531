"""What the head of each page says to those who don't read the page: links, cards, references."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from briefwright.site.hosted.cards import HEIGHT, WIDTH
from briefwright.site.hosted.feeds import FEEDS
from briefwright.site.hosted.text import attribute, script_json


@dataclass(frozen=True, slots=True)
class Head:
    """One page.

    Attributes:
        url: its whole address.
        title, description: for cards, as plain text.
        kind: Open Graph's type, `article` or `website`.
        card: the picture's path below the site.
        alt: what the picture shows, in words.
        published, changed: ISO dates.
        references: for reference managers: names and values of `citation_` tags, in order.
        data: JSON-LD; None: none.
    """

    url: str
    title: str
    description: str
    kind: str
    card: str
    alt: str
    published: str | None = None
    changed: str | None = None
    references: tuple[tuple[str, str], ...] = ()
    data: dict[str, Any] | None = None


def tags(head: Head, *, address: str, site: str, canonical: bool) -> str:
    """The lines for a page's head; `canonical` adds a link that the theme has not written."""
    lines = [f'<link rel="canonical" href="{attribute(head.url)}">'] if canonical else []
    lines += feed_links(address, site)
    lines += [_meta("property", name, value) for name, value in _open_graph(head, address, site)]
    lines += [_meta("name", name, value) for name, value in _card(head, address)]
    lines += [_meta("name", name, value) for name, value in head.references]
    if head.data is not None:
        lines.append(f'<script type="application/ld+json">\n{script_json(head.data)}\n</script>')
    return "\n".join(lines)


def feed_links(address: str, site: str) -> Sequence[str]:
    """How readers of feeds find them from any page."""
    return [
        f'<link rel="alternate" type="{kind}" title="{attribute(site)}" href="{address}{path}">'
        for path, kind in FEEDS.items()
    ]


def _open_graph(head: Head, address: str, site: str) -> Iterator[tuple[str, str]]:
    """https://ogp.me, the properties that a page must have and those of its picture."""
    yield "og:type", head.kind
    yield "og:site_name", site
    yield "og:title", head.title
    yield "og:description", head.description
    yield "og:url", head.url
    yield "og:image", address + head.card
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", head.alt
    if head.published:
        yield "article:published_time", head.published
    if head.changed and head.changed != head.published:
        yield "article:modified_time", head.changed


def _card(head: Head, address: str) -> Iterator[tuple[str, str]]:
    yield "twitter:card", "summary_large_image"
    yield "twitter:title", head.title
    yield "twitter:description", head.description
    yield "twitter:image", address + head.card
    yield "twitter:image:alt", head.alt


def _meta(key: str, name: str, value: str) -> str:
    return f'<meta {key}="{name}" content="{attribute(value)}">'
