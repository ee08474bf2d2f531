"""Dates and their weekdays."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, found, pair


def weekdays(words: str, published: str | None = "2025-05-16") -> list[tuple[str, ...]]:
    date = {"id": "d-1", "quote": words, "type": "DATE", "value": "XXXX", "basis": "explicit"}
    article = article_of(f"They met on {words} in the hall.", published=published)
    return [finding.working for finding in found("weekday", pair(article, dates=[date]))]


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday 14 May 2025", "Tuesday, May 14, 2025", "Tuesday 14th of May 2025",
        "Tuesday the 14th of May 2025",
    ],
)  # fmt: skip
def test_a_wrong_weekday(words: str) -> None:
    assert weekdays(words) == [("2025-05-14: Wednesday, not Tuesday",)]


@pytest.mark.parametrize("words", ["Wednesday 14 May 2025", "Tuesday, May 14, 2024"])
def test_a_right_weekday(words: str) -> None:
    assert weekdays(words) == []


def test_the_year_is_that_of_a_date_near_publication() -> None:
    assert weekdays("Tuesday 14 May") == [("2025-05-14: Wednesday, not Tuesday",)]
    assert weekdays("Wednesday 14 May") == []


def test_a_day_between_two_years_must_be_wrong_in_both() -> None:
    """14 May lies within 300 days of 1 December 2024 in 2024 (a Tuesday) and 2025 (a Wednesday)."""
    assert weekdays("Tuesday 14 May", "2024-12-01") == []
    assert weekdays("Wednesday 14 May", "2024-12-01") == []
    assert len(weekdays("Friday 14 May", "2024-12-01")) == 1


def test_nothing_is_said_without_a_year_and_a_publication_date() -> None:
    assert weekdays("Friday 14 May", None) == []
    assert weekdays("Friday 14 May 2025", None) == [("2025-05-14: Wednesday, not Friday",)]


def test_a_day_that_the_calendar_does_not_have_is_left_alone() -> None:
    assert weekdays("Friday 31 June 2025") == []


def test_the_finding_leads_to_its_date() -> None:
    words = "Tuesday 14 May 2025"
    date = {"id": "d-1", "quote": words, "type": "DATE", "value": "2025-05-14",
            "basis": "explicit"}  # fmt: skip
    article = article_of(f"On {words} it rained.")
    (finding,) = found("weekday", pair(article, dates=[date]))
    assert finding.facts == ("d-1",)
    assert [span.of(article.text) for span in finding.spans] == [words]
    assert finding.message == ("“Tuesday 14 May 2025” is no Tuesday: 2025-05-14 is a Wednesday")


def test_a_date_without_a_fact_is_no_finding() -> None:
    assert found("weekday", pair(article_of("On Tuesday 14 May 2025 it rained."))) == []
