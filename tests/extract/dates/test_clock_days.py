"""The day of a time of the clock, and digits that are neither a time of the day nor a year."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

Case = tuple[str, list[tuple[str, str | None]]]  # a text, and its expressions with their values

WATCH: list[Case] = [
    ("She ran it in 2:31:07.", [("2:31:07", "PT2H31M7S")]),
    ("The record of 1:02:03.5 stood.", [("1:02:03.5", "PT1H2M3.5S")]),
    ("The signal came at 6:15:20.", [("6:15", "2025-01-28T06:15")]),
    ("Clocks showed 6:15:20 p.m. then.", [("6:15", "2025-01-28T06:15")]),
    ("He left it for the past year and a half.", [("the past year and a half", "P1.5Y")]),
]
DAYS: list[Case] = [
    ("It came at 9 a.m. (0800 UTC) on Monday.",
     [("9 a.m.", "2025-01-27T09:00"), ("0800 UTC", "2025-01-27T08:00Z"),
      ("Monday", "2025-01-27")]),
    ("It opens at 9 p.m. local time (1900 UTC) tomorrow.",
     [("9 p.m. local time", "2025-01-29T21:00"), ("1900 UTC", "2025-01-29T19:00Z"),
      ("tomorrow", "2025-01-29")]),
    ("It came at 3 a.m. Monday morning.",
     [("3 a.m.", "2025-01-27T03:00"), ("Monday morning", "2025-01-27TMO")]),
    ("A dam broke on Sunday.\n\nNobody was hurt.\n\nNobody slept.\n\nIt broke at 4 p.m.",
     [("Sunday", "2025-01-26"), ("4 p.m.", "2025-01-26T16:00")]),
    ("A dam broke on Sunday.\n\nNobody was hurt.\n\nNobody slept.\n\nDivers will come at 4 p.m.",
     [("Sunday", "2025-01-26"), ("4 p.m.", "2025-01-28T16:00")]),
    ("A dam broke in 1911 on 3 May 1911.\n\nOne.\n\nTwo.\n\nMayor Lund spoke at 4 p.m.",
     [("1911", "1911"), ("3 May 1911", "1911-05-03"), ("4 p.m.", "2025-01-28T16:00")]),
    ("A dam broke on Sunday.\n\nNone.\n\nTwo.\n\nThe rain had stopped by early evening.",
     [("Sunday", "2025-01-26"), ("early evening", "2025-01-26TEV")]),
]  # fmt: skip
FRAMES: list[Case] = [
    ("He left last Monday.", [("last Monday", "2025-01-20")]),
    ("He left last Sunday.", [("last Sunday", "2025-01-26")]),
    ("He left this past Monday.", [("this past Monday", "2025-01-27")]),
    ("The trial was anticipated to begin in March.", [("March", "2025-03")]),
]
NO_YEARS: list[Case] = [
    ("The ministry signed order 1872/2016 for it.", []),
    ('They built a ship called "Aurora 2031" there.', []),
    ("It sold roughly 2000 Danish and 74 Swedish shops.", []),
    ("She sang at the Fjord Festival 2012 for him.", [("2012", "2012")]),
    ("She drove the Fjord 2012 to work.", []),
    ("A quake came in 2031, they guess.", [("2031", "2031")]),
    ("It was felt there (2053 Monday night, UTC).", [("Monday night", "2025-01-27TNI")]),
    ('He said: "In 2019 we knew."', [("2019", "2019")]),
]


@pytest.mark.parametrize("case", [*WATCH, *DAYS, *FRAMES, *NO_YEARS], ids=lambda case: case[0])
def test_in_an_article_of_28_january_2025(case: Case) -> None:
    text, expected = case
    assert [(d.quote, d.value) for d in facts_of(text).dates] == expected
