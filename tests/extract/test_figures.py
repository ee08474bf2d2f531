"""Figures: what newspapers write, and its value in plain units."""

from __future__ import annotations

import pytest

from briefwright import Article, extract
from briefwright.model import Figure


def figures_in(text: str) -> list[Figure]:
    return list(extract(Article.from_text(text, id="figures")).figures)


MONEY = [
    ("It cost $600 billion.", "$600 billion", 600e9, "USD"),
    ("It cost £482bn.", "£482bn", 482e9, "GBP"),
    ("It cost €1.94bn.", "€1.94bn", 1.94e9, "EUR"),
    ("It cost US$5m.", "US$5m", 5e6, "USD"),
    ("It cost A$3.5 million.", "A$3.5 million", 3.5e6, "AUD"),
    ("It cost ¥1,500.", "¥1,500", 1500, "JPY"),
    ("It cost ₹20 crore.", "₹20 crore", 200e6, "INR"),
    ("It cost EUR 12 million.", "EUR 12 million", 12e6, "EUR"),
    ("It cost 3.6 trillion yen.", "3.6 trillion yen", 3.6e12, "JPY"),
    ("It cost five million Swiss francs.", "five million Swiss francs", 5e6, "CHF"),
    ("It cost 50 cents.", "50 cents", 0.5, "USD"),
    ("It closed at 212p.", "212p", 2.12, "GBP"),
]
CHANGES = [
    ("Rates rose 1.4%.", "1.4%", "percent", 1.4),
    ("Rates rose 18 per cent.", "18 per cent", "percent", 18),
    ("Rates rose ten percent.", "ten percent", "percent", 10),
    ("The yield rose 4 basis points.", "4 basis points", "basis_points", 4),
    ("The yield rose 25 bps.", "25 bps", "basis_points", 25),
    ("The index lost 148.26 points.", "148.26 points", "points", 148.26),
    ("Turnout fell two percentage points.", "two percentage points", "points", 2),
    (
        "It cut by a quarter of a percentage point.",
        "a quarter of a percentage point",
        "points",
        0.25,
    ),
    ("There was a threefold rise.", "threefold", "ratio", 3),
    ("Three in five adults agree.", "Three in five", "ratio", 0.6),
]


@pytest.mark.parametrize(("text", "quote", "value", "currency"), MONEY)
def test_money(text: str, quote: str, value: float, currency: str) -> None:
    [figure] = figures_in(text)
    assert (figure.quote, figure.kind, figure.currency) == (quote, "money", currency)
    assert float(figure.value) == pytest.approx(value)
    assert not figure.approximate


@pytest.mark.parametrize(("text", "quote", "kind", "value"), CHANGES)
def test_measures_of_change(text: str, quote: str, kind: str, value: float) -> None:
    [figure] = figures_in(text)
    assert (figure.quote, figure.kind) == (quote, kind)
    assert float(figure.value) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "quote", "low", "high"),
    [
        ("It will save between £600m and £750m.", "between £600m and £750m", 600e6, 750e6),
        ("Sales of $4.1bn to $4.4bn are expected.", "$4.1bn to $4.4bn", 4.1e9, 4.4e9),
        ("A margin of 51% to 53% is expected.", "51% to 53%", 51, 53),
        ("Growth of 3-4% is expected.", "3-4%", 3, 4),
    ],
)
def test_a_range_is_one_figure(text: str, quote: str, low: float, high: float) -> None:
    [figure] = figures_in(text)
    assert figure.quote == quote
    assert float(figure.value) == pytest.approx(low)
    assert figure.upper is not None
    assert float(figure.upper) == pytest.approx(high)


def test_a_change_from_one_level_to_another_is_no_range() -> None:
    assert [f.upper for f in figures_in("Rates went from 3% to 5%.")] == [None, None]
    assert [f.upper for f in figures_in("Wheat added €5.25 to €221.50.")] == [None, None]


@pytest.mark.parametrize(
    "quote", ["about $84 million", "nearly 5%", "more than £2bn", "up to 40%", "roughly 300 jobs"]
)
def test_approximating_words_belong_to_the_figure(quote: str) -> None:
    [figure] = figures_in(f"It was {quote}.")
    assert (figure.quote, figure.approximate) == (quote, True)


def test_a_conversion_knows_what_it_converts() -> None:
    first, second = figures_in("It lost approximately $600 billion (£482 billion).")
    assert (first.converts, second.converts) == (None, first.id)
    [one, two] = figures_in("It paid $5 million (and £3 million later).")
    assert (one.converts, two.converts) == (None, None)


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("It uses around 50,000 Nvidia chips.", "around 50,000 Nvidia chips", 50000),
        ("Some 3.6 million people voted.", "Some 3.6 million people", 3.6e6),
        ("Eels were present at 31 of 44 sites.", "31 of 44 sites", 31),
    ],
)
def test_counts(text: str, quote: str, value: float) -> None:
    [figure] = figures_in(text)
    assert (figure.quote, figure.kind, float(figure.value)) == (quote, "count", value)


@pytest.mark.parametrize(
    "text",
    [
        "In 2025 she was 52 years old.",
        "Two officials said so.",
        "The Nikkei 225 was closed.",
        "It opened at 10 a.m. on 5 February.",
        "The first and the second chapter are long.",
    ],
)
def test_no_figure(text: str) -> None:
    assert figures_in(text) == []


def test_the_level_of_an_index_is_told_from_its_change() -> None:
    found = figures_in("The S&P 500 fell 0.6%, or 41.18 points, to 6,842.07.")
    assert [(f.quote, f.kind) for f in found] == [
        ("0.6%", "percent"),
        ("41.18 points", "points"),
        ("6,842.07", "points"),
    ]
