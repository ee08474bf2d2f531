"""Percent against absolute change against level."""

from __future__ import annotations

from typing import Any

import pytest
from tests.check.planted import article_of, counts, dollars, figure, found, pair, percent

POINTS = figure("120 points", "points", 120)


def findings(check: str, text: str, figures: list[dict[str, Any]]) -> list[Any]:
    return found(check, pair(article_of(text), figures=figures))


LEVELS = [dollars("$105 million", 105e6), dollars("$100 million", 100e6)]
TO_FROM = "Profit rose {} to $105 million from $100 million."


def test_a_wrong_percentage_is_shown_with_the_formula() -> None:
    (finding,) = findings("percent-change", TO_FROM.format("9 %"), [percent("9 %"), *LEVELS])
    assert finding.severity == "warning"
    assert finding.message == "“$100 million” to “$105 million” is 5 %, not “9 %”"
    assert finding.working[0] == "105,000,000 / 100,000,000 - 1 = 5 %"
    assert finding.facts == ("f-9", "f-100million", "f-105million")


@pytest.mark.parametrize("told", ["5 %", "5.4 %", "4.8 percent"])
def test_a_right_percentage_and_a_rounded_one_are_none(told: str) -> None:
    assert findings("percent-change", TO_FROM.format(told), [percent(told), *LEVELS]) == []


FALL = "Membership fell from 80 members to 60 members, a {} drop."
MEMBERS = counts("80 members", "60 members")


@pytest.mark.parametrize(("told", "wrong"), [("35 %", 1), ("25 %", 0), ("24 %", 0), ("20 %", 1)])
def test_a_fall_is_reckoned_from_the_level_before(told: str, wrong: int) -> None:
    text = FALL.format(told)
    assert len(findings("percent-change", text, [percent(told), *MEMBERS])) == wrong


def test_large_round_numbers_may_be_rounded() -> None:
    amounts = counts("10,000 members", "8,000 members")
    text = "Membership fell from 10,000 members to 8,000 members, a {} drop."
    assert findings("percent-change", text.format("23 %"), [percent("23 %"), *amounts]) == []
    assert findings("percent-change", text.format("35 %"), [percent("35 %"), *amounts])


@pytest.mark.parametrize(
    "text",
    [
        "Profit rose 9 % on the year, to $105 million from $100 million in May.",
        "Profit rose 9 % while sales rose to $105 million from $100 million.",
        "Profit rose to $105 million from $100 million, and 9 % of it was tax.",
        "Profit rose from $100 million to $105 million, 9 % compared with a year ago.",
    ],
)
def test_a_percentage_of_something_else_is_left_alone(text: str) -> None:
    assert findings("percent-change", text, [percent("9 %"), *LEVELS]) == []


def test_an_approximate_amount_proves_nothing() -> None:
    about = {**LEVELS[1], "approximate": True}
    figures = [percent("9 %"), LEVELS[0], about]
    assert findings("percent-change", TO_FROM.format("9 %"), figures) == []


def test_amounts_of_two_currencies_are_not_compared() -> None:
    euros = figure("€100 million", "money", 100e6, currency="EUR")
    text = "Profit rose 9 % to $105 million from €100 million."
    assert findings("percent-change", text, [percent("9 %"), LEVELS[0], euros]) == []


INDEX = "The index fell 120 points, or {}, to {}."
CLOSE = figure("7,880", "points", 7880)


def test_points_percent_and_close_that_do_not_fit() -> None:
    text = INDEX.format("2.5 percent", "7,880")
    (finding,) = findings("points-percent", text, [POINTS, percent("2.5 percent"), CLOSE])
    assert finding.message == "“120 points” to “7,880” is 1.5 %, not “2.5 percent”"
    assert finding.working[0] == "7,880 + 120 = 8,000; 120 / 8,000 = 1.5 %"


@pytest.mark.parametrize("told", ["1.5 percent", "1.49 percent", "2 percent"])
def test_points_percent_and_close_that_fit(told: str) -> None:
    text = INDEX.format(told, "7,880")
    assert findings("points-percent", text, [POINTS, percent(told), CLOSE]) == []


def test_a_rise_in_money_is_reckoned_from_the_price_before() -> None:
    text = "The shares rose $5, or {}, to $55."
    prices = [dollars("$5", 5), dollars("$55", 55)]
    assert findings("points-percent", text.format("10 %"), [*prices, percent("10 %")]) == []
    (finding,) = findings("points-percent", text.format("20 %"), [*prices, percent("20 %")])
    assert finding.working[0] == "55 - 5 = 50; 5 / 50 = 10 %"


RATES = "The rate rose from 5 % to 8 %, a {} rise."


def test_percentage_points_told_as_percent() -> None:
    figures = [percent("5 %"), percent("8 %"), percent("3 percent")]
    (finding,) = findings("percentage-points", RATES.format("3 percent"), figures)
    assert finding.message == (
        "“5 %” to “8 %” is 60 %, not “3 percent”; the gap is 3 percentage points"
    )
    assert finding.working[-1] == "|8 - 5| = 3 percentage points"


def test_percentage_points_told_as_points_are_right() -> None:
    points = figure("3 percentage points", "points", 3)
    text = RATES.format("3 percentage points")
    figures = [percent("5 %"), percent("8 %"), points]
    assert findings("percentage-points", text, figures) == []


def test_a_rejected_figure_is_not_used() -> None:
    gone = {**percent("9 %"), "status": "rejected"}
    assert findings("percent-change", TO_FROM.format("9 %"), [gone, *LEVELS]) == []
