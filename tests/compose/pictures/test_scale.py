from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.compose.pictures.extents import Extent
from briefwright.compose.pictures.scale import Scale, day_of


def scale(first: str, after: str) -> Scale:
    return Scale(dt.date.fromisoformat(first), dt.date.fromisoformat(after))


def test_places_are_to_scale() -> None:
    ten = scale("2025-01-01", "2025-01-11")
    assert ten.place(dt.date(2025, 1, 1)) == 0
    assert ten.place(dt.date(2025, 1, 6)) == 50
    assert ten.place(dt.date(2025, 1, 6), middle=True) == 55
    assert ten.place(dt.date(2025, 1, 11)) == 100
    assert scale("2025-01-27", "2025-01-28").place(dt.date(2025, 1, 27), middle=True) == 50


@pytest.mark.parametrize(
    ("first", "after", "labels"),
    [
        ("2025-01-27", "2025-01-28", ["27 January 2025"]),
        ("2025-01-27", "2025-02-06", ["27 January 2025", "1 February 2025"]),
        ("2025-01-15", "2025-09-01", ["April 2025"]),
        ("1975-03-01", "2025-04-01", ["1980", "1990", "2000", "2010"]),
    ],
)
def test_dates_are_written_where_there_is_room(first: str, after: str, labels: list[str]) -> None:
    written = [tick.label for tick in scale(first, after).ticks()]
    assert written[: len(labels)] == labels


@given(st.dates(dt.date(1, 1, 1), dt.date(2990, 1, 1)), st.integers(1, 300_000))
def test_written_dates_never_overlap_and_stand_where_they_say(first: dt.date, days: int) -> None:
    drawn = Scale(first, first + dt.timedelta(days=days))
    ticks = drawn.ticks()
    assert ticks
    for tick in ticks:
        day = day_of(tick.label)
        assert day is not None
        assert drawn.holds(day)
        assert drawn.place(day) == tick.at
    for one, two in itertools.pairwise(ticks):
        assert one.end < two.at
    assert all(tick.end <= 100 for tick in ticks)


def test_a_scale_holds_all_of_its_extents() -> None:
    days = [dt.date(2025, 1, 1), dt.date(2025, 3, 1), dt.date(2024, 5, 1), dt.date(2024, 6, 1)]
    found = Scale.of([Extent(days[0], days[1], "span"), Extent(days[2], days[3], "span")])
    assert (found.first, found.after) == (days[2], days[1])


@pytest.mark.parametrize("words", ["", "30 February 2025", "May", "May 1", "2025 May", "12025"])
def test_what_is_no_date_on_a_scale(words: str) -> None:
    assert day_of(words) is None
