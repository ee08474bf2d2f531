from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html
from tests.site.hosted.conftest import ADDRESS, build, freed, workspace_in

from briefwright.errors import BuildError
from briefwright.site.hosted.redirects import Redirect, first_ids, redirect_page, redirects

PAGES = {"briefs": {"ferries", "yields"}, "articles": {"ferries", "wire"}}


def test_an_id_leads_to_the_brief_and_the_article_of_that_name() -> None:
    assert redirects({"ships": "ferries"}, PAGES) == (
        Redirect("articles", "ships", "ferries"),
        Redirect("briefs", "ships", "ferries"),
    )
    assert redirects({"bonds": "yields"}, PAGES) == (Redirect("briefs", "bonds", "yields"),)


def test_a_page_that_is_there_is_never_covered() -> None:
    """The article `wire` still stands; only the brief of that name went."""
    assert redirects({"wire": "ferries"}, PAGES) == (Redirect("briefs", "wire", "ferries"),)


def test_chains_lead_to_their_end_and_the_first_id_is_known() -> None:
    wanted = {"a": "b", "b": "yields", "c": "yields"}
    found = redirects(wanted, PAGES)
    assert [(r.old, r.new) for r in found] == [(old, "yields") for old in "abc"]
    assert first_ids(wanted) == {"yields": "a"}
    # Another old name found later does not change what readers of feeds know.
    assert first_ids({"a": "b", "b": "yields"}) == {"yields": "a"}


@pytest.mark.parametrize(
    ("wanted", "saw"),
    [
        ({"a": "a"}, "a circle: a → a"),
        ({"a": "b", "b": "c", "c": "a"}, "a circle: a → b → c → a"),
        ({"x": "a", "a": "b", "b": "a"}, "a circle"),
        ({"a": "nowhere"}, "no brief or article has the id 'nowhere'"),
        ({"a": "b", "b": "nowhere"}, "no brief or article has the id 'nowhere'"),
        ({"yields": "ferries", "wire": "yields"}, "'wire'"),
        ({"ferries": "yields"}, "'ferries' is still in use"),
    ],
)
def test_what_can_not_be_followed_is_refused(wanted: dict[str, str], saw: str) -> None:
    pages = {"briefs": {"ferries", "yields", "wire"}, "articles": {"ferries", "yields", "wire"}}
    with pytest.raises(BuildError) as caught:
        redirects(wanted, pages)
    assert caught.value.code == "B021"
    assert saw in f"{caught.value.at} {caught.value.saw}"
    assert caught.value.at.startswith("briefwright.yml: site.redirects.")


def test_the_page_has_no_script_and_both_addresses() -> None:
    page = html.fromstring(redirect_page('a"b.html', "https://x.example/a&b.html"))
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ['0; url=a"b.html']
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://x.example/a&b.html"]
    assert page.xpath("//a/@href") == ['a"b.html']
    assert not page.xpath("//script")


def test_a_site_has_the_pages(tmp_path: Path) -> None:
    settings = "  redirects: {bonds: yields, first: bonds, wire-1: second-look}\n"
    root = freed(workspace_in(tmp_path / "work", "two-sources", settings=settings))
    site, _ = build(root)
    for old, new in (("bonds", "yields"), ("first", "yields")):
        page = (site / "briefs" / f"{old}.html").read_text()
        assert f'content="0; url={new}.html"' in page
        assert f'href="{ADDRESS}briefs/{new}.html"' in page
    assert (site / "articles" / "wire-1.html").is_file()
    assert not (site / "briefs" / "wire-1.html").exists()
    assert "bonds" not in (site / "sitemap.xml").read_text()
    assert f"<id>{ADDRESS}briefs/first.html</id>" in (site / "feed.xml").read_text()


def test_a_persons_page_is_not_covered(tmp_path: Path) -> None:
    settings = "  redirects: {bonds: yields}\n"
    root = freed(workspace_in(tmp_path / "work", "two-sources", settings=settings))
    (root / "docs" / "briefs").mkdir()
    (root / "docs" / "briefs" / "bonds.md").write_text("# Mine\n")
    with pytest.raises(BuildError) as caught:
        build(root)
    assert caught.value.code == "B021"
    assert not (root / "site").exists()
