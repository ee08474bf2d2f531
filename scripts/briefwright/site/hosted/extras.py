"""The files beside the pages: pictures, feeds, redirects and what only robots and servers read."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.errors import BuildError
from briefwright.site.hosted.cards import Card, draw
from briefwright.site.hosted.feeds import ATOM, JSON, atom, feed, json_feed
from briefwright.site.hosted.pages import card_path
from briefwright.site.hosted.places import Places
from briefwright.site.hosted.plan import Plan
from briefwright.site.hosted.redirects import redirect_page
from briefwright.store.files import shown

ROBOTS = "robots.txt"


def feed_files(plan: Plan, where: Places) -> dict[str, bytes]:
    """Both feeds, by their paths."""
    found = feed(
        plan.entries,
        title=plan.name,
        address=plan.address,
        urls={entry.id: where.url("briefs", entry.id) for entry in plan.entries},
        first={new: where.url("briefs", old) for new, old in plan.first.items()},
        cards={entry.id: plan.address + card_path("briefs", entry.id) for entry in plan.entries},
    )
    return {ATOM: atom(found), JSON: json_feed(found)}


def card_files(cards: dict[str, Card]) -> Iterator[tuple[str, bytes]]:
    """The pictures by their paths, one after the other: all of them at once are large."""
    for path, card in cards.items():
        yield path, draw(card)


def redirect_files(plan: Plan, where: Places) -> Iterator[tuple[str, bytes]]:
    """The pages at old addresses.

    Raises:
        BuildError: B021, a page of the site stands there (on some disks `Old` is `old`).
    """
    for found in plan.redirects:
        path = where.file(found.kind, found.old)
        if (where.root / path).exists():
            raise BuildError(
                "B021",
                at=f"briefwright.yml: site.redirects.{found.old}",
                saw=f"the page {shown(where.root / path)}",
                wanted="an old id without a page",
                fix="take the redirect out, or the page",
            )
        yield path, redirect_page(where.beside(found.new), where.url(found.kind, found.new))


def robots(plan: Plan) -> bytes:
    """Everybody may read everything, and finds the list of pages."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {plan.address}sitemap.xml\n".encode()
