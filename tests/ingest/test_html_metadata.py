from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefwright.check import check
from briefwright.ingest.html_metadata import page_metadata
from briefwright.ingest.html_tree import parsed
from briefwright.model import Article, Facts, Metadata, Stated

FERRY = (Path(__file__).parent / "html" / "ferry.html").read_text("utf-8")


def known(head: str, body: str = "<p>Text.</p>", address: str | None = None) -> dict[str, Stated]:
    tree = parsed(f"<html><head>{head}</head><body>{body}</body></html>")
    assert tree is not None
    return page_metadata(tree, address)


def values(stated: dict[str, Stated]) -> dict[str, str]:
    return {key: one.value for key, one in stated.items()}


def jsonld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def article_node(**fields: Any) -> str:
    import json

    return jsonld(json.dumps({"@type": "NewsArticle"} | fields))


def test_everything_that_a_page_states() -> None:
    tree = parsed(FERRY)
    assert tree is not None
    stated = page_metadata(tree, "https://harbour.example/x")
    assert {key: (one.value, one.where) for key, one in stated.items()} == {
        "title": ("Ferry operator orders two electric ships", "json-ld headline"),
        "published": ("2026-03-12T07:30:00+01:00", "meta article:published_time"),
        "updated": ("2026-03-12T15:05:00Z", "json-ld dateModified"),
        "author": ("Ingrid Solvang, Owen Hale", "json-ld author"),
        "source": ("Harbour News", "json-ld publisher"),
        "url": ("https://harbour.example/2026/03/ferries", "link rel=canonical"),
        "language": ("en-GB", "html lang"),
        "licence": ("https://creativecommons.org/licenses/by/4.0/", "link rel=license"),
    }
    assert {one.origin for one in stated.values()} == {"document"}
    assert all(one.also == () for one in stated.values())


def test_places_come_in_the_order_of_trust() -> None:
    head = (
        '<meta name="date" content="2020-01-03"><meta property="article:published_time"'
        ' content="2020-01-02">'
    )
    body = '<article><time datetime="2020-01-04">4 January</time></article>'
    assert known(head, body)["published"].where == "meta article:published_time"
    both = known(head + article_node(datePublished="2020-01-01"), body)["published"]
    assert (both.value, both.where) == ("2020-01-01", "json-ld datePublished")
    assert [other.value for other in both.also] == ["2020-01-02", "2020-01-03", "2020-01-04"]
    assert known("", body)["published"].where == "time element"


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("2020-01-01T23:30:00-05:00", "2020-01-02T04:30:00Z", False),  # one moment
        ("2020-01-01", "2020-01-01T09:00:00Z", False),
        ("2020-01-02T03:00:00Z", "2020-01-01", False),  # the evening before, in New York
        ("2020-01-01T12:00:00+00:00", "2020-01-04", True),
    ],
)
def test_days_that_differ_are_a_conflict(one: str, other: str, conflict: bool) -> None:
    head = article_node(datePublished=one)
    stated = known(f'{head}<meta property="article:published_time" content="{other}">')
    assert bool(stated["published"].also) is conflict


def test_the_local_day_is_taken_over_utcs() -> None:
    head = article_node(datePublished="2020-01-02T03:00:00Z")
    stated = known(head, "<article><p>Published Jan. 1, 2020</p><p>Text.</p></article>")
    assert (stated["published"].value, stated["published"].where) == (
        "2020-01-01",
        "printed in the page",
    )


def test_two_wordings_of_a_title_are_no_conflict_but_two_titles_are() -> None:
    og = '<meta property="og:title" content="{}">'
    headline = article_node(headline="Ferry operator orders two ships")
    assert known(headline + og.format("Ferry operator orders ships | News"))["title"].also == ()
    (other,) = known(headline + og.format("Ten cakes for the spring"))["title"].also
    assert (other.value, other.where) == ("Ten cakes for the spring", "meta og:title")


def test_a_canonical_address_on_another_host_is_a_conflict() -> None:
    canonical = '<link rel="canonical" href="https://www.paper.example/a">'
    og = '<meta property="og:url" content="https://{}/a">'
    assert known(canonical + og.format("m.paper.example"))["url"].also == ()
    assert known(canonical + og.format("other.example"))["url"].also[0].where == "meta og:url"


