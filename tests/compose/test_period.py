from __future__ import annotations

from typing import Any

import pytest

from briefwright.compose.period import period
from briefwright.model import DateExpression, Span


def days(value: str | None, type: Any = "DATE") -> str | None:
    found = period(
        DateExpression(id="d", quote="x", at=Span(0, 1), type=type, value=value, basis="explicit")
    )
    if found is None:
        return None
    return f"{found.first}/{found.last}" + ("" if found.exact else " ?")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-01-28", "2025-01-28/2025-01-28"),
        ("2025-01-28TMO", "2025-01-28/2025-01-28"),
        ("2025-01-28T10:30", "2025-01-28/2025-01-28"),
        ("2024-02", "2024-02-01/2024-02-29 ?"),
        ("2025", "2025-01-01/2025-12-31 ?"),
        ("2025-Q4", "2025-10-01/2025-12-31 ?"),
        ("2025-WI", "2025-12-01/2026-02-28 ?"),
        ("2025-H1", "2025-01-01/2025-06-30 ?"),
        ("2025-W05", "2025-01-27/2025-02-02 ?"),
        ("199X", "1990-01-01/1999-12-31 ?"),
        ("XXXX-02-05", None),
        ("XXXX-WXX-1", None),
        ("PRESENT_REF", None),
        ("2025-02-30", None),
        ("0000", None),
        (None, None),
    ],
)
def test_the_days_of_a_date(value: str | None, expected: str | None) -> None:
    assert days(value) == expected


def test_a_duration_has_no_days() -> None:
    assert days("P6Y", "DURATION") is None
