"""Time expressions of running news: references, ranges, sets, and what an earlier date decides."""

from __future__ import annotations

import pytest
from tests.extract.support import facts_of

Case = tuple[str, list[tuple[str, str | None]]]  # a text, and its expressions with their values

TENSE: list[Case] = [
    ("The trial is set to open on March 3.", [("March 3", "2025-03-03")]),
    ("They announced an event to be held on January 31.", [("January 31", "2025-01-31")]),
    ("He agreed to meet on Friday.", [("Friday", "2025-01-31")]),
    ("Findings published on Friday show a decline.", [("Friday", "2025-01-24")]),
    ("As of Monday, all four are well.", [("Monday", "2025-01-27")]),
    ("They wait until Tuesday.", [("Tuesday", "2025-02-04")]),
    ("A second ship is sailing on Tuesday.", [("Tuesday", "2025-01-28")]),
    ("Crude for delivery in March rose.", [("March", "2025-03")]),
]
RANGES: list[Case] = [
    ("It ran from July 5-7, 2008.", [("July 5", "2008-07-05"), ("7, 2008", "2008-07-07")]),
    ("Talks ran from 5 to 7 July 2008.", [("5", "2008-07-05"), ("7 July 2008", "2008-07-07")]),
    ("It ran from July 13 to 17 of last year.",
     [("July 13", "2024-07-13"), ("17 of last year", "2024-07-17")]),
    ("He ruled it in 1955–2011.", [("1955", "1955"), ("2011", "2011")]),
    ("It rose between April and October last year.",
     [("April", "2024-04"), ("October last year", "2024-10")]),
]  # fmt: skip
FROM_THE_TEXT: list[Case] = [
    ("Profit was $5m in the third quarter, from $4m a year earlier.",
     [("the third quarter", "2024-Q3"), ("a year earlier", "2023-Q3")]),
    ("Profit was $5m in the third quarter, against $4m a year ago.",
     [("the third quarter", "2024-Q3"), ("a year ago", "2023-Q3")]),
    ("In 2003 he won. Two years later he lost.", [("2003", "2003"), ("Two years later", "2005")]),
    ("It began on 3 March 2021. The next day it ended, and later that year he left.",
     [("3 March 2021", "2021-03-03"), ("The next day", "2021-03-04"),
      ("later that year", "2021")]),
    ("It began on 3 March 2021.\n\nThat night it ended.",
     [("3 March 2021", "2021-03-03"), ("That night", "2021-03-03TNI")]),
    ("Sales rose in March 2024, more than in the same month last year.",
     [("March 2024", "2024-03"), ("the same month last year", "2023-03")]),
    ("On 21 July 2024 they met; the deal ends two days after that.",
     [("21 July 2024", "2024-07-21"), ("two days after that", "2024-07-23")]),
    ("It opens on 2 May 2024 and closes on the 22nd.",
     [("2 May 2024", "2024-05-02"), ("the 22nd", "2024-05-22")]),
    ("It opens on June 17, two days before the launch.",
     [("June 17", "2025-06-17"), ("two days", "P2D")]),
    ("It came at 9 a.m. on Monday.", [("9 a.m.", "2025-01-27T09:00"), ("Monday", "2025-01-27")]),
]  # fmt: skip
REFERENCES: list[Case] = [
    ("She lives there now.", [("now", "PRESENT_REF")]),
    ("She currently runs it.", [("currently", "PRESENT_REF")]),
    ("She recently left.", [("recently", "PAST_REF")]),
    ("Years ago he left.", [("Years ago", "PAST_REF")]),
    ("Several weeks ago he left.", [("Several weeks ago", "PAST_REF")]),
    ("In the past, people walked.", [("In the past", "PAST_REF")]),
    ("They plan for the future.", [("the future", "FUTURE_REF")]),
    ("He left as soon as he could.", []),
    ("They spoke of the now-closed mill.", []),
]
LENGTHS_AND_SETS: list[Case] = [
    ("An 82-year-old man spoke.", [("82-year-old", "P82Y")]),
    ("The tombs are 4,500 years old.", [("4,500 years old", "P4500Y")]),
    ("It took two and a half years.", [("two and a half years", "P2.5Y")]),
    ("It took half an hour.", [("half an hour", "PT30M")]),
    ("It took a year and a half.", [("a year and a half", "P1.5Y")]),
    ("It took more than a year.", [("a year", "P1Y")]),
    ("It fell for five straight quarters.", [("five straight quarters", "P5Q")]),
    ("It was a decades-long feud.", [("decades-long", "PXDE")]),
    ("They met in the past 20 sessions.", [("the past 20 sessions", "P20D")]),
    ("It fell by almost three quarters.", []),
    ("A quarter of the staff left.", []),
    ("They meet every two years.", [("every two years", "P2Y")]),
    ("They meet every other day.", [("every other day", "P2D")]),
    ("Ten flights a day leave.", [("a day", "P1D")]),
    ("They rest on weekends.", [("on weekends", "XXXX-WXX-WE")]),
    ("They meet every summer.", [("every summer", "XXXX-SU")]),
    ("Its annual profit fell.", [("annual", "P1Y")]),
    ("He reads the Daily Bugle.", []),
    ("It drove at five miles per hour.", []),
]
PERIODS: list[Case] = [
    ("Third-quarter 2024 profit fell.", [("Third-quarter 2024", "2024-Q3")]),
    ("It fell in 2Q 2024.", [("2Q 2024", "2024-Q2")]),
    ("It fell in the last quarter.", [("the last quarter", "2024-Q4")]),
    ("It fell over the next year.", [("the next year", "P1Y")]),
    ("He sang in the '60s.", [("the '60s", "196")]),
    ("He sang in the eighties.", [("the eighties", "198")]),
    ("He is in his sixties.", []),
    ("It was built in the nineteenth century.", [("the nineteenth century", "18")]),
    ("They met over the weekend.", [("the weekend", "2025-W04-WE")]),
    ("They met on Friday last week.", [("Friday last week", "2025-01-24")]),
    ("He spoke in a Wednesday statement.", [("Wednesday", "2025-01-22")]),
    ("On a Friday, he left.", [("Friday", "XXXX-WXX-5")]),
    ("They rested on Thanksgiving.", [("Thanksgiving", "2024-11-28")]),
    ("It was dated 7/28/24.", [("7/28/24", "2024-07-28")]),
]
NO_TIMES: list[Case] = [
    ("May God help us.", []),
    ("Theresa May lost. Few liked May's plan.", []),
    ("The Women's March drew crowds.", []),
    ("It fell on Black Monday.", []),
    ("The index fell 3.2% to 1964.", []),
    ("It is 2000 feet high and costs $ 1800.", []),
    ("Flight 1990 left with version 10.4.1.", []),
    ("He spoke to USA Today.", []),
]


@pytest.mark.parametrize(
    "case",
    [*TENSE, *RANGES, *FROM_THE_TEXT, *REFERENCES, *LENGTHS_AND_SETS, *PERIODS, *NO_TIMES],
    ids=lambda case: case[0],
)
def test_in_an_article_of_28_january_2025(case: Case) -> None:
    text, expected = case
    assert [(d.quote, d.value) for d in facts_of(text).dates] == expected


def test_a_reference_dates_no_event() -> None:
    assert facts_of("She currently runs the mill with her two brothers.").timeline == ()


def test_an_order_is_no_event() -> None:
    assert facts_of("Ask me again on Friday, please.").timeline == ()


def test_a_date_is_forgotten_after_a_paragraph_without_one() -> None:
    text = "It began on 3 March 2021.\n\nNobody came to it.\n\nTwo days later it ended."
    assert [d.value for d in facts_of(text).dates] == ["2021-03-03", None]
