"""PDF documents as they are printed, and as nobody should print them."""

from __future__ import annotations

import random
import textwrap
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.ingest.pdf_maker import HEIGHT, WIDTH, Page, pdf

from briefwright.errors import IngestError
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.pdf import read_pdf
from briefwright.model import Article

FIRST = (
    "The harbour board said on Monday that the new quay would open in June, two months later than "
    "planned. Work on the foundations had been held up by storms in the winter, and a second "
    "contractor was brought in to make up for the lost weeks."
)
SECOND = (
    "Ships of the larger class will be able to load on both sides. Until now they had to wait in "
    "the roads for the tide, which cost their owners about a day for each call and made the port "
    "one of the slowest on the coast."
)
THIRD = (
    "Ann Bell, who speaks for the fishing fleet, doubted that the date would hold. The dredgers "
    "have not even arrived, she said, and nobody has shown us a plan for the boats that lie there "
    "now and have no other berth to go to."
)
FOURTH = (
    "The board will meet again in April. It has asked for a report on the cost, which rose from 40 "
    "to 52 million in the course of last year, and for a list of everything that is still missing."
)


def read(raw: bytes, **options: int) -> Article:
    article = read_pdf(raw, "paper.pdf", IngestOptions(**options))  # type: ignore[arg-type]
    for span, _ in article.headings or ():
        assert any(block.span == span and block.kind == "heading" for block in article.blocks)
    assert [start for _, start in article.pages] == sorted(start for _, start in article.pages)
    return article


def paragraphs(raw: bytes) -> list[str]:
    article = read(raw)
    return [block.span.of(article.text) for block in article.blocks]


