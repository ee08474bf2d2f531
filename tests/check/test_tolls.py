"""Numbers of people killed, hurt, missing or arrested."""

from __future__ import annotations

from typing import Any

import pytest
from tests.check.planted import article_of, counts, found, pair

from briefwright.model import Article, Facts

PORT = {"id": "port-vale", "name": "Port Vale", "type": "place"}


def told(
    id: str, text: str, quote: str, place: dict[str, str] | None = PORT, **more: Any
) -> tuple[Article, Facts]:
    entities = [place] if place else []
    return pair(article_of(text, id=id, **more), figures=counts(quote), entities=entities)


ONE = told("one", "In Port Vale 12 people were killed.", "12 people")


def test_two_articles_with_two_tolls_are_shown_with_their_dates() -> None:
    two = told("two", "The Port Vale storm killed 14 people.", "14 people", published="2025-01-29")
    (finding,) = found("two-values", ONE, two)
    assert finding.severity == "warning"
    assert finding.message == (
        "killed: “12 people” (one, 2025-01-28) and “14 people” (two, 2025-01-29); "
        "a later article may update an earlier one"
    )
    assert (finding.article, finding.facts) == ("one", ("f-12people",))
    assert [(e.article, e.fact) for e in finding.elsewhere] == [("two", "f-14people")]
    assert finding.working == ("one, 2025-01-28: 12 killed", "two, 2025-01-29: 14 killed")


SAME = "In Port Vale the death toll rose to 12 people."
OTHER = {"id": "ash-ford", "name": "Ash Ford", "type": "place"}


@pytest.mark.parametrize(
    "two",
    [
        told("two", SAME, "12 people"),
        told("two", "In Port Vale 14 people were injured.", "14 people"),
        told("two", "In Port Vale at least 14 people were killed.", "14 people"),
        told("two", "In Ash Ford 14 people were killed.", "14 people", OTHER),
        told("two", "In Port Vale 14 people were killed.", "14 people", published="2024-01-29"),
        told("two", "In Port Vale 14 people voted.", "14 people"),
    ],
)
def test_tolls_that_agree_or_are_of_other_things(two: tuple[Article, Facts]) -> None:
    assert found("two-values", ONE, two) == []


def test_only_the_first_number_of_an_article_counts() -> None:
    text = "In Port Vale 12 people were killed. Last year 40 people were killed there."
    figures = counts("12 people", "40 people")
    two = pair(article_of(text, id="two"), figures=figures, entities=[PORT])
    assert found("two-values", ONE, two) == []


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Storm: 14 killed", 1),
        ("Storm: 12 killed", 0),
        ("Storm: at least 10 killed", 0),
        ("Storm: 14 injured", 0),
        ("Storm hits 14 towns", 0),
    ],
)
def test_the_title_against_the_text(title: str, wrong: int) -> None:
    one = told("one", "In Port Vale 12 people were killed.", "12 people", title=title)
    assert len(found("two-values", one)) == wrong


def test_the_working_shows_the_title() -> None:
    one = told("one", "In Port Vale 12 people were killed.", "12 people", title="Storm: 14 killed")
    (finding,) = found("two-values", one)
    assert finding.working == ("title: “Storm: 14 killed”", "14 is not 12")
