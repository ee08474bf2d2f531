from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefwright.errors import IngestError
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.read import read_source
from briefwright.model import Article

FERRY = (Path(__file__).parent / "html" / "ferry.html").read_bytes()
SENTENCE = "The ferry operator has ordered two electric ships from a yard in Bergen, it said. "
ONE = f"<p>{SENTENCE * 2}</p>"


def read(page: str | bytes, **options: object) -> Article:
    raw = page.encode() if isinstance(page, str) else page
    return read_source(raw, "page.html", IngestOptions(**options))  # type: ignore[arg-type]


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


def test_the_text_is_the_article_line_by_line() -> None:
    lines = read(FERRY).text.splitlines()
    assert [line[:34] for line in lines] == [
        "The county’s ferry operator has or",
        "“We will halve our diesel bill wit",
        "Charging at the quay",
        "Charging stations will be built at",
        "Each ship carries 120 cars and 350",
        "The batteries hold 4.6 megawatt ho",
        "Nobody has asked the islanders wha",
        "What the tickets cost",
        "Ticket | Now | From 2027",
        "Adult | £4.20 | £4.60",
        "The county will vote on the fares ",
    ]


def test_headings_are_kept_as_structure() -> None:
    article = read(FERRY)
    assert article.headings is not None
    assert [(span.of(article.text), level) for span, level in article.headings] == [
        ("Charging at the quay", 2),
        ("What the tickets cost", 3),
    ]
    kinds = [block.kind for block in article.blocks]
    assert kinds.count("heading") == 2
    assert len(kinds) == len(article.text.splitlines())


def test_no_markup_and_no_markdown_marks() -> None:
    text = read(FERRY).text
    assert not set("<>#*`\t\xa0") & set(text)
    assert "&" not in text
    assert text.endswith(".\n")


def test_a_page_is_told_by_its_content() -> None:
    article = read_source(FERRY, "page.txt")
    assert (article.format, article.id) == ("html", "ferry-operator-orders-two-electric-ships")
    assert read_source(FERRY, "page.txt", IngestOptions(format="text")).format == "text"
    assert read_source(b"# A note\n\n<b>bold</b>", "a.md").format == "markdown"
    assert read_source(b"Prices < 5 and > 3.", "a.html").format == "text"


def test_paragraphs_that_only_line_breaks_part() -> None:
    body = "<br><br>".join(SENTENCE + f"Number {n}." for n in range(5))
    lines = read(page(f"<article><h1>Ships</h1><div>{body}</div></article>")).text.splitlines()
    assert [line[-9:] for line in lines] == [f"Number {n}." for n in range(5)]


def test_an_article_in_several_boxes_is_read_whole() -> None:
    boxes = "".join(
        '<div class="row"><div class="body__text">'
        + "".join(f"<p>Part {b}.{n}. {SENTENCE * 3}</p>" for n in range(3))
        + '</div></div><div class="ad-slot">Advertisement</div>'
        for b in range(4)
    )
    text = read(page(f"<main><h1>Ships</h1>{boxes}</main>")).text
    assert [text.count(f"Part {b}.{n}.") for b in range(4) for n in range(3)] == [1] * 12


def test_a_page_that_a_script_fills_has_its_text_from_json_ld() -> None:
    body = "\n\n".join(f"Paragraph {n}. {SENTENCE * 2}" for n in range(5))
    data = json.dumps({"@type": "NewsArticle", "headline": "Ships", "articleBody": body})
    head = f'<script type="application/ld+json">{data}</script>'
    lines = read(page('<div id="root">Please enable JavaScript.</div>', head)).text.splitlines()
    assert [line[:12] for line in lines] == [f"Paragraph {n}." for n in range(5)]


@pytest.mark.parametrize(
    "body", ["", "<script>draw()</script>", "<nav><a href='/'>Home</a></nav>", "<p> </p>"]
)
def test_a_page_without_an_article_is_refused(body: str) -> None:
    with pytest.raises(IngestError) as caught:
        read(page(body))
    assert caught.value.code == "I009"
    assert caught.value.fix


def test_invisible_and_misleading_characters_are_gone() -> None:
    first = "re\xadform\u200b and \u202egnp\u202c cost\xa0£5.\x07"
    text = read(page(f"<article><p>{first} {SENTENCE}</p>{ONE}</article>")).text
    assert text.startswith("reform and gnp cost £5. The")


def test_the_text_is_nfc() -> None:
    first = "The cafe\u0301 closed."
    assert "café" in read(page(f"<article><p>{first} {SENTENCE}</p>{ONE}</article>")).text


def test_markup_in_a_title_stays_text() -> None:
    head = "<title>&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} ![x](y)</title>"
    title = read(page(ONE * 3, head)).metadata.title
    assert title is not None
    assert title.value == "<script>alert(1)</script> {{ 7*7 }} ![x](y)"


def test_the_person_wins_and_the_id_is_a_slug() -> None:
    article = read(FERRY, stated={"title": "../../etc/passwd", "published": "2026-03-11"})
    assert article.id == "etc-passwd"
    assert article.metadata.published is not None
    assert article.metadata.published.origin == "person"
