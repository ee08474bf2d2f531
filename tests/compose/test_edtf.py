"""EDTF: each kind of TIMEX3 value, and those that have none."""

from __future__ import annotations

import pytest

from briefwright.compose.edtf import edtf


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-01-28", "2025-01-28"),
        ("2025-01", "2025-01"),
        ("2025", "2025"),
        ("199", "199X"),
        ("199X", "199X"),
        ("18", "18XX"),
        ("2025-SP", "2025-21"),
        ("2025-WI", "2025-24"),
        ("2025-Q3", "2025-35"),
        ("2025-H2", "2025-41"),
        ("2025-W05", "2025-01-27/2025-02-02"),
        ("2025-W05-WE", "2025-02-01/2025-02-02"),
        ("2025-01-28TMO", "2025-01-28"),
        ("2025-01-28T15:30", "2025-01-28T15:30:00"),
        ("2025-01-28T15:30Z", "2025-01-28T15:30:00Z"),
        ("XXXX-02-29", "XXXX-02-29"),
    ],
)
def test_dates_and_times(value: str, expected: str) -> None:
    assert edtf(value) == expected


@pytest.mark.parametrize(
    "value",
    [None, "", "P3Y", "PXY", "PRESENT_REF", "XXXX-WXX-2", "XXXX-XX-XXT15:30", "2025-02-30",
     "2025-13", "2025-W60", "2025-01-28T25:00", "2025-01-28T24:00", "9999-W53"],
)  # fmt: skip
def test_what_has_none(value: str | None) -> None:
    assert edtf(value) is None
