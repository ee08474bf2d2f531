"""The HTML file: the words of the proved pages and no others, closed in itself."""

from __future__ import annotations

import base64
import copy
import hashlib
import itertools
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import markdown  # type: ignore[import-untyped]  # it ships no types
import pytest
from lxml.html import HtmlElement, document_fromstring, fragment_fromstring
from tests.compose.cases import INFO, briefs, dossiers, pairs
from tests.compose.published import published_words

from briefwright.compose import Dossier, compose
from briefwright.compose.excerpts import Budget, excerpts
from briefwright.compose.links import anchor
from briefwright.gate.page import EXTENSIONS
from briefwright.site.onefile import Frame, Paper, one_file
from briefwright.site.onefile.document import css_string
from briefwright.site.onefile.section import section
from briefwright.site.outside import loads_from_elsewhere
from briefwright.store.templates import load_templates

PagesOf = Callable[[str], Mapping[str, str]]
FileOf = Callable[..., str]
CASES = ["seed", "two-sources", "hostile"]
ADDRESS = "https://briefs.example.org/"


def plain(text: str) -> str:
    return " ".join(text.split())


def words_of(page: str) -> str:
    """The words of a Markdown page as a reader sees them."""
    body = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
    html = markdown.markdown(body, extensions=list(EXTENSIONS))
    return plain(fragment_fromstring(html, create_parent="div").text_content())


def sections_of(html: str) -> dict[str, HtmlElement]:
    found = document_fromstring(html).iterfind(".//div[@class]")
    return {str(e.get("id")): e for e in found if str(e.get("class")).startswith("page ")}


def links_of(html: str) -> list[HtmlElement]:
    return [e for e in document_fromstring(html).iter("a") if e.get("href")]


def links_in(element: HtmlElement) -> set[str]:
    return {str(a.get("href"))[1:] for a in element.iter("a")}


def without_numbers(mark: HtmlElement) -> str:
    """The marked words without the small numbers that lead back."""
    mark = copy.deepcopy(mark)
    mark.tail = None
    for number in mark.xpath(".//a[contains(@class, 'bw-back')]"):
        number.drop_tree()
    return plain(mark.text_content())


@pytest.mark.parametrize("case", CASES)
def test_each_section_has_the_words_of_its_proved_page(
    case: str, file_of: FileOf, proved_pages: PagesOf
) -> None:
    sections = sections_of(file_of(case, address=ADDRESS))
    used = {name for brief in briefs(case) for name in brief.articles}
    expected = {f"brief.{b.id}": f"briefs/{b.id}.md" for b in briefs(case)}
    expected |= {f"article.{name}": f"articles/{name}.md" for name in used}
    assert set(sections) == set(expected)
    for name, path in expected.items():
        assert plain(sections[name].text_content()) == words_of(proved_pages(case)[path])


