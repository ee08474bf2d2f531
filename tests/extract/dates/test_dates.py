"""Time expressions: types and values set down from the TIMEX3 guidelines and from calendars."""

from __future__ import annotations

import itertools

import pytest
from tests.extract.support import PUBLISHED, facts_of

Row = tuple[str, str, str, str | None, str]

WEEKDAYS: list[Row] = [
    ("The council had met on Sunday.", "Sunday", "DATE", "2025-01-26", "relative"),
    ("The council is due to meet on Sunday.", "Sunday", "DATE", "2025-02-02", "relative"),
    ("The council meets next Monday.", "next Monday", "DATE", "2025-02-03", "relative"),
    ("Tuesday's vote was close.", "Tuesday", "DATE", "2025-01-28", "relative"),
    ("Thursday’s vote was close.", "Thursday", "DATE", "2025-01-23", "relative"),
    ("They will vote by Friday.", "Friday", "DATE", "2025-01-31", "relative"),
    ("The strike began late Friday.", "late Friday", "DATE", "2025-01-24", "relative"),
    ("She resigned on Friday night.", "Friday night", "TIME", "2025-01-24TNI", "relative"),
    ("It broke on a wet Tuesday morning.", "Tuesday morning", "TIME", "XXXX-WXX-2TMO",
     "unresolved"),
    ("They meet every Friday.", "every Friday", "SET", "XXXX-WXX-5", "explicit"),
]  # fmt: skip
MONTHS: list[Row] = [
    ("The mill closed in December.", "December", "DATE", "2024-12", "relative"),
    ("The mill will close in December.", "December", "DATE", "2025-12", "relative"),
    ("The mill closed in January.", "January", "DATE", "2025-01", "relative"),
    ("The mill closed last August.", "last August", "DATE", "2024-08", "relative"),
    ("The mill opens next June.", "next June", "DATE", "2025-06", "relative"),
    ("Sales fell in early December.", "early December", "DATE", "2024-12", "relative"),
    ("It was sold in March last year.", "March last year", "DATE", "2024-03", "relative"),
    ("It will be sold in May next year.", "May next year", "DATE", "2026-05", "relative"),
    ("It was sold in May 2019.", "May 2019", "DATE", "2019-05", "explicit"),
    ("It was sold in late May 2019.", "late May 2019", "DATE", "2019-05", "explicit"),
]
DAYS: list[Row] = [
    ("He was born on 3 May 1951.", "3 May 1951", "DATE", "1951-05-03", "explicit"),
    ("He was born on 3rd of May 1951.", "3rd of May 1951", "DATE", "1951-05-03", "explicit"),
    ("He left on Jan. 3, 2020.", "Jan. 3, 2020", "DATE", "2020-01-03", "explicit"),
    ("On Friday, March 7, 2025, they met.", "Friday, March 7, 2025", "DATE", "2025-03-07",
     "explicit"),
    ("The deadline is 29 February 2028.", "29 February 2028", "DATE", "2028-02-29", "explicit"),
    ("They met on the evening of March 6, 2024.", "the evening of March 6, 2024", "TIME",
     "2024-03-06TEV", "explicit"),
    ("They met this morning.", "this morning", "TIME", "2025-01-28TMO", "relative"),
    ("They met yesterday afternoon.", "yesterday afternoon", "TIME", "2025-01-27TAF", "relative"),
    ("They will meet tonight.", "tonight", "TIME", "2025-01-28TNI", "relative"),
]  # fmt: skip
PERIODS: list[Row] = [
    ("It was announced last month.", "last month", "DATE", "2024-12", "relative"),
    ("They left last weekend.", "last weekend", "DATE", "2025-W04-WE", "relative"),
    ("It rained this week.", "this week", "DATE", "2025-W05", "relative"),
    ("It will end next year.", "next year", "DATE", "2026", "relative"),
    ("He sang in the 1960s.", "the 1960s", "DATE", "196", "explicit"),
    ("It began in the late 1990s.", "the late 1990s", "DATE", "199", "explicit"),
    ("It was founded in the 18th century.", "the 18th century", "DATE", "17", "explicit"),
    ("Profit fell in the second half of 2023.", "the second half of 2023", "DATE", "2023-H2",
     "explicit"),
    ("Growth slowed in the fourth quarter.", "the fourth quarter", "DATE", "2024-Q4", "relative"),
    ("It will open in the second half of this year.", "the second half of this year", "DATE",
     "2025-H2", "relative"),
    ("Profit fell in Q4.", "Q4", "DATE", "2024-Q4", "relative"),
    ("Sales rose in fiscal 2024.", "fiscal 2024", "DATE", "2024", "explicit"),
    ("They want it by the end of 2027.", "the end of 2027", "DATE", "2027", "explicit"),
    ("It is due by the end of next month.", "the end of next month", "DATE", "2025-02",
     "relative"),
    ("It is due by year-end.", "year-end", "DATE", "2025", "relative"),
    ("They married in the summer of 2018.", "the summer of 2018", "DATE", "2018-SU", "explicit"),
    ("It opened last summer.", "last summer", "DATE", "2024-SU", "relative"),
    ("It was built 1,200 years ago.", "1,200 years ago", "DATE", "0825", "relative"),
    ("It will open three years from now.", "three years from now", "DATE", "2028", "relative"),
    ("Sales fell a decade ago.", "a decade ago", "DATE", "201", "relative"),
    ("It was sold a month ago.", "a month ago", "DATE", "2024-12", "relative"),
]  # fmt: skip
DURATIONS: list[Row] = [
    ("They talked for three hours.", "three hours", "DURATION", "PT3H", "explicit"),
    ("The ban lasts 18 months.", "18 months", "DURATION", "P18M", "explicit"),
    ("A six-week strike ended.", "six-week", "DURATION", "P6W", "explicit"),
    ("The past five years were hard.", "The past five years", "DURATION", "P5Y", "explicit"),
    ("It grew over the past year.", "the past year", "DURATION", "P1Y", "explicit"),
    ("They waited for years.", "years", "DURATION", "PXY", "unresolved"),
    ("It lasted several days.", "several days", "DURATION", "PXD", "explicit"),
    ("It took 2.5 years.", "2.5 years", "DURATION", "P2.5Y", "explicit"),
    ("It stood for two centuries.", "two centuries", "DURATION", "P200Y", "explicit"),
    ("It stood for twenty-five days.", "twenty-five days", "DURATION", "P25D", "explicit"),
    ("They stayed for a week.", "a week", "DURATION", "P1W", "explicit"),
    ("They stayed for a fortnight.", "a fortnight", "DURATION", "P2W", "explicit"),
    ("It took 1,500 years.", "1,500 years", "DURATION", "P1500Y", "explicit"),
    ("It costs £40 a week.", "a week", "SET", "P1W", "explicit"),
    ("She runs twice a week.", "a week", "SET", "P1W", "explicit"),
    ("The list is updated daily.", "daily", "SET", "P1D", "explicit"),
    ("They are paid every month.", "every month", "SET", "P1M", "explicit"),
]
CLOCK: list[Row] = [
    ("It was announced at 3.30pm.", "3.30pm", "TIME", "2025-01-28T15:30", "relative"),
    ("It was announced at 9 a.m. in Oslo.", "9 a.m.", "TIME", "2025-01-28T09:00", "relative"),
    ("It was announced at 12 a.m. in Oslo.", "12 a.m.", "TIME", "2025-01-28T00:00", "relative"),
    ("It was announced at 12 p.m. in Oslo.", "12 p.m.", "TIME", "2025-01-28T12:00", "relative"),
    ("The train left at 15:45 GMT.", "15:45 GMT", "TIME", "2025-01-28T15:45Z", "relative"),
    ("The train left at 1545 GMT.", "1545 GMT", "TIME", "2025-01-28T15:45Z", "relative"),
    (
        "The train left at 6:40 p.m. (GMT +8).",
        "6:40 p.m. (GMT +8)",
        "TIME",
        "2025-01-28T18:40",
        "relative",
    ),
    ("The train left at 4 o’clock.", "4 o’clock", "TIME", "2025-01-28T04:00", "relative"),
    ("The doors opened at noon.", "noon", "TIME", "2025-01-28T12:00", "relative"),
    ("She died last night.", "last night", "TIME", "2025-01-27TNI", "relative"),
]


