"""Both feeds, by the rules of RFC 4287 and JSON Feed 1.1 and through trafilatura's reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from tests.site.hosted.conftest import ADDRESS, HOSTILE, build, freed, workspace_in
from trafilatura import feeds as reader
from trafilatura.metadata import extract_metadata

from briefwright.model import Brief
from briefwright.site.hosted.entry import Entry
from briefwright.site.hosted.feeds import MOST, Feed, atom, feed, json_feed
from briefwright.store.workspace import Workspace

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NAMES = {"a": "http://www.w3.org/2005/Atom"}
_PARAMETERS = reader.FeedParameters(ADDRESS, "example.org", f"{ADDRESS}feed.xml")


def entry(name: str, **changed: Any) -> Entry:
    fields: dict[str, Any] = {
        "brief": Brief(id=name, title=name, articles=("x",)), "sources": (), "title": name,
        "lead": f"Lead of {name}", "points": ("One",), "basis": "3 facts from 1 article",
        "date": "2026-03-01", "changed": "2026-03-01", "corrections": (),
    }  # fmt: skip
    return Entry(**(fields | changed))


def of(*entries: Entry, first: dict[str, str] | None = None) -> Feed:
    urls = {e.id: f"{ADDRESS}briefs/{e.id}.html" for e in entries}
    cards = {e.id: f"{ADDRESS}{e.id}.png" for e in entries}
    return feed(entries, title="Desk", address=ADDRESS, urls=urls, first=first or {}, cards=cards)


def assert_atom(data: bytes) -> list[Any]:
    """RFC 4287, sections 4.1.1 and 4.1.2: what a feed and its entries must have, once."""
    root = etree.fromstring(data)
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    entries: list[Any] = root.xpath("a:entry", namespaces=_NAMES)
    for node in [root, *entries]:
        for name in ("id", "title", "updated"):
            (text,) = node.xpath(f"a:{name}/text()", namespaces=_NAMES)
            assert text.strip()
        (updated,) = node.xpath("a:updated/text()", namespaces=_NAMES)
        assert _TIME.fullmatch(updated)
        (page,) = node.xpath("a:link[@rel='alternate']/@href", namespaces=_NAMES)
        assert page.startswith(ADDRESS)
    assert root.xpath("a:link[@rel='self']/@href", namespaces=_NAMES) == [f"{ADDRESS}feed.xml"]
    assert root.xpath("a:author/a:name/text()", namespaces=_NAMES)
    ids = root.xpath("a:entry/a:id/text()", namespaces=_NAMES)
    assert len(set(ids)) == len(ids)
    return entries


def assert_json_feed(data: bytes) -> list[dict[str, Any]]:
    """https://www.jsonfeed.org/version/1.1/: required members and their types."""
    found = json.loads(data)
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(found["title"], str)
    assert found["feed_url"] == f"{ADDRESS}feed.json"
    items: list[dict[str, Any]] = found["items"]
    for item in items:
        assert item["id"]
        assert isinstance(item["id"], str)
        assert item["url"].startswith(ADDRESS)
        assert item["content_html"]
        assert _TIME.fullmatch(item["date_published"])
        assert _TIME.fullmatch(item["date_modified"])
    return items


def test_both_feeds_of_a_site(site: Path) -> None:
    entries = assert_atom((site / "feed.xml").read_bytes())
    items = assert_json_feed((site / "feed.json").read_bytes())
    pages = [f"{ADDRESS}briefs/yields.html", f"{ADDRESS}briefs/trap.html"]
    assert [e.xpath("string(a:id)", namespaces=_NAMES) for e in entries] == pages
    assert [item["id"] for item in items] == pages
    for name in ("feed.xml", "feed.json"):
        found = reader.find_links((site / name).read_text(), _PARAMETERS)
        assert set(found) - {ADDRESS} == set(pages)


