"""Addresses that lead to the very words on the article's own page."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.compose.dossier import Dossier
from briefwright.compose.source import Source
from briefwright.compose.text_fragment import Directive, Original, found_at
from briefwright.compose.whole_words import lowered, whole_words
from briefwright.model import Article, Facts, Span

PAGE = "https://example.org/a"
# Few words, so that most stand more than once.
WORDS = st.sampled_from(["a", "rose", "is", "The", "3.4%", "low-cost", "“so”,", "Berg’s", "R&D"])
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


def source(text: str, shown: tuple[Span, ...] | None = None) -> Source:
    article = Article(id="a", text=text)
    return Source(Dossier(article, Facts.of(article), (), shown))


def span(text: str, words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def link(text: str, words: str, nth: int = 0) -> str | None:
    return Original(source(text), PAGE).link([span(text, words, nth)])


def read(address: str) -> list[Directive]:
    """The directives of an address, taken apart as the draft report says."""
    return [_directive(text) for text in address.partition("#:~:text=")[2].split("&text=")]


def _directive(text: str) -> Directive:
    parts = text.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    end = parts[1] if len(parts) > 1 else ""
    return Directive(*map(unquote, (parts[0], end, prefix, suffix)))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a low-cost rival", "a%20low%2Dcost%20rival"),
        ("fell 3.4%, then rose", "fell%203.4%25%2C%20then%20rose"),
        ("Research & Development", "Research%20%26%20Development"),
        ("“so be it”", "so%20be%20it"),
        ("Zoë said", "Zo%C3%AB%20said"),
    ],
)
def test_what_parts_a_directive_is_encoded(words: str, written: str) -> None:
    assert link(f"It was {words} again.", words) == f"{PAGE}#:~:text={written}"


def test_long_words_are_given_by_their_start_and_end() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    address = link(f"Before that, {words} and more.", words)
    start, end = "word0 word1 word2 word3 word4", "word35 word36 word37 word38 word39"
    assert address is not None
    assert read(address) == [Directive(start, end)]


def test_words_that_stood_before_are_told_by_their_neighbours() -> None:
    text = "Oil rose 2% in May. In June, after a strike, oil rose 2% again and stayed."
    address = link(text, "rose 2%", nth=1)
    assert address is not None
    (told,) = read(address)
    assert told.prefix == "a strike, oil"
    assert found_at(lowered(text), told) == span(text, "rose 2%", nth=1)
    assert link(text, "rose 2%") == f"{PAGE}#:~:text=rose%202%25"


def test_words_that_nothing_tells_apart_get_no_address() -> None:
    text = "Oil rose.\n\nOil rose."
    assert link(text, "Oil rose", nth=0) == f"{PAGE}#:~:text=Oil%20rose"
    assert link(text, "Oil rose", nth=1) is None


def test_each_piece_of_an_interrupted_claim_is_marked() -> None:
    text = "“It is slow,” she said, “but it is safe.”"
    pieces = [span(text, "It is slow,"), span(text, "but it is safe.")]
    address = Original(source(text), PAGE).link(pieces)
    assert address == f"{PAGE}#:~:text=It%20is%20slow&text=but%20it%20is%20safe"


@pytest.mark.parametrize(
    ("address", "base"),
    [
        ("https://example.org/a#part", "https://example.org/a#part:~:text="),
        ("https://example.org/a#:~:text=old", "https://example.org/a#:~:text="),
        ("https://example.org/a?q=1&r=2", "https://example.org/a?q=1&r=2#:~:text="),
    ],
)
def test_a_fragment_that_is_there_stays_and_an_old_directive_goes(address: str, base: str) -> None:
    assert Original(source("It rose."), address).link([Span(0, 7)]) == f"{base}It%20rose"


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("On Monday’s market", "Monday", "Monday’s"),
        ("of 1,400.5 points", "400", "1,400.5"),
        ("(the rate)", "(the rate)", "the rate"),
        ("a low-cost firm", "low", "low"),
        ("it said: no", "said:", "said"),
    ],
)
def test_browsers_find_whole_words_only(text: str, words: str, whole: str) -> None:
    found = whole_words(text, span(text, words))
    assert found is not None
    assert found.of(text) == whole


def test_words_that_are_not_shown_are_in_no_address() -> None:
    text = "The secret report says that oil rose. Nobody knows why, and oil rose again."
    first, second = span(text, "oil rose", 0), span(text, "oil rose again")
    shown = (Span(second.start - 4, len(text)),)
    original = Original(source(text, shown), PAGE)
    assert original.link([first]) is None
    address = original.link([second])
    assert address is not None
    assert "secret" not in address
    assert "why" not in address


@given(text=TEXTS, data=st.data())
def test_an_address_leads_to_its_words_or_there_is_none(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    at = Span(start, data.draw(st.integers(start + 1, len(text))))
    address = Original(source(text), PAGE).link([at])
    if address is not None:
        (told,) = read(address)
        assert found_at(lowered(text), told) == whole_words(text, at)
