from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.errors import IngestError
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.text import read_text
from briefwright.model import canonical


def failure(raw: bytes, name: str = "a.txt", **options: object) -> IngestError:
    with pytest.raises(IngestError) as caught:
        read_text(raw, name, IngestOptions(**options))  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize("raw", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n"])
def test_an_empty_source_is_refused(raw: bytes) -> None:
    assert failure(raw).code == "I001"


def test_front_matter_alone_is_no_article() -> None:
    assert failure(b"---\ntitle: x\n---\n\n", "a.md").code == "I001"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n...", "PNG"),
        (b"PK\x03\x04...", "ZIP"),
        (b"text\x00more", "NUL"),
        (b"one\ntwo \x07", "0x07 in line 2"),
    ],
)
def test_what_is_not_text_is_named(raw: bytes, words: str) -> None:
    error = failure(raw)
    assert error.code == "I002"
    assert words in error.saw


def test_bytes_that_are_not_utf8_name_line_and_offset() -> None:
    error = failure("one\ncafé".encode("latin-1"))
    assert (error.code, error.at) == ("I003", "a.txt:2")
    assert "offset 7" in error.saw


def test_a_source_over_the_limit_is_refused() -> None:
    assert failure(b"word " * 100, max_bytes=100).code == "I004"


def test_five_megabytes_are_taken() -> None:
    text = "A sentence of a very long article stands here.\n" * 110_000
    assert len(text) > 5_000_000
    assert read_text(text.encode(), "long.txt").text == text


def test_the_text_is_canonical_and_otherwise_untouched() -> None:
    article = read_text("\ufeffCafe\u0301\r\n  two  \r\n".encode(), "a.txt")
    assert article.text == "Café\n  two  \n"


@given(st.text())
def test_canonical_form_is_stable(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert "\r" not in canonical(text)


def test_nothing_is_known_of_plain_words() -> None:
    article = read_text(b"In a striking commentary, the President spoke.\nMore words.", "x.txt")
    assert article.metadata.model_dump(exclude_none=True) == {}
    assert article.id == "in-a-striking-commentary-the-president-spoke-more-words"


def test_a_heading_on_top_is_an_inferred_title() -> None:
    article = read_text(b"Ships go electric\n\nThe ferry company has ordered two ships.", "x.txt")
    title = article.metadata.title
    assert title is not None
    assert (title.value, title.origin) == ("Ships go electric", "inferred")
    assert article.id == "ships-go-electric"


def test_a_person_wins_over_the_document() -> None:
    raw = b"---\ntitle: Theirs\ndate: 2025-01-02\n---\nText of it."
    options = IngestOptions(stated={"title": "Mine", "published": "28 January 2025"})
    metadata = read_text(raw, "a.md", options).metadata
    assert metadata.title is not None
    assert metadata.published is not None
    assert (metadata.title.value, metadata.title.origin) == ("Mine", "person")
    assert metadata.published.value == "2025-01-28"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("published", "01/02/2025"),
        ("published", "2025-02-30"),
        ("published", "30 February 2025"),
        ("published", "yesterday"),
        ("url", "javascript:alert(1)"),
        ("url", "http://[::1"),
        ("url", "www.example.org"),
        ("language", "English!"),
        ("title", "  "),
        ("title", "a\x07b"),
        ("title", "x" * 600),
    ],
)
def test_values_that_cannot_be_used_are_refused(key: str, value: str) -> None:
    error = failure(b"Text.", stated={key: value})
    assert (error.code, error.at) == ("I006", f"--{key}")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2025-01-28", "2025-01-28"),
        ("2025-01-28T10:00:00Z", "2025-01-28T10:00:00Z"),
        ("28 January 2025", "2025-01-28"),
        ("28 Jan 2025", "2025-01-28"),
        ("January 28, 2025", "2025-01-28"),
        ("Sept. 3, 2025", "2025-09-03"),
        ("3 sep 2025", "2025-09-03"),
    ],
)
def test_dates_that_can_mean_one_day_only_are_taken(written: str, iso: str) -> None:
    options = IngestOptions(stated={"published": written})
    published = read_text(b"Text.", "a.txt", options).metadata.published
    assert published is not None
    assert published.value == iso


def test_an_id_must_be_a_slug() -> None:
    error = failure(b"Text.", id="My Article")
    assert (error.code, error.fix) == ("I006", "write --id my-article")
    assert read_text(b"Text.", "a.txt", IngestOptions(id="mine")).id == "mine"


@pytest.mark.parametrize(
    ("name", "format", "markdown"),
    [("a.md", None, True), ("a.MARKDOWN", None, True), ("a.txt", None, False),
     ("a.txt", "markdown", True), ("a.md", "text", False)],
)  # fmt: skip
def test_markdown_is_told_by_name_or_option(name: str, format: str, markdown: bool) -> None:
    options = IngestOptions(format=format)  # type: ignore[arg-type]
    assert read_text(b"# T\n\nText.", name, options).markdown is markdown
