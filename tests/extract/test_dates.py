"""Time expressions: TIMEX3 types and values, set down from the calendar and the guidelines."""

from __future__ import annotations

import pytest

from briefwright import Article, extract
from briefwright.model import DateExpression

# Tuesday, 28 January 2025.
PUBLISHED = "2025-01-28"


def dates_in(text: str, published: str | None = PUBLISHED) -> list[DateExpression]:
    return list(extract(Article.from_text(text, published=published, id="dates")).dates)


RELATIVE = [
    ("The bank cut rates on Monday.", "Monday", "DATE", "2025-01-27"),
    ("The bank cut rates on Tuesday.", "Tuesday", "DATE", "2025-01-28"),
    ("The bank cut rates on Wednesday.", "Wednesday", "DATE", "2025-01-22"),
    ("The bank will cut rates on Wednesday.", "Wednesday", "DATE", "2025-01-29"),
    ("The council meets on Thursday.", "Thursday", "DATE", "2025-01-30"),
    ("The council met last Friday.", "last Friday", "DATE", "2025-01-24"),
    ("Shares fell after Monday's shock.", "Monday", "DATE", "2025-01-27"),
    ("He spoke on Monday evening.", "Monday evening", "TIME", "2025-01-27TEV"),
    ("They left yesterday.", "yesterday", "DATE", "2025-01-27"),
    ("They will leave tomorrow.", "tomorrow", "DATE", "2025-01-29"),
    ("Prices rose last week.", "last week", "DATE", "2025-W04"),
    ("Prices rose last month.", "last month", "DATE", "2024-12"),
    ("Prices rose last year.", "last year", "DATE", "2024"),
    ("Sales fell in the third quarter.", "the third quarter", "DATE", "2024-Q3"),
    ("The court ruled on January 20.", "January 20", "DATE", "2025-01-20"),
    ("The court ruled on December 20.", "December 20", "DATE", "2024-12-20"),
    ("The court will rule on February 5.", "February 5", "DATE", "2025-02-05"),
    ("Work began in November.", "November", "DATE", "2024-11"),
    ("Work will begin in March.", "March", "DATE", "2025-03"),
    ("It closed two weeks ago.", "two weeks ago", "DATE", "2025-W03"),
    ("It closed three days ago.", "three days ago", "DATE", "2025-01-25"),
    ("It opened five years ago.", "five years ago", "DATE", "2020"),
    ("They want it done by the end of the year.", "the end of the year", "DATE", "2025"),
    ("The fair was held at Christmas.", "Christmas", "DATE", "2024-12-25"),
]

EXPLICIT = [
    ("The treaty was signed on 5 February 2021.", "5 February 2021", "DATE", "2021-02-05"),
    ("The treaty was signed on Feb. 5, 2021.", "Feb. 5, 2021", "DATE", "2021-02-05"),
    ("The treaty was signed on 2021-02-05.", "2021-02-05", "DATE", "2021-02-05"),
    ("The mill closed in 2009.", "2009", "DATE", "2009"),
    ("The mill closed in June 2009.", "June 2009", "DATE", "2009-06"),
    ("Not since the 1980s have so many come.", "the 1980s", "DATE", "198"),
    ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
    ("Profit rose in the first quarter of 2024.", "the first quarter of 2024", "DATE", "2024-Q1"),
    ("It grew in Q2 2023.", "Q2 2023", "DATE", "2023-Q2"),
    ("He was harbour master in the spring of 2019.", "the spring of 2019", "DATE", "2019-SP"),
    ("She ran the office for eleven years.", "eleven years", "DURATION", "P11Y"),
    ("The power was out for six hours.", "six hours", "DURATION", "PT6H"),
    ("It became popular within one week.", "one week", "DURATION", "P1W"),
    ("He surveyed the river for three decades.", "three decades", "DURATION", "P30Y"),
    ("It costs £40m a year.", "a year", "SET", "P1Y"),
    ("They meet every month.", "every month", "SET", "P1M"),
]


@pytest.mark.parametrize(("text", "quote", "kind", "value"), RELATIVE)
def test_relative(text: str, quote: str, kind: str, value: str) -> None:
    [date] = dates_in(text)
    assert (date.quote, date.type, date.value, date.basis) == (quote, kind, value, "relative")
    assert text[date.at.start : date.at.end] == quote


@pytest.mark.parametrize(("text", "quote", "kind", "value"), EXPLICIT)
def test_explicit(text: str, quote: str, kind: str, value: str) -> None:
    [date] = dates_in(text)
    assert (date.quote, date.type, date.value, date.basis) == (quote, kind, value, "explicit")


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The bank cut rates on Monday.", "Monday", "XXXX-WXX-1"),
        ("China's markets will reopen on February 5.", "February 5", "XXXX-02-05"),
        ("Work began in November.", "November", "XXXX-11"),
        ("Prices rose last week.", "last week", None),
        ("They left yesterday.", "yesterday", None),
        ("Markets were closed for the Lunar New Year.", "the Lunar New Year", None),
    ],
)
def test_without_a_publication_date_nothing_is_guessed(
    text: str, quote: str, value: str | None
) -> None:
    [date] = dates_in(text, published=None)
    assert (date.quote, date.value, date.basis) == (quote, value, "unresolved")


@pytest.mark.parametrize(
    "text",
    [
        "The Russell 2000 was almost unchanged.",
        "It may rain, and they may march to the sea.",
        "People forget the second half of that sentence.",
        "Germany's 10-year yield was lower.",
        "He was 82 years old.",
        "The fall surprised nobody.",
    ],
)
def test_no_time_expression(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        ("2024-12-31", "Prices rose this week.", "2025-W01"),  # ISO weeks belong to Thursday's year
        ("2021-01-02", "Prices rose this week.", "2020-W53"),
        ("2024-03-15", "It happened on February 29.", "2024-02-29"),
        ("2025-03-15", "It happened on February 29.", "2024-02-29"),
        ("2025-05-01", "Shops were shut on Easter Monday.", "2025-04-21"),
        ("2025-01-01", "They left yesterday.", "2024-12-31"),
    ],
)
def test_the_calendars_edges(published: str, text: str, value: str) -> None:
    [date] = dates_in(text, published)
    assert date.value == value