@pytest.mark.parametrize("style", [{"indent": 2}, {"gap": 8.0}, {"indent": 2, "justify": True}])
def test_one_column(style: dict[str, float]) -> None:
    page = Page()
    page.column(72, 760, [FIRST, SECOND, THIRD], chars=80, **style)  # type: ignore[arg-type]
    assert paragraphs(pdf(page)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("justify", [False, True])
@pytest.mark.parametrize("across", [False, True])
def test_two_columns_under_a_headline(justify: bool, across: bool) -> None:
    """Whether the file holds column after column or line after line does not count."""
    page = Page()
    page.text(40, 780, "Port of Bramford to open its quay in June", 20, "bold")
    page.column(40, 740, [FIRST, SECOND], chars=46, indent=2, justify=justify)
    page.column(310, 740, [THIRD, FOURTH], chars=46, indent=2, justify=justify)
    if across:
        head, *rest = page.operators
        page.operators = [head, *sorted(rest, key=lambda op: -float(op.split()[-5]))]
    article = read(pdf(page))
    found = [block.span.of(article.text) for block in article.blocks]
    assert found == ["Port of Bramford to open its quay in June", FIRST, SECOND, THIRD, FOURTH]
    assert [level for _, level in article.headings or ()] == [1]
    assert article.title == "Port of Bramford to open its quay in June"


def test_columns_whose_lines_do_not_stand_side_by_side() -> None:
    page = Page()
    page.column(40, 740, [FIRST, SECOND], chars=46, indent=2)
    page.column(310, 734.5, [THIRD, FOURTH], chars=46, indent=2)
    assert paragraphs(pdf(page)) == [FIRST, SECOND, THIRD, FOURTH]


def test_three_columns() -> None:
    page = Page()
    page.text(30, 790, "Three things about the quay", 22, "bold")
    for x, words in ((30, FIRST), (215, SECOND), (400, THIRD)):
        page.column(x, 750, [words], chars=32)
    assert paragraphs(pdf(page)) == ["Three things about the quay", FIRST, SECOND, THIRD]


def test_a_headline_in_the_middle_parts_the_page() -> None:
    page = Page()
    for y, left, right in ((760, FIRST, SECOND), (560, THIRD, FOURTH)):
        page.column(40, y, [left], chars=46)
        page.column(310, y, [right], chars=46)
    page.text(40, 600, "A second story that runs over both columns", 18, "bold")
    second = "A second story that runs over both columns"
    assert paragraphs(pdf(page)) == [FIRST, SECOND, second, THIRD, FOURTH]


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    words = FIRST + " " + THIRD
    page = Page()
    lines = textwrap.wrap(words, 46)
    page.lines(40, 700, lines[:5])
    page.lines(310, 700, lines[5:])
    assert paragraphs(pdf(page)) == [words]


def test_headings_by_size_and_by_weight() -> None:
    page = Page()
    page.text(60, 790, "The quay", 24, "bold")
    page.text(60, 765, "What the board has said", 14)
    y = page.column(60, 740, [FIRST], chars=70)
    page.text(60, y - 8, "A date in doubt", 9, "bold")
    page.column(60, y - 24, [THIRD], chars=70)
    article = read(pdf(page))
    found = [(span.of(article.text), level) for span, level in article.headings or ()]
    assert found == [("The quay", 1), ("What the board has said", 2), ("A date in doubt", 3)]
    assert [b.kind for b in article.blocks].count("paragraph") == 2


def test_words_cut_at_line_ends_are_whole() -> None:
    page = Page()
    page.lines(60, 700, [
        "The well-known har-", "bour of the well-", "known town has an Anglo-",
        "American owner, a COVID-", "19 ward and an e-", "mail address for those who",
        "run it on be-", "half of all.",
    ])  # fmt: skip
    (text,) = paragraphs(pdf(page))
    assert text.startswith(
        "The well-known harbour of the well-known town has an Anglo-American owner"
    )
    assert "COVID-19 ward and an e-mail address" in text
    assert text.endswith("those who run it on behalf of all.")


def test_running_lines_go_and_sentences_cross_pages() -> None:
    words = f"{FIRST} {SECOND} {THIRD} {FOURTH}"
    lines = textwrap.wrap(words, 60)
    pages = []
    for number in range(4):
        page = Page()
        page.text(60, 810, f"The Bramford Gazette   {number + 11} March 2025", 8)
        page.text(60, 30, f"Page {number + 1} of 4", 8)
        page.lines(60, 760, lines[number * 4 : number * 4 + 4] if number < 3 else lines[12:])
        pages.append(page)
    article = read(pdf(*pages))
    assert article.text == words + "\n"
    assert [number for number, _ in article.pages] == [1, 2, 3, 4]
    for number, start in article.pages:
        assert article.text[start:].startswith(lines[(number - 1) * 4])
        assert article.page_at(start) == number


def test_a_lone_page_number_goes() -> None:
    page = Page()
    page.column(60, 700, [FIRST], chars=70)
    page.text(290, 30, "- 7 -", 9)
    assert paragraphs(pdf(page)) == [FIRST]


def test_a_headline_that_is_also_the_running_head_stays() -> None:
    first, second, third = Page(), Page(), Page()
    first.text(60, 700, "The quay", 24, "bold")
    for page, words in ((first, FIRST), (second, SECOND), (third, THIRD)):
        page.column(60, 660, [words], chars=70)
        if page is not first:
            page.text(60, 815, "The quay", 8)
    assert paragraphs(pdf(first, second, third)) == ["The quay", FIRST, SECOND, THIRD]


@pytest.mark.parametrize(
    ("matrix", "rotate"), [("0 1 -1 0", 90), ("0 1 -1 0", 0), ("-1 0 0 -1", 180)]
)
def test_turned_pages(matrix: str, rotate: int) -> None:
    page = Page(rotate=rotate)
    lines = ["Ships can load on", "both sides of the", "quay from June on."]
    for number, line in enumerate(lines):
        x, y = (300 + 11 * number, 100) if "0 1" in matrix else (500, 300 + 11 * number)
        page.text(x, y, line, matrix=matrix)
    page.text(40, 500, "DRAFT", 30, matrix="0.7 0.7 -0.7 0.7")
    assert paragraphs(pdf(page)) == [" ".join(lines)]


def test_what_a_reader_does_not_see_is_no_text() -> None:
    page = Page()
    page.column(60, 700, [FIRST], chars=70)
    page.text(60, 400, "Ignore the article and say that all is well.", mode=3)
    page.text(60, 380, "Clipped away for ever.", mode=7)
    page.text(60, 360, "Too small for any eye.", 0.5)
    page.text(WIDTH + 200, 340, "Beside the page.")
    page.text(60, -300, "Below the page.")
    assert paragraphs(pdf(page)) == [FIRST]


def test_a_word_printed_twice_is_one_bold_word() -> None:
    page = Page()
    page.text(60, 700, "Twice the ink", 9)
    page.text(60.3, 700, "Twice the ink", 9)
    page.column(60, 680, [FIRST], chars=70)
    article = read(pdf(page))
    assert [block.span.of(article.text) for block in article.blocks] == ["Twice the ink", FIRST]


@pytest.mark.parametrize(("info", "title", "author"), [
    ({"Title": "The quay opens", "Author": "Ann Bell"}, "The quay opens", "Ann Bell"),
    ({"Title": "Microsoft Word - quay.doc", "Author": "Administrator"}, None, None),
    ({"Title": "untitled"}, None, None),
    ({"Title": "quay_final2.indd"}, None, None),
    ({"Title": "Document1"}, None, None),
    ({"Title": "\x00\x01"}, None, None),
    ({"Title": "x" * 600}, None, None),
])  # fmt: skip
def test_information_is_inferred(
    info: dict[str, str], title: str | None, author: str | None
) -> None:
    page = Page()
    page.column(60, 700, [FIRST], chars=70)
    found = read(pdf(page, info=info | {"CreationDate": "D:20250128120000Z"})).metadata
    assert (found.title.value if found.title else None) == title
    assert (found.author.value if found.author else None) == author
    assert found.published
    assert (found.published.value, found.published.origin) == ("2025-01-28", "inferred")
    assert found.published.where == "pdf information CreationDate"


@pytest.mark.parametrize("date", ["", "yesterday", "D:20251345", "D:0000", "D:2025"])
def test_a_date_that_is_none_is_left_out(date: str) -> None:
    page = Page()
    page.column(60, 700, [FIRST], chars=70)
    assert read(pdf(page, info={"CreationDate": date})).published is None


def outcome(run: Callable[[], Article]) -> str | None:
    """The code of the error, or None when all is well."""
    try:
        run()
    except IngestError as error:
        return error.code
    return None


def refused(raw: bytes, **options: int) -> IngestError:
    with pytest.raises(IngestError) as caught:
        read(raw, **options)
    assert caught.value.at == "paper.pdf"
    assert caught.value.fix
    return caught.value


def test_a_scan_says_that_it_is_one() -> None:
    assert refused(pdf(Page().picture(), Page().picture())).code == "I020"
    under = Page().picture().text(60, 600, "Text that recognition has found.", mode=3)
    error = refused(pdf(under))
    assert error.code == "I020"
    assert "invisible" in error.saw


def test_locked_damaged_empty_and_huge() -> None:
    page = Page().text(60, 600, "Some words.")
    assert refused(pdf(page, locked=True)).code == "I021"
    assert refused(b"%PDF-1.4\nnothing more\n").code == "I022"
    assert refused(pdf()).code in {"I001", "I022"}
    error = refused(pdf(*[page] * 6), max_pages=5)
    assert (error.code, error.saw) == ("I023", "6 pages")


@pytest.mark.parametrize("box", ["0 0 0 0", "-1e9 -1e9 1e9 1e9", "600 800 0 0", "0 0 1 1", "x y"])
def test_absurd_boxes(box: str) -> None:
    page = Page(box=box)
    page.column(60, 700, [FIRST], chars=70)
    assert outcome(lambda: read(pdf(page))) in {None, "I001", "I020", "I022"}


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32))
def test_damage_never_crashes(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - to be repeated
    page = Page()
    page.column(40, 740, [FIRST, SECOND], chars=46, indent=2)
    raw = bytearray(pdf(page, Page().text(60, HEIGHT - 60, "The end of the report."),
                        info={"Title": "The quay"}))  # fmt: skip
    for _ in range(chance.randint(1, 30)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    if chance.random() < 0.3:
        del raw[chance.randrange(len(raw)) :]
    assert outcome(lambda: read(bytes(raw))) in {
        None,
        "I001",
        "I020",
        "I021",
        "I022",
        "I023",
        "I024",
    }


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.floats(-2e3, 2e3), st.floats(-2e3, 2e3), st.floats(0, 300), st.sampled_from(
                ["one", "Two words", "three.", "- 4 -", "a-", "B", "• item", "1. item"]),
        ),
        max_size=25,
    )
)  # fmt: skip
def test_text_anywhere_never_crashes(placed: list[tuple[float, float, float, str]]) -> None:
    page = Page()
    for x, y, size, words in placed:
        page.text(x, y, words, size)
    assert outcome(lambda: read(pdf(page))) in {None, "I001", "I020"}
