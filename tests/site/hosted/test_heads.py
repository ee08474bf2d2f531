"""The heads of a hosted site's pages, as parsers that aren't ours read them."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree, html
from pyld import jsonld
from tests.site.hosted.conftest import (
    ADDRESS,
    HOSTILE,
    Read,
    build,
    data,
    freed,
    metas,
    workspace_in,
)

from briefwright.errors import BuildError
from briefwright.site.hosted.text import one_line, script_json
from briefwright.store.templates import packaged_templates

BRIEF, TRAP, ARTICLE = "briefs/yields.html", "briefs/trap.html", "articles/bond-yields-rise.html"
PAGES = (BRIEF, TRAP, ARTICLE, "articles/hostile.html", "index.html", "claims.html", "mine.html")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_address_cards_and_feeds(site: Path, read: Read, path: str) -> None:
    page = read(path)
    told = metas(page)
    assert page.xpath("/html/head/link[@rel='canonical']/@href") == [ADDRESS + path]
    assert told["og:url"] == ADDRESS + path
    for name in ("og:type", "og:title", "og:description", "og:image:alt", "twitter:title"):
        assert told[name].strip()
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image"] == told["twitter:image"]
    image = site / told["og:image"].removeprefix(ADDRESS)
    head = image.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", head[16:]) == (1200, 630)
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    feeds = page.xpath("/html/head/link[@rel='alternate']")
    assert {(link.get("type"), link.get("href")) for link in feeds} == {
        ("application/atom+xml", f"{ADDRESS}feed.xml"),
        ("application/feed+json", f"{ADDRESS}feed.json"),
    }


def test_a_briefs_card_tells_its_bottom_line_as_the_sources(read: Read) -> None:
    told = metas(read(BRIEF))
    first = read(BRIEF).xpath("//div[contains(@class, 'bw-bottom')]//li")[0].text_content()
    lead = told["og:description"].removeprefix("From the articles: ")
    assert lead != told["og:description"]
    assert first.strip().startswith(lead)
    assert told["og:title"] == "Yields and their doubters"
    assert told["article:published_time"] == "2026-03-04"
    assert "Yields and their doubters" in told["og:image:alt"]


def test_hostile_text_stays_text(read: Read) -> None:
    page = read(TRAP)
    told = metas(page)
    assert told["og:title"] == told["citation_title"] == HOSTILE
    scripts = page.xpath("//script[not(@src) and not(@type)]/text()")
    assert not [script for script in scripts if "alert" in script]
    assert not page.xpath("//img[@src='x']")
    assert data(page)["@graph"][0]["headline"] == HOSTILE
    article = read("articles/hostile.html")
    assert metas(article)["citation_author"] == HOSTILE
    # An address with quotes and brackets is none; the page's own stands in its place.
    assert metas(article)["citation_public_url"] == f"{ADDRESS}articles/hostile.html"
    assert "url" not in data(article)["@graph"][1]


def test_a_line_can_neither_end_nor_turn_around() -> None:
    assert one_line(" a\u2028b\n\x00\u202ec\ud800\ufffe ") == "a b c"


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "]]>", "&amp;", "\u2028", "\u2029", "<ſcript>"]
)
def test_no_text_leaves_a_script_of_data(text: str) -> None:
    written = script_json({"a": text})
    assert not set("<>&\u2028\u2029") & set(written)
    tree = etree.fromstring(f"<p>{written}</p>")
    assert json.loads(tree.text) == {"a": text}


# Structured data


def test_claims_appear_in_their_article_and_have_their_speaker(read: Read) -> None:
    graph = data(read(BRIEF))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    brief = nodes[ADDRESS + BRIEF]
    article = nodes[f"{ADDRESS}{ARTICLE}#article"]
    assert {"@id": article["@id"]} in brief["isBasedOn"]
    assert article["@type"] == "NewsArticle"
    assert article["publisher"] == {"@type": "Organization", "name": "Norland Wire"}
    assert article["url"] == "https://example.org/bonds_(a)?x=1&y=*2*"
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert claims
    page = read(BRIEF)
    for claim in claims:
        assert claim["appearance"]["@id"] in nodes
        (line,) = page.xpath(f"//*[@id='{urlsplit(claim['@id']).fragment}']")
        assert all(part in line.getparent().text_content() for part in claim["text"].split(" … "))
        if "author" in claim:
            assert claim["author"]["name"] in line.getparent().text_content()
    assert any("author" in claim for claim in claims)


def test_no_claim_is_reviewed_where_no_person_gave_a_verdict(site: Path) -> None:
    assert not [p for p in site.rglob("*.html") if "ClaimReview" in p.read_text()]


JUDGED = """title: Yields
articles: [bond-yields-rise, second-look]
as_of: "2026-03-04"
judgments:
  - {text: The source contradicts it., facts: [CLAIM], verdict: mostly wrong, likelihood: likely}
  - {text: The move is likely to last., facts: [CLAIM], likelihood: likely}