def test_a_reader_finds_the_feeds_and_the_metadata_of_a_page(site: Path) -> None:
    page = (site / "briefs" / "yields.html").read_text()
    assert reader.determine_feed(page, _PARAMETERS) == [f"{ADDRESS}feed.json"]
    other = reader.FeedParameters(ADDRESS, "example.org", ADDRESS)
    assert set(reader.determine_feed(page, other)) == {
        f"{ADDRESS}feed.{e}" for e in ("xml", "json")
    }
    told = extract_metadata(page)
    assert (told.title, told.date) == ("Yields and their doubters", "2026-03-04")
    assert told.url == f"{ADDRESS}briefs/yields.html"
    assert told.image == f"{ADDRESS}assets/cards/briefs/yields.png"


def test_hostile_text_is_text_in_every_layer(site: Path) -> None:
    entries = assert_atom((site / "feed.xml").read_bytes())
    trap = entries[1]
    assert trap.xpath("string(a:title)", namespaces=_NAMES) == HOSTILE
    content = html.fromstring(trap.xpath("string(a:content)", namespaces=_NAMES))
    assert HOSTILE in content.text_content()
    assert not content.xpath("//script | //img")


def test_the_newest_change_comes_first_and_undated_briefs_not_at_all() -> None:
    found = of(
        entry("b"),
        entry("a"),
        entry("late", changed="2026-03-09", corrections=("Corrected on 9 March 2026.",)),
        entry("undated", date=None, changed=None),
    )
    assert [item.title for item in found.items] == ["late", "a", "b"]
    late = found.items[0]
    assert (late.published, late.updated) == ("2026-03-01T00:00:00Z", "2026-03-09T00:00:00Z")
    assert late.summary == "Corrected on 9 March 2026. Lead of late"
    assert found.updated == late.updated
    assert len(assert_atom(atom(found))) == len(assert_json_feed(json_feed(found))) == 3


def test_a_renamed_brief_keeps_its_first_address_as_its_id() -> None:
    found = of(entry("new"), first={"new": f"{ADDRESS}briefs/old.html"})
    assert found.items[0].id == f"{ADDRESS}briefs/old.html"
    assert found.items[0].url == f"{ADDRESS}briefs/new.html"


def test_an_empty_feed_and_a_long_one() -> None:
    assert assert_atom(atom(of())) == []
    assert assert_json_feed(json_feed(of())) == []
    many = of(*(entry(f"b{number}") for number in range(MOST + 5)))
    assert len(many.items) == MOST


@pytest.mark.parametrize("stated", [True, False])
def test_a_correction_is_news(tmp_path: Path, *, stated: bool) -> None:
    root = freed(workspace_in(tmp_path / "work", "two-sources"))
    new = Workspace.find(root).article("bond-yields-rise").sha256
    date = '"2026-03-09"' if stated else "null"
    update = f"{{from: {'0' * 64}, to: {new}, date: {date}, date_from: updated, moved: 3}}"
    changes = root / "articles" / "bond-yields-rise" / "changes.yml"
    changes.write_text(f"schema: 1\narticle: bond-yields-rise\nupdates:\n  - {update}\n")
    site, _ = build(root)
    (item,) = assert_json_feed((site / "feed.json").read_bytes())
    assert item["date_published"] == "2026-03-04T00:00:00Z"
    assert item["date_modified"][:10] == ("2026-03-09" if stated else "2026-03-04")
    start = "Corrected on 9 March 2026. S1: " if stated else "Corrected. S1: "
    assert item["summary"].startswith(start)
    page = (site / "briefs" / "yields.html").read_text()
    assert ('content="2026-03-09"' in page) is stated


def test_a_brief_without_a_date_is_told(tmp_path: Path) -> None:
    root = freed(workspace_in(tmp_path / "work", "hostile"))
    site, said = build(root)
    assert "not in the feeds, because it has no date: hostile" in said
    assert assert_json_feed((site / "feed.json").read_bytes()) == []
