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
        ("P1Y2M", "P1Y2M", None),
    ],
)
def test_values_in_words_and_on_the_calendar(
    value: str | None, words: str, key: str | None
) -> None:
    assert timex.in_words(value) == words
    assert timex.calendar_key(value) == key
