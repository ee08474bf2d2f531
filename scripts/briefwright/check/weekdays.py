"""Dates that did not fall on the weekday that the text gives."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from briefwright.check.noticed import noticed, said
from briefwright.model import Article, DateExpression, Facts, Finding, Span

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_MONTH = (
    r"(?P<{}>January|February|March|April|May|June|July|August|September|October|November|"
    r"December|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_DATE = re.compile(
    rf"\b(?P<weekday>{'|'.join(_DAYS)}),? (?:the )?"
    rf"(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format('month1')}"
    rf"|{_MONTH.format('month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)(?!\d|\w)"
    rf"(?:,? (?P<year>\d{{4}})(?!\d))?",
    re.ASCII,
)
# The Gregorian calendar was in use nearly everywhere that news in English writes about.
_FIRST_YEAR = 1800
# A date without a year is taken for one of the years in which it lies so near to publication.
_NEAR = dt.timedelta(days=300)


def weekdays(article: Article, facts: Facts) -> Iterator[Finding]:
    """`weekday`: "Tuesday 14 May 2025", which was a Wednesday.

    Without a year in the text, the weekday must be wrong in each year in which the date lies within
    300 days of publication; without a publication date nothing is said.
    """
    for match in _DATE.finditer(article.text):
        span = Span(match.start(), match.start() + len(match[0].rstrip(".")))
        about = [d for d in facts.dates if not d.rejected and d.at.overlaps(span)]
        days = _days(match, article.published)
        if not about or not days or any(_name(day) == match["weekday"] for day in days):
            continue
        yield _finding(article, span, match["weekday"], days, about)


def _days(match: re.Match[str], published: str | None) -> list[dt.date]:
    """The calendar days that the words may stand for; none when they can't be told."""
    month = next(
        n
        for n, name in enumerate(_MONTHS, 1)
        if name.startswith((match["month1"] or match["month2"])[:3])
    )
    day = int(match["day1"] or match["day2"])
    if match["year"]:
        return [d for d in [_day(int(match["year"]), month, day)] if d and d.year >= _FIRST_YEAR]
    if published is None:
        return []
    issued = dt.date.fromisoformat(published)
    near = [_day(issued.year + step, month, day) for step in (-1, 0, 1)]
    return [d for d in near if d and abs(d - issued) <= _NEAR]


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _name(day: dt.date) -> str:
    return _DAYS[day.weekday()]


def _finding(
    article: Article, span: Span, weekday: str, days: list[dt.date], about: list[DateExpression]
) -> Finding:
    falls = " and ".join(f"{day.isoformat()} is a {_name(day)}" for day in days)
    message = f"{said(span.of(article.text))} is no {weekday}: {falls}"
    working = [f"{day.isoformat()}: {_name(day)}, not {weekday}" for day in days]
    return noticed("weekday", article, message, about, spans=[span], working=working)


def has_weekday(article: Article) -> bool:
    """Whether a weekday stands before a date of the calendar."""
    return bool(_DATE.search(article.text))
