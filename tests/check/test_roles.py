"""Offices of one person."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, found, pair, person

from briefwright.model import Article, Facts


def told(text: str, id: str = "one", name: str = "Jane Doe") -> tuple[Article, Facts]:
    return pair(article_of(text, id=id), entities=[person(name)])


TWO = "Chief executive Jane Doe spoke. Jane Doe, chairwoman of the bank, left."


def test_two_offices_in_one_article() -> None:
    (finding,) = found("roles-differ", told(TWO))
    assert finding.message == "Jane Doe is called “Chief executive” and “chairwoman”"
    assert finding.facts == ("jane-doe",)
    assert [span.of(TWO) for span in finding.spans] == ["Chief executive", "chairwoman"]


def test_two_offices_in_two_articles() -> None:
    one = told("The bank's chief executive Jane Doe spoke.")
    two = told("Jane Doe, the chairman of the bank, left.", "two")
    (finding,) = found("roles-differ", one, two)
    assert finding.message == (
        "Jane Doe is called “chief executive” (one, 2025-01-28) and “chairman” (two, 2025-01-28)"
    )
    assert [(e.article, e.fact) for e in finding.elsewhere] == [("two", "jane-doe")]


@pytest.mark.parametrize(
    "text",
    [
        "Chief executive Jane Doe spoke. Jane Doe, the CEO of the bank, left.",
        "Chief executive Jane Doe spoke. Jane Doe, former chairwoman of the bank, left.",
        "Former chairwoman Jane Doe is back. Jane Doe, chief executive since May, spoke.",
        "Jane Doe, chairwoman and chief executive of the bank, spoke.",
        "Chief executive Jane Doe met John Roe, the chairman.",
        "Chief executive Jane Doe spoke. They listened to Jane Doe, Chairman Roe and others.",
        "Prime minister Jane Doe spoke. Jane Doe, chairwoman of her party, left.",
    ],
)
def test_offices_that_go_together(text: str) -> None:
    assert found("roles-differ", told(text)) == []


def test_people_with_another_name_are_others() -> None:
    one = told("The bank's chief executive Jane Doe spoke.")
    two = told("Janet Doe, the chairman of the bank, left.", "two", "Janet Doe")
    assert found("roles-differ", one, two) == []