@pytest.mark.parametrize("row", [*WEEKDAYS, *MONTHS, *DAYS, *PERIODS, *DURATIONS, *CLOCK])
def test_in_an_article_of_28_january_2025(row: Row) -> None:
    text, *expected = row
    found = facts_of(text).dates
    assert [[d.quote, d.type, d.value, d.basis] for d in found] == [expected]


# The publication date stands first.
CALENDAR: list[tuple[str, str, str, str]] = [
    ("2024-03-01", "They left yesterday.", "yesterday", "2024-02-29"),
    ("2025-03-01", "They left yesterday.", "yesterday", "2025-02-28"),
    ("2024-02-29", "They met a year ago.", "a year ago", "2023"),
    ("2025-03-31", "They met a month ago.", "a month ago", "2025-02"),
    ("2024-12-30", "Prices rose this week.", "this week", "2025-W01"),
    ("2021-01-03", "Prices rose last week.", "last week", "2020-W52"),
    ("2020-12-28", "Prices will rise next week.", "next week", "2021-W01"),
    ("2025-02-03", "Prices rose on Friday.", "Friday", "2025-01-31"),
    ("2025-01-01", "Prices rose in the fourth quarter.", "the fourth quarter", "2024-Q4"),
    ("2024-04-02", "It was full on Easter Sunday.", "Easter Sunday", "2024-03-31"),
    ("2025-04-10", "Banks will be shut on Good Friday.", "Good Friday", "2025-04-18"),
    ("2025-03-10", "Lent began on Ash Wednesday.", "Ash Wednesday", "2025-03-05"),
    ("2025-05-06", "Banks shut for the early May bank holiday.", "the early May bank holiday",
     "2025-05-05"),
    ("2025-05-27", "Banks shut for the spring bank holiday.", "the spring bank holiday",
     "2025-05-26"),
    ("2025-08-20", "Banks will shut for the August bank holiday.", "the August bank holiday",
     "2025-08-25"),
    ("2025-01-28", "They met on Christmas Eve.", "Christmas Eve", "2024-12-24"),
    ("2025-01-02", "They met on New Year’s Eve.", "New Year’s Eve", "2024-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "quote", "value"), CALENDAR)
def test_the_calendar(published: str, text: str, quote: str, value: str) -> None:
    found = facts_of(text, published).dates
    assert [(d.quote, d.value, d.basis) for d in found] == [(quote, value, "relative")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mill closed in December.", "XXXX-12"),
        ("The mill closed on 3 December.", "XXXX-12-03"),
        ("Sales fell in the third quarter.", "XXXX-Q3"),
        ("Sales fell in Q3.", "XXXX-Q3"),
        ("It opened last summer.", "XXXX-SU"),
        ("It opened last year.", None),
        ("It opened two weeks ago.", None),
        ("It opened this morning.", None),
        ("It opened at Christmas.", None),
        ("It opened on Easter Monday.", None),
    ],
)
def test_without_a_publication_date_the_year_stays_open(text: str, value: str | None) -> None:
    found = facts_of(text, published=None).dates
    assert [(d.value, d.basis) for d in found] == [(value, "unresolved")]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_at_the_ends_of_the_calendar_nothing_is_counted(published: str) -> None:
    text = "They left yesterday, next year is Easter Monday, and last week they met on Friday."
    assert {d.basis for d in facts_of(text, published).dates} == {"unresolved"}


def test_later_counts_from_the_date_before_in_the_paragraph() -> None:
    text = "The deal was signed on 3 March 2021. Two days later it was void."
    assert [d.value for d in facts_of(text).dates] == ["2021-03-03", "2021-03-05"]


def test_later_than_nothing_stays_open() -> None:
    [date] = facts_of("Two days later it was void.").dates
    assert (date.value, date.basis) == (None, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "The march through the town was long.",
        "The 10-year Treasury note rose.",
        "It ran on Windows 2000.",
        "It sold 1,950 cars.",
        "He had second thoughts.",
        "The score was 13:75.",
        "The fall of the government surprised nobody.",
        "It has 12345678901234567890 years.",
        "He sent 2000 letters.",
        "May I come in?",
        "On 30 February nobody came.",
        pytest.param(
            "The spring in the clock broke.",
            marks=pytest.mark.xfail(
                strict=True, reason="'the spring' is read as the season, whatever it is part of"
            ),
        ),
    ],
)
def test_no_time_expression(text: str) -> None:
    assert facts_of(text).dates == ()


def test_dates_stand_in_text_order_and_share_no_character() -> None:
    text = f"On Monday, 27 January 2025, two days before {PUBLISHED}, in the 1990s, they met daily."
    spans = [d.at for d in facts_of(text).dates]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The fair was held on the last weekend of July.", "July"),
        ("A Halloween-themed fair was held in May.", "May"),
        ("The last week of March was dry.", "March"),
    ],
)
def test_a_part_of_something_named_is_not_the_last_one(text: str, quote: str) -> None:
    assert [d.quote for d in facts_of(text).dates] == [quote]


def test_the_last_quarter_of_a_year_is_its_fourth() -> None:
    first, _ = facts_of("Sales fell in the last quarter of 2018.").dates
    assert (first.quote, first.value, first.basis) == ("the last quarter", "2018-Q4", "explicit")
