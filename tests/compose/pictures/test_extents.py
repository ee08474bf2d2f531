from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.compose import timex
from briefwright.compose.pictures.extents import extent


@pytest.mark.parametrize(
    ("value", "start", "end", "kind"),
    [
        ("2025-01-27", "2025-01-27", "2025-01-28", "day"),
        ("2025-01-27T17:00", "2025-01-27", "2025-01-28", "day"),
        ("2025-01-27TMO", "2025-01-27", "2025-01-28", "day"),
        ("2025-W05", "2025-01-27", "2025-02-03", "span"),
        ("2025-W05-WE", "2025-02-01", "2025-02-03", "span"),
        ("2025-W05-3", "2025-01-29", "2025-01-30", "day"),
        ("2024-02", "2024-02-01", "2024-03-01", "span"),
        ("2025-12", "2025-12-01", "2026-01-01", "span"),
        ("2025-Q3", "2025-07-01", "2025-10-01", "span"),
        ("2025-H2", "2025-07-01", "2026-01-01", "span"),
        ("2025-FA", "2025-09-01", "2025-12-01", "season"),
        ("2025-WI", "2025-01-01", "2025-04-01", "season"),
        ("2025", "2025-01-01", "2026-01-01", "span"),
    ],
)
def test_what_a_value_covers(value: str, start: str, end: str, kind: str) -> None:
    found = extent(value)
    assert found is not None
    assert (found.start.isoformat(), found.end.isoformat(), found.kind) == (start, end, kind)


@pytest.mark.parametrize(
    "value",
    [None, "P1W", "XXXX-01-02", "2025-02-30", "2025-13", "PAST_REF", "199", "20", "2025-W60",
     "0000", "9999", "9999-12-31"],
)  # fmt: skip
def test_what_no_calendar_holds_has_no_extent(value: str | None) -> None:
    assert extent(value) is None


@given(st.dates(dt.date(1, 1, 1), dt.date(9990, 1, 1)))
def test_a_days_parts_contain_it(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    values = [day.isoformat(), f"{day.year:04}-{day.month:02}", f"{day.year:04}",
              f"{day.year:04}-Q{(day.month + 2) // 3}", f"{year:04}-W{week:02}"]  # fmt: skip
    for value in values:
        found = extent(value)
        assert found is not None
        assert found.start <= day < found.end
        assert timex.calendar_key(value) is not None
