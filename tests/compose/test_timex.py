from __future__ import annotations

import pytest

from briefwright.compose import timex


@pytest.mark.parametrize(
    ("value", "words", "key"),
    [
        ("2025-01-27", "27 January 2025", "2025-01-27"),
        ("2025-01-27T22:22", "27 January 2025, 22:22", "2025-01-27T22:22"),
        ("2025-01-27TMO", "27 January 2025, morning", "2025-01-27TMO"),
        ("2025-01", "January 2025", "2025-01"),
        ("2025", "2025", "2025"),
        ("199", "the 1990s", None),
        ("2026-W18", "week of 27 April 2026", "2026-04-27"),
        ("2026-W18-WE", "weekend of 2 May 2026", "2026-05-02"),
        ("2026-W18-3", "29 April 2026", "2026-04-29"),
        ("2025-Q2", "second quarter of 2025", "2025-04"),
        ("2025-SU", "summer 2025", "2025-06"),
        ("XXXX-02-05", "5 February, year not known", None),
        ("XXXX-02", "February, year not known", None),
        ("XXXX-WXX-1", "a Monday, date not known", None),
        ("P1W", "1 week", None),
        ("P3D", "3 days", None),
        ("PXM", "some months", None),
        ("P2CE", "2 centuries", None),
        ("PT90M", "90 minutes", None),
        ("PRESENT_REF", "at the time of writing", None),
        (None, "date not resolved", None),
        ("2025-02-30", "2025-02-30", None),
        ("2025-13", "2025-13", "2025-13"),
        ("P1Y2M", "1 year 2 months", None),
        ("P1.5Y", "1.5 years", None),
        ("PT2H1M39.5S", "2 hours 1 minute 39.5 seconds", None),
        ("P1Q", "1 quarter", None),
        ("PXDE", "some decades", None),
        ("12", "the 13th century", None),
        ("19XX", "the 20th century", None),
        ("20", "the 21st century", None),
        ("10", "the 11th century", None),
        ("2025-H2", "second half of 2025", "2025-07"),
        ("XXXX-SU", "summer, year not known", None),
        ("XXXX-Q1", "first quarter, year not known", None),
        ("2025-01-27T17:00Z", "27 January 2025, 17:00 UTC", "2025-01-27T17:00Z"),
        ("2025-01-27T24:00", "27 January 2025, midnight", "2025-01-27T24:00"),
        ("2025-01-27TMI", "27 January 2025, midday", "2025-01-27TMI"),
        ("XXXX-XX-XXT00:05", "00:05, date not known", None),
        ("XXXX-XX-XX", "date not known", None),
        ("XXXX", "year not known", None),
        ("XXXX-WXX-2TNI", "a Tuesday night, date not known", None),
        ("XXXX-WXX-WE", "a weekend, date not known", None),
        ("XXXX-WXX-2TQQ", "date not readable", None),
        ("2025-01-27TQQ", "date not readable", "2025-01-27TQQ"),
        ("P", "date not readable", None),
    ],
)
def test_values_in_words_and_on_the_calendar(
    value: str | None, words: str, key: str | None
) -> None:
    assert timex.in_words(value) == words
    assert timex.calendar_key(value) == key