def test_a_conflict_is_a_finding_with_both_values_and_places() -> None:
    head = article_node(datePublished="2020-01-01", headline="A title", author="Ann")
    stated = known(f'{head}<meta name="date" content="2020-02-01">')
    article = Article("x", "Text.", Metadata(**stated))
    found = [f for f in check([(article, Facts.of(article))]) if f.check == "metadata-conflict"]
    assert [(f.severity, f.message) for f in found] == [
        (
            "warning",
            (
                "The source states “2020-01-01” (json-ld datePublished) as its publication date, "
                "and “2020-02-01” (meta date)."
            ),
        )
    ]


@pytest.mark.parametrize(
    "author",
    [
        "Ann Lee",
        ["Ann Lee"],
        {"name": "Ann Lee"},
        [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Ann Lee"}],
        {"name": ["Ann Lee"]},
        "By Ann Lee",
        [{"name": "Ann Lee", "url": "https://x.example"}, "https://x.example/ann"],
    ],
)
def test_authors_in_every_shape(author: Any) -> None:
    assert known(article_node(author=author))["author"].value == "Ann Lee"


@pytest.mark.parametrize(
    "text",
    [
        '<!-- {"@type": "Article", "headline": "H"} -->',
        '//<![CDATA[\n{"@type": "Article", "headline": "H"}\n//]]>',
        '{"@type": "Article", "headline": "H",}',
        '{"@type": "Article", "headline": "H", "description": "line\nline"};',
        '{"@type": "Article", "headline": "H", "description": "it\\\'s"}',
        '[[{"@type": "http://schema.org/Article", "headline": ["H"]}]]',
        '{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "H"}}',
    ],
)
def test_broken_and_nested_json_ld_is_read(text: str) -> None:
    assert known(jsonld(text))["title"].value == "H"


@pytest.mark.parametrize(
    "text",
    ["", "{", "null", "[1, 2]", '"text"', '{"@type": 5}', '{"@type": "Article"', "[" * 100_000,
     '{"@type": "Article", "author": {"name": {"a": 1}}, "datePublished": {}, "headline": 5.5}'],
)  # fmt: skip
def test_json_ld_that_says_nothing_harms_nothing(text: str) -> None:
    head = f'{jsonld(text)}<meta property="og:title" content="T">'
    assert values(known(head)) == {"title": "T"}


@pytest.mark.parametrize(
    ("head", "key"),
    [
        ('<link rel="canonical" href="javascript:alert(1)">', "url"),
        ('<link rel="canonical" href="data:text/html,x">', "url"),
        ('<meta property="og:url" content="file:///etc/passwd">', "url"),
        ('<link rel="canonical" href="http://[::1">', "url"),
        (f'<meta property="og:title" content="{"x" * 600}">', "title"),
        ('<meta property="og:title" content=" ">', "title"),
        ('<meta name="author" content="https://x.example/ann">', "author"),
        ('<meta name="author" content="ann@x.example">', "author"),
        ('<meta name="date" content="03/04/2020">', "published"),
        ('<meta name="date" content="1970-01-01T00:00:00Z">', "published"),
        ('<meta name="date" content="0001-01-01T00:00:00Z">', "published"),
        ('<meta name="date" content="2020-13-45">', "published"),
        ('<meta http-equiv="content-language" content="not a language">', "language"),
    ],
)
def test_values_that_cannot_be_used_are_passed_over(head: str, key: str) -> None:
    assert key not in known(head)


def test_entities_are_decoded_once() -> None:
    assert known('<meta property="og:title" content="A &amp;amp; B">')["title"].value == "A &amp; B"
    assert known(article_node(headline="A &amp;lt; B"))["title"].value == "A &lt; B"


def test_control_characters_in_a_title_are_dropped() -> None:
    assert known(article_node(headline="A\x07 \u202eB\nC"))["title"].value == "A B C"


def test_the_sites_name_is_no_part_of_the_title() -> None:
    site = '<meta property="og:site_name" content="The Paper">'
    for title in ("Ships - The Paper", "Ships | The Paper", "The Paper – Ships"):
        assert known(f"{site}<title>{title}</title>")["title"].value == "Ships"


def test_relative_addresses_count_from_where_the_page_was_fetched() -> None:
    canonical = '<link rel="canonical" href="/a?b=1">'
    assert "url" not in known(canonical)
    assert known(canonical, address="https://x.example/y")["url"].value == "https://x.example/a?b=1"
    fetched = known("", address="https://x.example/y")["url"]
    assert (fetched.value, fetched.origin) == ("https://x.example/y", "inferred")


def test_a_front_page_is_not_the_articles_address() -> None:
    head = (
        '<link rel="canonical" href="https://x.example/">'
        '<meta property="og:url" content="https://x.example/a">'
    )
    assert known(head)["url"].value == "https://x.example/a"
