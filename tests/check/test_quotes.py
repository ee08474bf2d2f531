"""Quotations with two speakers or two wordings."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, claim, found, pair, person

from briefwright.model import Article, Facts

WORDS = "we will never close the northern mine"


def told(
    words: str = WORDS, speaker: str = "Jane Doe", id: str = "one", form: str = "direct"
) -> tuple[Article, Facts]:
    article = article_of(f"“{words},” {speaker} said.", id=id)
    entity = person(speaker)
    said = claim(words, speaker, entity=entity["id"], form=form, id=f"c-{id}")
    return pair(article, entities=[entity], claims=[said])


def test_one_quotation_of_two_people() -> None:
    (finding,) = found("quote-two-speakers", told(), told(speaker="John Roe", id="two"))
    assert finding.message == f"“{WORDS}” is given to Jane Doe and to John Roe"
    assert finding.working == (
        f"Jane Doe (one, 2025-01-28): “{WORDS}”", f"John Roe (two, 2025-01-28): “{WORDS}”"
    )  # fmt: skip
    assert finding.facts == ("c-one",)
    assert [(e.article, e.fact) for e in finding.elsewhere] == [("two", "c-two")]


@pytest.mark.parametrize(
    "other",
    [
        told(id="two"),
        told(speaker="Doe", id="two"),
        told("we will close the northern mine soon", "John Roe", "two"),
        told(speaker="John Roe", id="two", form="indirect"),
    ],
)
def test_quotations_that_are_no_contradiction(other: tuple[Article, Facts]) -> None:
    assert found("quote-two-speakers", told(), other) == []


def test_one_name_with_and_without_accents() -> None:
    one, two = told(speaker="Ana Calderón"), told(speaker="Ana Calderon", id="two")
    assert found("quote-two-speakers", one, two) == []


def test_short_words_may_be_said_by_two() -> None:
    words = "a very sad day"
    assert found("quote-two-speakers", told(words), told(words, "John Roe", "two")) == []


LONG = "we will never close the northern mine as long as I live"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("we will never close the southern mine as long as I live", 1),
        ("we will close the northern mine as long as I live", 1),
        (LONG, 0),
        ("we will never close the northern mine", 0),
        ("nobody in this town has seen the mine as I have seen it", 0),
    ],
)
def test_one_quotation_in_two_wordings(words: str, wrong: int) -> None:
    findings = found("quote-differs", told(LONG), told(words, id="two"))
    assert [finding.message for finding in findings] == [
        "Jane Doe is quoted in two wordings"
    ] * wrong


def test_a_headline_in_capitals_is_no_second_speaker() -> None:
    title = "We Will Never Close The Northern Mine"
    assert found("quote-two-speakers", told(title, "John Roe"), told(id="two")) == []
