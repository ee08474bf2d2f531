"""Ranges, conversions of money and of measures."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, counts, dollars, figure, found, pair


@pytest.mark.parametrize(("low", "high", "wrong"), [(30, 20, 1), (20, 30, 0)])
def test_a_range_runs_upwards(low: int, high: int, wrong: int) -> None:
    words = f"{low} to {high} people"
    span = figure(words, "count", low, upper=high)
    findings = found("range-order", pair(article_of(f"Some {words} came."), figures=[span]))
    assert [finding.working for finding in findings] == [("20 < 30",)] * wrong


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        (dollars("$30 million", 30e6), dollars("$20 million", 20e6), 1),
        (dollars("$20 million", 20e6), dollars("$30 million", 30e6), 0),
        (dollars("$30", 30), dollars("$20 million", 20e6), 0),
        (dollars("$30 million", 30e6), figure("€20 million", "money", 20e6, currency="EUR"), 0),
    ],
)
def test_between_runs_upwards(first: dict[str, str], second: dict[str, str], wrong: int) -> None:
    text = f"It costs between {first['quote']} and {second['quote']} a year."
    findings = found("range-order", pair(article_of(text), figures=[first, second]))
    assert len(findings) == wrong


@pytest.mark.parametrize(
    ("words", "value", "wrong"),
    [("£4.2 billion", 4.2e9, 1), ("£4.2 million", 4.2e6, 0), ("£4,200", 4200, 1)],
)
def test_a_conversion_of_the_wrong_magnitude(words: str, value: float, wrong: int) -> None:
    base = dollars("$6 million", 6e6)
    pounds = figure(words, "money", value, currency="GBP", converts=base["id"])
    article = article_of(f"It cost $6 million ({words}).")
    findings = found("conversion-scale", pair(article, figures=[base, pounds]))
    assert len(findings) == wrong


def test_the_working_of_a_conversion_shows_the_rate_and_the_bounds() -> None:
    base = dollars("$6 million", 6e6)
    pounds = figure("£4.2 billion", "money", 4.2e9, currency="GBP", converts=base["id"])
    article = article_of("It cost $6 million (£4.2 billion).")
    (finding,) = found("conversion-scale", pair(article, figures=[base, pounds]))
    assert finding.working[0] == "4,200,000,000 / 6,000,000 = 700"
    assert finding.working[1].startswith("0.240 to 1.70 ")


def test_a_currency_that_the_table_does_not_have_is_left_alone() -> None:
    base = dollars("$6", 6)
    other = figure("ISK 9,000,000", "money", 9e6, currency="ISK", converts=base["id"])
    article = article_of("It cost $6 (ISK 9,000,000).")
    assert found("conversion-scale", pair(article, figures=[base, other])) == []


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("10 miles", "26 km", 1),
        ("10 miles", "16 km", 0),
        ("10 miles", "17 km", 0),
        ("300 feet", "91 metres", 0),
        ("300 feet", "910 metres", 1),
        ("50 acres", "20 hectares", 0),
        ("50 acres", "200 hectares", 1),
        ("10 miles", "26 kg", 0),
    ],
)
def test_measures_are_worked_out_again(first: str, second: str, wrong: int) -> None:
    article = article_of(f"It lies {first} ({second}) away.")
    findings = found("unit-conversion", pair(article, figures=counts(first, second)))
    assert len(findings) == wrong


def test_the_working_of_a_measure_shows_the_factor() -> None:
    article = article_of("It lies 10 miles (26 km) away.")
    (finding,) = found("unit-conversion", pair(article, figures=counts("10 miles", "26 km")))
    assert finding.message == "“10” miles is 16.09 km, not “26”"
    assert finding.working == ("10 × 1.60934 = 16.09", "1 mile = 1.60934 km")