def test_the_frame_adds_no_words_but_its_own(file_of: FileOf) -> None:
    page = document_fromstring(file_of("seed", address=ADDRESS))
    for element in page.xpath("//div[starts-with(@class, 'page ')] | //nav | //head"):
        element.drop_tree()
    assert plain(page.text_content()) == (
        "Briefs & more Research brief "
        "Online: https://briefs.example.org/briefs/deepseek-wake-up-call.html. "
        "Made with Briefwright 0. This file asks nothing of the network. "
        "Evidence The sources’ own words. Each citation above leads to its words here, and each "
        "small number leads back."
    )


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("address", ["", ADDRESS])
def test_links_lead_to_one_place_in_the_file_or_to_the_web(
    case: str, address: str, file_of: FileOf
) -> None:
    html = file_of(case, address=address)
    ids = [str(e.get("id")) for e in document_fromstring(html).iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    targets = [str(link.get("href")) for link in links_of(html)]
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert len(inside) > 20
    assert inside <= set(ids)
    outside = [target for target in targets if not target.startswith("#")]
    assert all(re.match(r"https?://", target) for target in outside)
    assert any(target.startswith(ADDRESS) for target in outside) == bool(address)
    assert not any(target.endswith(".md") for target in targets)


@pytest.mark.parametrize("case", CASES)
def test_every_claim_leads_to_its_words_and_back(case: str, file_of: FileOf) -> None:
    page = document_fromstring(file_of(case))
    by_id = {str(e.get("id")): e for e in page.iter() if e.get("id")}
    homes = {name: brief.id for brief in reversed(briefs(case)) for name in brief.articles}
    claims = [(a.id, c) for a, f in pairs(case) if a.id in homes for c in f.claims]
    assert claims
    for article, claim in claims:
        if claim.rejected:
            continue
        line = f"brief.{homes[article]}.{anchor(article, claim.id)}"
        words = f"article.{article}.{anchor(article, claim.id)}"
        assert words in links_in(by_id[f"brief.{homes[article]}"])
        assert line in links_in(by_id[f"article.{article}"])
        marked = without_numbers(by_id[words])
        assert marked
        assert any(marked in plain(piece.quote) for piece in claim.content)


def test_pictures_keep_what_they_refer_to(file_of: FileOf) -> None:
    html = file_of("seed")
    ids = {str(e.get("id")) for e in document_fromstring(html).iter() if e.get("id")}
    painted = set(re.findall(r"url\(#([^)]+)\)", html))
    labels = {
        part
        for e in document_fromstring(html).iter("svg")
        for part in str(e.get("aria-labelledby")).split()
    }
    assert painted
    assert labels
    assert painted | labels <= ids


@pytest.mark.parametrize("case", CASES)
def test_nothing_runs_and_nothing_is_loaded(case: str, file_of: FileOf, tmp_path: Path) -> None:
    html = file_of(case)
    (tmp_path / "brief.html").write_text(html)
    assert list(loads_from_elsewhere(tmp_path)) == []
    page = document_fromstring(html)
    assert not page.xpath("//link[not(@rel='canonical')]")
    assert not list(page.iter("script", "iframe", "object", "embed", "img"))
    assert not [
        (e.tag, name)
        for e in page.iter()
        for name in e.attrib
        if name.startswith("on") or name == "style"
    ]
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    [style] = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert str(policy).startswith(f"default-src 'none'; style-src 'sha256-{digest}';")


def test_a_hostile_title_is_only_a_title(file_of: FileOf) -> None:
    html = file_of("hostile", paper=Paper.a4)
    page = document_fromstring(html)
    title = '</title><script>alert("t")</script> & *title* {: #x }'
    assert page.findtext(".//title") == title
    assert html.count("<script") == 0
    assert html.count("</style>") == 1
    assert css_string(title) in html


def test_a_string_of_a_style_sheet_can_not_be_left() -> None:
    assert css_string('a"; } \\\n</style>é') == (
        '"a\\000022 \\00003b  \\00007d  \\00005c \\00000a \\00003c \\00002f style\\00003e '
        '\\0000e9 "'
    )


def test_what_a_template_of_ones_own_would_run_or_load_is_taken_out() -> None:
    page = (
        '# Title {: #top }\n\n<p onclick="x()" style="a:b">One <script>x()</script>two '
        '<img src="https://example.org/a.png" alt="three"> four</p>\n\n'
        '<iframe src="https://example.org/"></iframe>\n'
    )
    found = section("briefs/a.md", page, level=1)
    assert plain(found.root.text_content()) == "Title One two three four"
    assert "example.org" not in found.html
    assert "x()" not in found.html


def test_several_briefs_share_one_file_and_its_evidence() -> None:
    [both] = briefs("two-sources")
    less = {"id": "again", "articles": both.articles[:1], "judgments": ()}
    one = both.model_copy(update=less)
    pages = compose(dossiers("two-sources"), [both, one], load_templates(), INFO)
    frame = Frame("Briefs & more", "", "Briefwright 0")
    html = one_file([both, one], pages, load_templates(), frame)
    page = document_fromstring(html)
    headings = [int(str(e.tag)[1]) for e in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert headings.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(headings))
    names = [str(name) for name in page.xpath("//div[starts-with(@class, 'page ')]/@id")]
    assert names == [
        f"brief.{both.id}",
        "brief.again",
        *(f"article.{name}" for name in both.articles),
    ]
    ids = [str(e.get("id")) for e in page.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert links_in(page.xpath("//nav")[0]) == {f"brief.{both.id}", "brief.again"}
    assert page.findtext(".//title") == "Briefs & more"


def test_words_that_a_hosted_site_hides_are_not_in_the_file(file_of: FileOf) -> None:
    [(article, facts)] = pairs("seed")
    [brief] = briefs("seed")
    shown = excerpts(article, facts, Budget(40, 0.25))
    pages = compose([Dossier(article, facts, (), shown)], [brief], load_templates(), INFO)
    html = one_file([brief], pages, load_templates(), Frame("Briefs", "", "Briefwright 0"))
    said = [brief.title, brief.question or ""]
    assert published_words(article, facts, [html], said) <= 40
    assert published_words(article, facts, [file_of("seed")], said) > 200


def test_the_same_pages_give_the_same_bytes(file_of: FileOf) -> None:
    assert file_of("two-sources") == file_of("two-sources")


def test_without_an_address_no_downloads_are_promised(file_of: FileOf) -> None:
    there, gone = file_of("seed", address=ADDRESS), file_of("seed")
    assert f"{ADDRESS}downloads/" in there
    assert "facts.json" in there
    assert "facts.json" not in gone
