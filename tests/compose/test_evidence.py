"""The evidence page keeps the article's text, and every way there and back exists."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml.html import HtmlElement, document_fromstring

from briefwright.compose.links import anchor
from briefwright.store.workspace import Workspace

CASES = Path(__file__).parents[1] / "golden" / "compose"
ARTICLES = [
    (case.name, folder.name)
    for case in sorted(CASES.iterdir())
    for folder in sorted((case / "articles").iterdir())
]
Pages = Callable[[str], dict[str, str]]


def body(page: str) -> str:
    return page.split("---\n", 2)[2]


@pytest.mark.parametrize(("case", "name"), ARTICLES)
def test_the_text_survives_exactly(
    case: str, name: str, compose_case: Pages, render: Callable[[str], str],
    read_html: Callable[..., Any],
) -> None:  # fmt: skip
    article = Workspace.find(CASES / case).article(name)
    source = body(compose_case(case)[f"articles/{name}.md"])
    page = render(source)
    shown = re.findall(r'<p class="bw-text" id="p\d+">.*?</p>|<h2 id="heading-\d+">.*?</h2>', page)
    texts = [read_html(part, "bw-back", "headerlink").text for part in shown]
    assert texts == [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_fact_has_a_line_and_a_mark_that_lead_to_each_other(
    case: str, compose_case: Pages, render: Callable[[str], str], read_html: Callable[..., Any]
) -> None:
    workspace = Workspace.find(CASES / case)
    pages = compose_case(case)
    links, ids = {}, {}
    for path, text in pages.items():
        elements = read_html(render(body(text))).elements
        ids[path] = [a["id"] for _, a in elements if "id" in a]
        links[path] = {a["href"] for t, a in elements if t == "a"}
        assert len(ids[path]) == len(set(ids[path])), f"an id stands twice on {path}"
    for brief in workspace.briefs():
        for name in brief.articles:
            facts = workspace.facts(name)
            assert facts is not None
            for fact in facts.all():
                mark = anchor(name, fact.id)
                line, evidence = f"briefs/{brief.id}.md", f"articles/{name}.md"
                present = not fact.rejected
                assert (mark in ids[line]) == present
                assert (mark in ids[evidence]) == present
                assert (f"../articles/{name}.md#{mark}" in links[line]) == present
                assert (f"../briefs/{brief.id}.md#{mark}" in links[evidence]) == present


def test_rejected_facts_and_their_words_are_gone(compose_case: Pages) -> None:
    brief = compose_case("two-sources")["briefs/yields.md"]
    assert "4.1%" not in brief
    assert "3 rejected and left out" in brief
    assert "[Harbour Bank]" not in brief


def test_hostile_text_makes_no_element_and_no_address(
    compose_case: Pages, render: Callable[[str], str], read_html: Callable[..., Any]
) -> None:
    for path, text in compose_case("hostile").items():
        page = read_html(render(body(text)))
        assert not {"script", "img", "b", "i"} & set(page.tags), path
        for tag, attributes in page.elements:
            assert not any(name.startswith("on") for name in attributes), (path, tag)
            assert not (attributes.get("href") or "").startswith("javascript"), path


def _cited_lines(page: HtmlElement) -> set[tuple[str, frozenset[str]]]:
    """Each citation of a brief: the fact, and the ids of its line or else of its section."""
    found = set()
    for cite in page.iterfind(".//a[@data-fact]"):
        if "bw-ev" not in (cite.get("class") or ""):
            continue
        line = next((e for e in cite.iterancestors() if e.tag in {"li", "tr"}), None)
        if line is None:
            heading = cite.xpath("preceding::*[self::h2 or self::h3][1]/@id")
            ids = frozenset(map(str, heading))
        else:
            ids = frozenset(map(str, line.xpath(".//@id")))
        section = cite.xpath("preceding::h2[1]/@id")
        found.add((str(cite.get("data-fact")), ids or frozenset(map(str, section))))
    return found


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_the_evidence_leads_back_to_every_line_that_cites_it(
    case: str, compose_case: Pages, render: Callable[[str], str]
) -> None:
    pages = compose_case(case)
    back: dict[str, set[str]] = {}
    for path, text in pages.items():
        if path.startswith("articles/"):
            page = document_fromstring(render(body(text)))
            for line in page.iterfind(".//div[@class='bw-notes']//li"):
                hrefs = {str(href).removeprefix("../") for href in line.xpath(".//a/@href")}
                for href in hrefs:
                    back.setdefault(href, set()).update(hrefs)
    cited = 0
    for path, text in pages.items():
        if not path.startswith("briefs/"):
            continue
        for fact, ids in _cited_lines(document_fromstring(render(body(text)))):
            cited += 1
            assert {f"{path}#{one}" for one in ids} & back[f"{path}#{fact}"], (fact, ids)
    assert cited > 10 or case in {"empty", "hostile"}