"""


def reviews(root: Path, claim: str) -> list[dict[str, Any]]:
    (root / "briefs" / "yields.yml").write_text(JUDGED.replace("CLAIM", claim))
    site, _ = build(root)
    page = html.fromstring((site / "briefs" / "yields.html").read_bytes())
    graph = {node["@id"]: node for node in data(page)["@graph"]}
    found = [node for node in graph.values() if node["@type"] == "ClaimReview"]
    for review in found:
        assert graph[review["itemReviewed"]["@id"]]["text"] == review["claimReviewed"]
        (line,) = page.xpath(f"//*[@id='{urlsplit(review['url']).fragment}']")
        assert f"{review['reviewBody']} Verdict: mostly wrong." in line.text_content()
    return found


def test_a_verdict_and_nothing_else_is_a_review(tmp_path: Path) -> None:
    root = freed(workspace_in(tmp_path / "work", "two-sources"))
    (review,) = reviews(root, "c-fdb6a36cc1")
    assert review["reviewBody"] == "The source contradicts it."
    assert review["author"] == {"@type": "Organization", "name": "My briefs", "url": ADDRESS}
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "mostly wrong",
        "ratingValue": 2, "worstRating": 1, "bestRating": 5,
    }  # fmt: skip
    facts = root / "articles" / "bond-yields-rise" / "facts.yml"
    facts.write_text(facts.read_text().replace("certainty: asserted", "certainty: denied"))
    assert reviews(root, "c-fdb6a36cc1") == []


def test_a_page_tells_no_other_verdict_than_the_editors(tmp_path: Path) -> None:
    root = freed(workspace_in(tmp_path / "work", "two-sources"))
    (root / "templates" / "partials").mkdir(parents=True)
    partial = packaged_templates() / "partials" / "judgment.md.j2"
    changed = partial.read_text().replace("{{ judgment.verdict }}", "correct")
    (root / "templates" / "partials" / "judgment.md.j2").write_text(changed)
    with pytest.raises(BuildError) as caught:
        reviews(root, "c-fdb6a36cc1")
    assert caught.value.code == "B007"
    assert "Verdict: correct" in caught.value.saw


def test_json_ld_expands_to_absolute_names(read: Read) -> None:
    document = data(read(BRIEF)) | {"@context": {"@vocab": "https://schema.org/"}}
    expanded = jsonld.expand(document)
    kinds = {kind for node in expanded for kind in node["@type"]}
    assert kinds == {f"https://schema.org/{kind}" for kind in ("Article", "NewsArticle", "Claim")}
    assert all(node["@id"].startswith(ADDRESS) for node in expanded)


# Reference managers


def test_highwire_tags_of_a_brief_and_an_article(read: Read) -> None:
    brief, article = metas(read(BRIEF)), metas(read(ARTICLE))
    assert {k: v for k, v in brief.items() if k.startswith("citation_")} == {
        "citation_title": "Yields and their doubters",
        "citation_technical_report_institution": "My briefs",
        "citation_publication_date": "2026/03/04",
        "citation_public_url": ADDRESS + BRIEF,
    }
    assert {k: v for k, v in article.items() if k.startswith("citation_")} == {
        "citation_title": "Bond yields rise",
        "citation_author": "A. Writer",
        "citation_publisher": "Norland Wire",
        "citation_publication_date": "2026/03/03",
        "citation_public_url": "https://example.org/bonds_(a)?x=1&y=*2*",
    }
    assert not [name for name in metas(read("mine.html")) if name.startswith("citation_")]
