"""TIMEX3 values moved by units, worked out on a calendar."""

from __future__ import annotations

import pytest

from briefwright.extract.dates import grain, timex


@pytest.mark.parametrize(
    ("value", "amount", "unit", "expected"),
    [
        ("2024-Q3", -1, "Y", "2023-Q3"),
        ("2024-03", 1, "Y", "2025-03"),
        ("2024-03-05", 1, "Y", "2025"),
        ("2024-02-28", 2, "D", "2024-03-01"),
        ("2024-12-30", 1, "W", "2025-01-06"),
        ("2024-W52", 1, "W", "2025-W01"),
        ("2024-Q4", 1, "Q", "2025-Q1"),
        ("2024-03-31", -1, "M", "2024-02"),
        ("2024", 2, "DE", "2044"),
        ("2024", 1, "D", None),
        ("P3Y", 1, "Y", None),
        ("2024", -3000, "Y", None),
        ("9999-12-31", 1, "D", None),
    ],
)
def test_moved(value: str, amount: int, unit: str, expected: str | None) -> None:
    assert grain.moved(value, amount, unit) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("2024-03-05", "M", "2024-03"),
        ("2024-03-05TNI", "D", "2024-03-05"),
        ("2024-03", "Q", "2024-Q1"),
        ("2024", "DE", "202"),
        ("2024", "M", None),
        ("PRESENT_REF", "Y", None),
    ],
)
def test_containing(value: str, unit: str, expected: str | None) -> None:
    assert grain.containing(value, unit) == expected


@pytest.mark.parametrize(
    ("month", "nth", "weekday", "expected"),
    [(11, 4, 4, "2024-11-28"), (9, 1, 1, "2024-09-02"), (5, -1, 1, "2024-05-27")],
)
def test_nth_weekday(month: int, nth: int, weekday: int, expected: str) -> None:
    assert timex.nth_weekday(2024, month, nth, weekday).isoformat() == expected
