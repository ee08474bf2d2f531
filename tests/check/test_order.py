"""Events and moves against the dates they should come before or after."""

from __future__ import annotations

import pytest
from tests.check.planted import article_of, found, pair


def event_date(status: str, value: str, basis: str = "explicit") -> list[tuple[str, ...]]:
    date = {"id": "d-1", "quote": "3 June", "type": "DATE", "value": value, "basis": basis}
    event = {"id": "e-1", "quote": "the bridge closed", "date": "d-1", "status": status}
    article = article_of("On 3 June the bridge closed.", published="2025-06-10")
    pairs = pair(article, dates=[date], timeline=[event])
    return [finding.working for finding in found("event-date", pairs)]


@pytest.mark.parametrize(
    ("status", "value", "working"),
    [
        ("past", "2026-06-03", "2026-06-03 > 2025-06-10"),
        ("scheduled", "2025-06-03", "2025-06-03 < 2025-06-10"),
    ],
)
def test_an_event_on_the_wrong_side(status: str, value: str, working: str) -> None:
    assert event_date(status, value) == [(working,)]


@pytest.mark.parametrize(
    ("status", "value"),
    [
        ("past", "2025-06-03"), ("past", "2025-06-11"), ("scheduled", "2025-06-09"),
        ("scheduled", "2026-06-03"), ("hypothetical", "2025-06-03"), ("past", "2026-06"),
        ("past", "2026-W23"),
    ],
)  # fmt: skip
def test_an_event_that_may_be_right(status: str, value: str) -> None:
    assert event_date(status, value) == []


def test_a_date_that_the_program_worked_out_is_no_proof() -> None:
    assert event_date("past", "2026-06-03", "relative") == []


def cause(moved: str, caused: str) -> list[tuple[str, ...]]:
    text = "The shares fell on 2 May after the bank failed on 5 May."
    dates = [
        {"id": "d-1", "quote": "2 May", "type": "DATE", "value": moved, "basis": "explicit"},
        {"id": "d-2", "quote": "5 May", "type": "DATE", "value": caused, "basis": "explicit"},
    ]
    effect = {
        "id": "m-1", "quote": text, "instrument": {"quote": "shares"}, "measure": "price",
        "direction": "down", "cue": {"quote": "fell"}, "date": "d-1",
        "cause": {"quote": "the bank failed on 5 May"},
    }  # fmt: skip
    pairs = pair(article_of(text), dates=dates, market_effects=[effect])
    return [finding.working for finding in found("cause-order", pairs)]


def test_a_move_before_its_cause() -> None:
    assert cause("2025-05-02", "2025-05-05") == [("2025-05-02 < 2025-05-05",)]


def test_a_move_on_the_day_of_its_cause_or_after() -> None:
    assert cause("2025-05-05", "2025-05-05") == []
    assert cause("2025-05-06", "2025-05-05") == []
