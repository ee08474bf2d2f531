"""What the head of each page of a built site says."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from briefwright.compose import timex
from briefwright.compose.words import count
from briefwright.site.hosted.cards import Card
from briefwright.site.hosted.entry import Entry, Evidence
from briefwright.site.hosted.head import Head
from briefwright.site.hosted.places import INDEX, Places
from briefwright.site.hosted.plan import Plan
from briefwright.site.hosted.references import article_references, brief_references
from briefwright.site.hosted.structured import brief_data, evidence_data, site_node
from briefwright.site.hosted.text import one_line, shortened

CARDS = "assets/cards"
SITE_CARD = f"{CARDS}/site.png"
_CANONICAL = re.compile(r'<link\s+rel="canonical"\s+href="([^"]*)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_DESCRIPTION = re.compile(r'<meta\s+name="description"\s+content="([^"]*)"')
_LONGEST = 300


def card_path(kind: str, id: str) -> str:
    """Where the picture of a brief or an article stands."""
    return f"{CARDS}/{kind}/{id}.png"


def cards(plan: Plan, description: str) -> dict[str, Card]:
    """Every picture by its path; `description` is the site's own."""
    briefs = count(len(plan.entries), "brief")
    note = f"{briefs} on {count(len(plan.evidence), 'article')}"
    found = {SITE_CARD: Card(plan.name, description or plan.name, note)}
    for entry in plan.entries:
        found[card_path("briefs", entry.id)] = brief_card(entry, plan.name)
    for article in plan.evidence:
        found[card_path("articles", article.id)] = article_card(article, plan.name)
    return found


def brief_card(entry: Entry, site: str) -> Card:
    """The picture of a brief."""
    when = f"{timex.long_date(entry.date)} · " if entry.date else ""
    return Card(site, entry.title, f"{when}{entry.basis}, each with its evidence")


def article_card(found: Evidence, site: str) -> Card:
    """The picture of an evidence page."""
    of = f"{found.cited.container} · " if found.cited.container else ""
    return Card(site, found.cited.title, f"{of}{found.lead}")


def heads(plan: Plan, where: Places, pictures: Mapping[str, Card]) -> dict[str, Head]:
    """The heads of briefs and evidence pages, by the page's path below the site."""
    articles = {found.id: (found, where.url("articles", found.id)) for found in plan.evidence}
    found: dict[str, Head] = {}
    for entry in plan.entries:
        url, card = where.url("briefs", entry.id), card_path("briefs", entry.id)
        found[where.file("briefs", entry.id)] = Head(
            url=url,
            title=entry.title,
            description=entry.lead,
            kind="article",
            card=card,
            alt=pictures[card].alt,
            published=entry.date,
            changed=entry.changed,
            references=tuple(brief_references(entry, plan.name, url)),
            data=brief_data(
                entry,
                articles,
                url=url,
                image=plan.address + card,
                site=site_node(plan.name, plan.address),
            ),
        )
    for article, url in articles.values():
        card = card_path("articles", article.id)
        found[where.file("articles", article.id)] = Head(
            url=url,
            title=article.cited.title,
            description=article.lead,
            kind="website",
            card=card,
            alt=pictures[card].alt,
            references=tuple(article_references(article, url)),
            data=evidence_data(article, url),
        )
    return found


def other_head(path: str, page: str, plan: Plan, where: Places, alt: str) -> Head:
    """The head of any other page, from what MkDocs has written into it."""
    title = _text(_TITLE.search(page))
    return Head(
        url=_text(_CANONICAL.search(page)) or where.of(path),
        title=title or plan.name,
        description=shortened(description(page) or title or plan.name, _LONGEST),
        kind="website",
        card=SITE_CARD,
        alt=alt,
        data={"@context": "https://schema.org", **site_node(plan.name, plan.address)}
        if path == INDEX
        else None,
    )


def has_canonical(page: str) -> bool:
    """Whether the theme has written the page's whole address."""
    return bool(_CANONICAL.search(page))


def description(page: str) -> str:
    """The description that MkDocs has written into a page; empty without one."""
    return _text(_DESCRIPTION.search(page))


def _text(found: re.Match[str] | None) -> str:
    return one_line(html.unescape(found[1])) if found else ""
