"""Ages, years of birth, number words."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, claim, found, pair, person


def age(text: str, published: str | None = "2025-05-16") -> list[tuple[str, ...]]:
    article = article_of(text, published=published)
    said = claim(text, None, None)
    pairs = pair(article, entities=[person("Jane Doe")], claims=[said])
    return [finding.working for finding in found("age-birth-year", pairs)]


TEXT = "Jane Doe, {}, runs the bank and Jane Doe was born in {}."


@pytest.mark.parametrize(("years", "born"), [(64, 1950), (76, 1950), (73, 1950)])
def test_an_age_that_the_year_of_birth_does_not_give(years: int, born: int) -> None:
    assert age(TEXT.format(years, born)) == [("2025 - 1950 = 75", "2025 - 1950 - 1 = 74")]


@pytest.mark.parametrize(("years", "born"), [(74, 1950), (75, 1950)])
def test_an_age_before_or_after_the_birthday(years: int, born: int) -> None:
    assert age(TEXT.format(years, born)) == []


def test_an_age_before_the_name() -> None:
    assert age("The 64-year-old Jane Doe was born in 1950.") != []


def test_an_age_at_death_is_left_alone() -> None:
    assert age("Jane Doe, 64, died in 2014. Jane Doe was born in 1950.") == []


def test_without_a_publication_date_nothing_is_reckoned() -> None:
    assert age(TEXT.format(64, 1950), None) == []


def test_two_ages_are_left_alone() -> None:
    text = "Jane Doe, 64, met Jane Doe, 75, and Jane Doe was born in 1950."
    assert age(text) == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [("five (6)", 1), ("five (5)", 0), ("Twelve (21)", 1), ("twenty-five (25)", 0),
     ("five (2024)", 0)],
)  # fmt: skip
def test_a_number_word_and_its_digits(words: str, wrong: int) -> None:
    text = f"They closed {words} schools."
    pairs = pair(article_of(text), claims=[claim(text, None, None)])
    assert len(found("number-word", pairs)) == wrong


def test_the_working_of_a_number_word() -> None:
    text = "They closed five (6) schools."
    (finding,) = found("number-word", pair(article_of(text), claims=[claim(text, None, None)]))
    assert finding.working == ("five is 5, not 6",)
