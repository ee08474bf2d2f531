"""A hosted build as a whole: what it adds, what it leaves alone, and that it is the same again."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest
from lxml import etree, html
from tests.site.hosted.conftest import ADDRESS, build, workspace_in

from briefwright.errors import BuildError
from briefwright.site.bundle import make_bundle
from briefwright.store.workspace import Workspace

EXTRAS = ("og:title", "application/ld+json", "citation_", "feed.xml", "twitter:")


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(work: Path, site: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "another place"
    shutil.copytree(work, elsewhere, ignore=shutil.ignore_patterns("site", ".briefwright"))
    again = contents(build(elsewhere)[0])
    assert {"feed.xml", "feed.json", "robots.txt", "_headers", "sitemap.xml"} <= again.keys()
    assert again == contents(site)


def test_a_plain_site_and_a_bundle_have_none_of_it(work: Path, tmp_path: Path) -> None:
    root = tmp_path / "plain"
    shutil.copytree(work, root, ignore=shutil.ignore_patterns("site", ".briefwright"))
    bundle = make_bundle(Workspace.find(root), tmp_path, as_folder=True, strict=True, report=print)
    for folder in (build(root, "private")[0], bundle.path):
        pages = {p: p.read_text() for p in folder.rglob("*.html")}
        assert len(pages) > 5
        assert not [(p, x) for p, page in pages.items() for x in EXTRAS if x in page]
        names = {name.rpartition("/")[2] for name in contents(folder)}
        assert not names & {"feed.xml", "feed.json", "robots.txt", "_headers", "site.png"}


def test_the_list_of_pages_and_robots(site: Path) -> None:
    tree = etree.fromstring((site / "sitemap.xml").read_bytes())
    addresses = set(tree.xpath("//*[local-name()='loc']/text()"))
    assert {f"{ADDRESS}briefs/yields.html", f"{ADDRESS}articles/hostile.html"} <= addresses
    assert all(address.startswith(ADDRESS) for address in addresses)
    assert f"\nSitemap: {ADDRESS}sitemap.xml\n" in (site / "robots.txt").read_text()


def test_a_missing_page_is_found_from_any_depth_and_in_no_index(site: Path) -> None:
    page = html.fromstring((site / "404.html").read_bytes())
    assert page.xpath("/html/head/meta[@name='robots']/@content") == ["noindex"]
    loaded = page.xpath("//script/@src | //link[@rel='stylesheet']/@href | //a/@href")
    assert len(loaded) > 5
    for address in loaded:
        assert address.startswith(("/desk/", "#", "https://"))
        if address.startswith("/desk/"):
            assert (site / (address.split("?")[0].removeprefix("/desk/") or "index.html")).exists()


def test_a_persons_own_files_stay(work: Path, site: Path, tmp_path: Path) -> None:
    assert (site / "own.html").read_bytes() == (work / "docs" / "own.html").read_bytes()
    root = tmp_path / "own"
    shutil.copytree(work, root, ignore=shutil.ignore_patterns("site", ".briefwright"))
    for name in ("robots.txt", "_headers"):
        (root / "docs" / name).write_text("mine\n")
    built, _ = build(root)
    assert [(built / name).read_text() for name in ("robots.txt", "_headers")] == ["mine\n"] * 2


@pytest.mark.parametrize(
    ("ours", "mkdocs", "saw"),
    [("", "", "no `site.url`"), ("", "site_url: briefs.example.org\n", "'briefs.example.org'")],
)
def test_without_an_address_nothing_is_written(
    tmp_path: Path, ours: str, mkdocs: str, saw: str
) -> None:
    root = workspace_in(tmp_path / "work", "two-sources")
    (root / "briefwright.yml").write_text(f"engine: none\n{ours}")
    config = root / "mkdocs.yml"
    config.write_text(mkdocs + config.read_text())
    with pytest.raises(BuildError) as caught:
        build(root, "hosted")
    assert caught.value.code == "B020"
    assert saw in caught.value.saw
    assert "site: {url:" in caught.value.fix
    assert not list((root / "docs").iterdir())
    assert not (root / "site").exists()


def test_the_address_of_mkdocs_counts_too(tmp_path: Path) -> None:
    root = workspace_in(tmp_path / "work", "two-sources")
    (root / "briefwright.yml").write_text("engine: none\nprofile: hosted\n")
    config = root / "mkdocs.yml"
    config.write_text(f"site_url: http://other.example\n{config.read_text()}")
    site, _ = build(root)
    assert (
        'href="http://other.example/briefs/yields.html"'
        in (site / "briefs" / "yields.html").read_text()
    )
    assert "Strict-Transport-Security" not in (site / "_headers").read_text()


def test_folders_as_addresses(tmp_path: Path) -> None:
    root = workspace_in(tmp_path / "work", "two-sources", settings="  redirects: {old: yields}\n")
    config = root / "mkdocs.yml"
    config.write_text(config.read_text().replace("_urls: false", "_urls: true"))
    site, _ = build(root)
    page = (site / "briefs" / "yields" / "index.html").read_text()
    assert f'<meta property="og:url" content="{ADDRESS}briefs/yields/">' in page
    assert f'<link rel="canonical" href="{ADDRESS}briefs/yields/">' in page
    assert 'url=../yields/"' in (site / "briefs" / "old" / "index.html").read_text()
    assert f"<id>{ADDRESS}briefs/old/</id>" in (site / "feed.xml").read_text()


def test_a_page_may_count_the_words_that_it_shows(tmp_path: Path) -> None:
    """The number of shown words is no number of the article's, and the gate knows it."""
    for words in (19, 23, 29, 31):
        root = workspace_in(tmp_path / str(words), "two-sources", settings="")
        settings = root / "briefwright.yml"
        settings.write_text(f"{settings.read_text()}excerpts: {{words: {words}, share: 1}}\n")
        site, _ = build(root)
        assert (
            " words. The rest is not published here"
            in (site / "articles" / "bond-yields-rise.html").read_text()
        )
