"""Quantities: a number and the unit that the text measures in."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.extract.support import facts_of

CASES = [
    ("The road is roughly nine kilometres long.", "roughly nine kilometres", "9", "km"),
    ("They walked 26.2 miles on Sunday.", "26.2 miles", "26.2", "mi"),
    ("The well is 139km deep.", "139km", "139", "km"),
    ("The plot has 3.5 hectares of wood.", "3.5 hectares", "3.5", "ha"),
    ("The ship took 5.7 million barrels of oil.", "5.7 million barrels", "5700000", "bbl"),
    ("The mill ground 300,000 tons.", "300,000 tons", "300000", "ton"),
    ("Gusts of 120 kilometres per hour were felt.", "120 kilometres per hour", "120", "km/h"),
    ("Gusts of 75 mph were felt.", "75 mph", "75", "mph"),
    ("At night it was -12°C.", "-12°C", "-12", "Cel"),
    ("The star is 1,000 light years away.", "1,000 light years", "1000", "light-year"),
    ("They built a 10-foot wall.", "10-foot", "10", "ft"),
    ("The park has about 415 square miles.", "about 415 square miles", "415", "mi2"),
    ("The plant makes 1.2 gigawatts.", "1.2 gigawatts", "1.2", "GW"),
]


@pytest.mark.parametrize(("text", "words", "value", "unit"), CASES)
def test_a_quantity_has_its_unit(text: str, words: str, value: str, unit: str) -> None:
    (figure,) = facts_of(text).figures
    assert (figure.quote, figure.kind, figure.value, figure.unit) == (
        words,
        "quantity",
        Decimal(value),
        unit,
    )


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("A road of between 5 and 7 km was built.", "between 5 and 7 km", 5, 7),
        ("Output of 5-7 million tonnes is seen.", "5-7 million tonnes", 5_000_000, 7_000_000),
        ("Water stood three to six feet high.", "three to six feet", 3, 6),
    ],
)
def test_a_range_of_quantities(text: str, words: str, low: int, high: int) -> None:
    (figure,) = facts_of(text).figures
    assert (figure.quote, figure.value, figure.upper) == (words, Decimal(low), Decimal(high))


@pytest.mark.parametrize(
    "text",
    [
        "She won the 100-metre race in May.",
        "He parked his A-10 km from home.",
        "They sold it for 20 pounds.",
    ],
)
def test_other_numbers_are_no_quantities(text: str) -> None:
    assert "quantity" not in {figure.kind for figure in facts_of(text).figures}


def test_a_number_at_the_end_of_a_longer_word_is_no_count() -> None:
    assert facts_of("About one-to-two hundred people came.").figures == ()


@pytest.mark.parametrize(
    ("words", "currency"),
    [("900 million złotys", "PLN"), ("30 million korunas", "CZK"), ("5 million cedis", "GHS")],
)
def test_currencies_by_their_own_names(words: str, currency: str) -> None:
    (figure,) = facts_of(f"The sale brought {words} last year.").figures
    assert (figure.quote, figure.kind, figure.currency) == (words, "money", currency)


def test_crowns_of_an_unnamed_country_are_no_count() -> None:
    assert facts_of("A share cost 48.30 crowns on Monday.").figures == ()
