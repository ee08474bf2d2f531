"""Adds to a built site what the web needs: heads, pictures, feeds, redirects and headers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from briefwright.site.hosted import headers
from briefwright.site.hosted.cards import Card
from briefwright.site.hosted.extras import ROBOTS, card_files, feed_files, redirect_files, robots
from briefwright.site.hosted.head import tags
from briefwright.site.hosted.missing import NOT_FOUND, missing_page
from briefwright.site.hosted.pages import (
    SITE_CARD,
    cards,
    description,
    has_canonical,
    heads,
    other_head,
)
from briefwright.site.hosted.places import INDEX, Places, places
from briefwright.site.hosted.plan import Plan
from briefwright.site.policy import inline_scripts, sources, trusted_scripts
from briefwright.store.files import read_bytes, write_bytes

_END_OF_HEAD = b"</head>"


def host(site: Path, docs: Path, plan: Plan, report: Callable[[str], None]) -> None:
    """Make `site`, as MkDocs built it for the address of `plan`, ready for the web.

    Args:
        site: the built folder.
        docs: a person's own HTML files, robots.txt and _headers in it stay as they are.
        plan: the site's address, briefs, articles and redirects.
        report: is told which briefs stand in no feed.

    Raises:
        BuildError: B021, a page stands where a redirect should.
        WorkspaceError: A008, a file can't be read or written.
    """
    where = places(site, plan.address)
    index = site / INDEX
    pictures = cards(plan, description(_read(index)) if index.is_file() else "")
    for path, page in _with_heads(plan, where, docs, pictures):
        write_bytes(site / path, page)
    for found in (redirect_files(plan, where), card_files(pictures), _beside(plan, where, docs)):
        for path, data in found:
            write_bytes(site / path, data)
    for entry in plan.entries:
        if not entry.changed:
            report(f"not in the feeds, because it has no date: {entry.id}")


def _with_heads(
    plan: Plan, where: Places, docs: Path, pictures: Mapping[str, Card]
) -> Iterator[tuple[str, bytes]]:
    known = heads(plan, where, pictures)
    for file in sorted(where.root.rglob("*.html")):
        path = file.relative_to(where.root).as_posix()
        data = read_bytes(file)
        if (docs / path).is_file() or _END_OF_HEAD not in data:
            continue
        text = data.decode("utf-8", "replace")
        if path == NOT_FOUND:
            yield path, missing_page(text, plan.address).encode()
            continue
        head = known.get(path) or other_head(path, text, plan, where, pictures[SITE_CARD].alt)
        lines = tags(head, address=plan.address, site=plan.name, canonical=not has_canonical(text))
        yield path, data.replace(_END_OF_HEAD, f"{lines}\n".encode() + _END_OF_HEAD, 1)


def _beside(plan: Plan, where: Places, docs: Path) -> Iterator[tuple[str, bytes]]:
    yield from feed_files(plan, where).items()
    scripts = set[str]()
    for file in where.root.rglob("*.html"):
        page = read_bytes(file)
        own = (docs / file.relative_to(where.root)).is_file()  # a person's file runs its scripts
        scripts |= set(sources(inline_scripts(page))) if own else trusted_scripts(page)
    https = plan.address.lower().startswith("https:")
    sent = headers.headers_file(headers.headers(scripts, https=https))
    for path, data in ((ROBOTS, robots(plan)), (headers.FILE, sent)):
        if not (where.root / path).exists():
            yield path, data


def _read(file: Path) -> str:
    return read_bytes(file).decode("utf-8", "replace")
