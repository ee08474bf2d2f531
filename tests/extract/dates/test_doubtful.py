"""What looks like a time and is none, and times that the article's own day says nothing about."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

PUBLISHED = "2020-03-20"


def values(text: str) -> list[tuple[str, str | None]]:
    return [(date.quote, date.value) for date in facts_of(text, published=PUBLISHED).dates]


@pytest.mark.parametrize(
    "text",
    [
        "The quake struck at 4:42 on Saturday (2024 Friday, UTC).",
        "In the 2019/20 season the club lost its home.",
        "The number of those infected is 1501 and rising.",
        "He ran in the Oslo 1:59 Challenge.",
        "The cloud is 1,010 light years away.",
        "The rock is between 15 and 75 million years old.",
        "The moon turns in 40.3 ± 0.4 days.",
        "The Sunday trade ban hurt sales.",
    ],
)
def test_numbers_and_habits_are_no_dates(text: str) -> None:
    found = [quote for quote, _ in values(text)]
    assert not [q for q in found if q in {"2024", "2019", "1501", "1:59", "years", "Sunday"}]
    assert not [q for q in found if "days" in q and "0.4" in q]


def test_a_speakers_today_need_not_be_the_articles() -> None:
    found = values('"We won today and leave tomorrow," the captain said. The team won today.')
    assert found == [("today", None), ("tomorrow", None), ("today", "2020-03-20")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She ran it in 1 hour 59 minutes 40.2 seconds.", "PT1H59M40.2S"),
        ("She ran it in 2 hours, 1 minute and 39 seconds.", "PT2H1M39S"),
        ("She ran it in 4 minutes 2 seconds.", "PT4M2S"),
    ],
)
def test_one_length_of_time_is_one_duration(text: str, expected: str) -> None:
    assert [value for _, value in values(text)] == [expected]


def test_a_day_without_a_year_is_not_ten_months_old() -> None:
    assert values("Most races were moved to June 2.") == [("June 2", "2020-06-02")]
    assert values("He died on November 2.") == [("November 2", "2019-11-02")]


def test_some_days_back_is_past() -> None:
    assert values("A few days back, his mother died.") == [("A few days back", "PAST_REF")]


@pytest.mark.parametrize("text", ["Sunday's vote was close.", "The Sunday meeting was short."])
def test_one_weekday_stays_a_date(text: str) -> None:
    assert [value for _, value in values(text)] == ["2020-03-15"]
