"""Calendar arithmetic: TIMEX3 values from days, and days from values."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.extract.dates import timex

DAYS = st.dates(dt.date(1000, 1, 1), dt.date(8999, 12, 31))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("anchor", "number", "future", "expected"),
    [
        ("2025-01-28", 2, False, "2025-01-28"),  # a Tuesday's "on Tuesday" is that day
        ("2025-01-28", 2, True, "2025-02-04"),
        ("2025-01-28", 1, False, "2025-01-27"),
        ("2025-01-28", 3, False, "2025-01-22"),
        ("2025-01-28", 7, True, "2025-02-02"),
        ("2025-01-01", 2, False, "2024-12-31"),
    ],
)
def test_weekday(anchor: str, number: int, future: bool, expected: str) -> None:
    assert timex.weekday(day(anchor), number, future=future) == day(expected)


@given(DAYS, st.integers(1, 7), st.booleans())
def test_a_weekday_is_less_than_eight_days_away(anchor: dt.date, number: int, future: bool) -> None:
    found = timex.weekday(anchor, number, future=future)
    assert found.isoweekday() == number
    distance = (found - anchor).days
    assert 0 < distance <= 7 if future else -7 < distance <= 0


@pytest.mark.parametrize(
    ("start", "amount", "unit", "expected"),
    [
        ("2025-01-31", 1, "M", "2025-02-28"),
        ("2024-01-31", 1, "M", "2024-02-29"),
        ("2024-02-29", -1, "Y", "2023-02-28"),
        ("2024-02-29", 4, "Y", "2028-02-29"),
        ("2025-03-31", -1, "M", "2025-02-28"),
        ("2025-05-31", 1, "Q", "2025-08-31"),
        ("2024-12-31", 1, "D", "2025-01-01"),
        ("2025-01-01", -1, "W", "2024-12-25"),
        ("2025-01-01", 1, "2W", "2025-01-15"),
        ("2025-01-28", -2, "DE", "2005-01-28"),
        ("2025-01-28", -1, "CE", "1925-01-28"),
    ],
)
def test_shift(start: str, amount: int, unit: str, expected: str) -> None:
    assert timex.shift(day(start), amount, unit) == day(expected)


@pytest.mark.parametrize(("amount", "unit"), [(-3000, "Y"), (9999, "Y"), (-10, "CE")])
def test_a_shift_out_of_the_calendar_is_an_error(amount: int, unit: str) -> None:
    with pytest.raises((ValueError, OverflowError)):
        timex.shift(dt.date(900, 1, 1), amount, unit)


@given(DAYS, st.integers(-200, 200))
def test_months_there_and_back_keep_the_day_but_for_short_months(
    start: dt.date, amount: int
) -> None:
    back = timex.shift(timex.shift(start, amount, "M"), -amount, "M")
    assert (back.year, back.month) == (start.year, start.month)
    assert 0 <= start.day - back.day <= 3


@pytest.mark.parametrize(
    ("date", "unit", "expected"),
    [
        ("2025-01-28", "D", "2025-01-28"),
        ("2025-01-28", "W", "2025-W05"),
        ("2024-12-30", "W", "2025-W01"),  # ISO 8601: a week belongs to its Thursday's year
        ("2021-01-03", "W", "2020-W53"),
        ("2025-01-28", "M", "2025-01"),
        ("2025-03-31", "Q", "2025-Q1"),
        ("2025-04-01", "Q", "2025-Q2"),
        ("2025-01-28", "Y", "2025"),
        ("2025-01-28", "DE", "202"),
        ("2025-01-28", "CE", "20"),
        ("0987-06-01", "Y", "0987"),
    ],
)
def test_at_grain(date: str, unit: str, expected: str) -> None:
    assert timex.at_grain(day(date), unit) == expected


@pytest.mark.parametrize(
    ("amount", "unit", "expected"),
    [
        ("6", "TH", "PT6H"),
        ("90", "TM", "PT90M"),
        ("1", "W", "P1W"),
        ("2", "2W", "P4W"),
        ("X", "2W", "PXW"),
        ("2", "DE", "P20Y"),
        ("3", "CE", "P300Y"),
        ("X", "DE", "PXDE"),
        ("2.5", "Y", "P2.5Y"),
    ],
)
def test_duration(amount: str, unit: str, expected: str) -> None:
    assert timex.duration(amount, unit) == expected


@pytest.mark.parametrize(
    ("anchor", "month", "date", "future", "expected"),
    [
        ("2025-01-28", 1, 20, False, 2025),
        ("2025-01-28", 12, 20, False, 2024),
        ("2025-01-28", 1, 20, True, 2026),
        ("2025-01-28", 1, 28, True, 2025),
        ("2025-01-28", 12, 20, None, 2024),
        ("2025-01-28", 6, 1, None, 2025),
        ("2025-01-28", 12, None, True, 2025),
        ("2025-01-28", 1, None, False, 2025),
        ("2025-01-28", 2, 29, False, 2024),
        ("2025-01-28", 2, 29, True, 2028),
        ("2025-01-28", 2, 30, None, None),
    ],
)
def test_year_of_day(
    anchor: str, month: int, date: int | None, future: bool | None, expected: int | None
) -> None:
    assert timex.year_of_day(day(anchor), month, date, future=future) == expected


# Astronomical Almanac and the tables of the Church of England.
@pytest.mark.parametrize(
    "sunday",
    [
        "1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2008-03-23", "2019-04-21",
        "2024-03-31", "2025-04-20", "2038-04-25",
    ],
)  # fmt: skip
def test_easter(sunday: str) -> None:
    assert timex.easter(int(sunday[:4])) == day(sunday)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = timex.easter(year)
    assert sunday.isoweekday() == 7
    assert dt.date(year, 3, 22) <= sunday <= dt.date(year, 4, 25)


def test_nearest() -> None:
    days = [day("2025-01-01"), day("2025-03-01"), day("2025-02-01")]
    assert timex.nearest(days, day("2025-02-10")) == day("2025-02-01")
    assert timex.nearest([day("2025-01-03"), day("2025-01-01")], day("2025-01-02")) == day(
        "2025-01-01"
    )


@pytest.mark.parametrize(
    ("year", "month", "first", "expected"),
    [
        (2025, 5, True, "2025-05-05"),
        (2025, 5, False, "2025-05-26"),
        (2025, 8, False, "2025-08-25"),
        (2023, 5, True, "2023-05-01"),
        (2026, 8, False, "2026-08-31"),
    ],
)
def test_monday_of(year: int, month: int, first: bool, expected: str) -> None:
    assert timex.monday_of(year, month, first=first) == day(expected)


@pytest.mark.parametrize(
    ("anchor", "season", "future", "expected"),
    [
        ("2025-01-28", "SU", True, 2025),
        ("2025-01-28", "SU", False, 2024),
        ("2025-07-01", "SU", False, 2025),
        ("2025-10-01", "SP", True, 2026),
        ("2025-10-01", "SP", False, 2025),
    ],
)
def test_season_year(anchor: str, season: str, future: bool, expected: int) -> None:
    assert timex.season_year(day(anchor), season, future=future) == expected


@pytest.mark.parametrize(
    ("date", "half", "quarter"),
    [("2025-01-01", 1, 1), ("2025-06-30", 1, 2), ("2025-07-01", 2, 3), ("2025-12-31", 2, 4)],
)
def test_halves_and_quarters(date: str, half: int, quarter: int) -> None:
    assert (timex.half_of(day(date)), timex.quarter_of(day(date))) == (half, quarter)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025", "2025-01-01"),
        ("202", "2020-01-01"),
        ("20", "2000-01-01"),
        ("2025-03", "2025-03-01"),
        ("2025-03-06", "2025-03-06"),
        ("2025-03-06TEV", "2025-03-06"),
        ("2025-W01", "2024-12-30"),
        ("2025-W05-WE", "2025-01-27"),
        ("2025-Q3", "2025-07-01"),
        ("2025-H2", "2025-07-01"),
        ("2024-WI", "2024-12-01"),
        ("XXXX-03-06", None),
        ("XXXX-WXX-1", None),
        ("2025-02-30", None),
        ("P3Y", None),
    ],
)
def test_first_day(value: str, expected: str | None) -> None:
    assert timex.first_day(value) == (day(expected) if expected else None)
