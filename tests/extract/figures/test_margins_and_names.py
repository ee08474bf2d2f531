"""Currencies by their full names, margins of amounts, and one of several."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.extract.support import facts_of

Money = tuple[str, str, str]  # the amount's words, its value, its currency


@pytest.mark.parametrize(
    "money",
    [
        ("900 Kuwaiti dinars", "900", "KWD"),
        ("50 Ethiopian birr", "50", "ETB"),
        ("2.5 million Icelandic krónur", "2500000", "ISK"),
        ("7,000 Icelandic kronur", "7000", "ISK"),
        ("300 West African CFA francs", "300", "XOF"),
        ("40 francs", "40", "CHF"),
    ],
    ids=lambda money: money[0],
)
def test_a_currency_by_its_name(money: Money) -> None:
    words, value, currency = money
    found = facts_of(f"A ticket cost {words} in May.").figures
    assert [(f.quote, f.kind, f.value, f.currency) for f in found] == [
        (words, "money", Decimal(value), currency)
    ]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Support stood at 61% ± 3% on Monday.", ["61%"]),
        ("The star is 1010 ± 195 miles away.", []),
        ("The margin of error is ±3%.", ["3%"]),
        ("Prices rose 61%; wages fell 3%.", ["61%", "3%"]),
    ],
)
def test_a_margin_is_no_amount(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in facts_of(text).figures] == quotes


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The tug is one of eighteen boats there.", "eighteen boats", "18"),
        ("They closed 31 of 44 sites.", "31 of 44 sites", "31"),
    ],
)
def test_one_of_several_tells_how_many_there_are(text: str, quote: str, value: str) -> None:
    assert [(f.quote, f.value) for f in facts_of(text).figures] == [(quote, Decimal(value))]


def test_a_noun_that_ends_in_another_word_is_not_counted() -> None:
    assert facts_of("The state saw 53 floods related deaths in May.").figures == ()
