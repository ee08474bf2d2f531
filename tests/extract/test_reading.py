"""Every token of a reading knows its place, whatever was taken out of its paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright import Article, extract
from briefwright.extract.reading import Reading, read
from briefwright.extract.settings import DEFAULT_PIPELINE
from briefwright.model import quotes_of


def reading_of(text: str) -> Reading:
    return read(Article.from_text(text, id="reading"), DEFAULT_PIPELINE)


def assert_places(reading: Reading) -> None:
    for passage in reading.passages:
        for token in passage.doc:
            if token.i not in passage.masks:
                span = reading.text[passage.starts[token.i] : passage.ends[token.i]]
                assert span.split() == token.text.split() or span in {"?", "!", "…"}


@pytest.mark.parametrize(
    "text",
    [
        "He observed, “It is good. I think so,” while speaking to us.",
        "FRANKFURT, March 6 (Wire) - The bank cut rates. “Why?” asked nobody.",
        (
            "A line that was wrapped by hand near the usual column of an\nold mail program "
            "goes on and on until it ends here, and then\nit does end. Then comes another.\n\nMore."
        ),
        "Ärger in Zürich: “Ça va,” dit-il. 東京 rose 3%. 👩‍👩‍👧 came.",
    ],
)
def test_tokens_stand_where_their_words_stand(text: str) -> None:
    reading = reading_of(text)
    assert reading.passages
    assert_places(reading)


def test_a_sentence_in_quotation_marks_is_parsed_apart() -> None:
    reading = reading_of("He said, “It is good. I like it,” and left the room.")
    [frame] = reading.frames()
    assert [s.text for s in frame.doc.sents] == ["He said, “this,” and left the room."]
    [quotation] = reading.quotations
    [inside] = reading.inside(quotation)
    assert [s.text for s in inside.doc.sents] == ["It is good.", "I like it,"]


def test_quoted_words_inside_a_sentence_stay_in_it() -> None:
    reading = reading_of("He called it “a wake-up call” for all of us.")
    assert len(reading.passages) == 1
    assert not reading.passages[0].masks


def test_headings_are_not_read() -> None:
    reading = reading_of("The bank cut rates.\nWhat happens next\nNobody knows what is next.")
    assert [p.doc.text for p in reading.passages] == [
        "The bank cut rates.",
        "Nobody knows what is next.",
    ]


ODD = st.text(
    alphabet=st.one_of(
        st.sampled_from("“”‘’\"'«»„ .,:;?!–—-()[]$£€%\n\t0123456789"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=300,
)


@given(ODD)
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_engine_and_every_span_is_exact(text: str) -> None:
    article = Article.from_text(text, id="odd", published="2025-01-28")
    facts = extract(article)
    for _, quote in quotes_of(facts):
        assert article.text[quote.at.start : quote.at.end] == quote.quote


@pytest.mark.parametrize("unit", ["a ", "(((", "“““", "1,", "said ", "Bank of ", "“a” ", "3% "])
def test_degenerate_text_ends(unit: str) -> None:
    facts = extract(Article.from_text(unit * (4_000 // len(unit)), id="odd"))
    assert facts.article.id == "odd"
