"""TIMEX3 values (TimeML 1.2.1) in words a reader knows, and their order on a calendar."""

from __future__ import annotations

import datetime as dt
import re

from briefwright.compose import timex_parts

MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    "Q1": "first quarter", "Q2": "second quarter", "Q3": "third quarter", "Q4": "fourth quarter",
    "H1": "first half", "H2": "second half",
}  # fmt: skip
_REFERENCES = {
    "PRESENT_REF": "at the time of writing",
    "PAST_REF": "in the past",
    "FUTURE_REF": "in the future",
}
# The month a season or half starts in; winter is put where its year begins.
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 1, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10,
                "H1": 1, "H2": 7}  # fmt: skip

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(.+))?")
_YEARLESS_DAY = re.compile(r"XXXX-(\d{2})-(\d{2})")
_UNKNOWN_DAY = re.compile(r"XXXX(?:-XX-XX(?:T(.+))?)?")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X?")
_CENTURY = re.compile(r"(\d{2})(?:XX)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|[1-7]))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(WE|[1-7])(?:T(.+))?")
_SEASON = re.compile(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])")
# What somebody may have written for a day or month that no calendar has: readable as it stands.
_DIGITS = re.compile(r"[\d-]+")


def long_date(iso: str) -> str:
    """`2025-01-28` (or a date-time) as `28 January 2025`."""
    date = dt.date.fromisoformat(iso[:10])
    return f"{date.day} {MONTHS[date.month - 1]} {date.year:04}"


def in_words(value: str | None) -> str:
    """A TIMEX3 value for people, never its codes: of a shape that TIMEX3 lacks it says so."""
    if value is None:
        return "date not resolved"
    if value in _REFERENCES:
        return _REFERENCES[value]
    for pattern, words in _READINGS:
        if (match := pattern.fullmatch(value)) and (said := words(match)):
            return said
    if said := timex_parts.duration(value):
        return said
    return value if _DIGITS.fullmatch(value) else "date not readable"


def calendar_key(value: str | None) -> str | None:
    """A key that sorts values by where they start, or None when the calendar has no place for
    them (durations, unknown years, unresolved).
    """
    if value is None:
        return None
    if (day := _DAY.fullmatch(value)) and _real(day):
        return value
    if (week := _WEEK.fullmatch(value)) and (start := _week_start(week)):
        return start.isoformat()
    if (season := _SEASON.fullmatch(value)) and season[1] != "XXXX":
        return f"{season[1]}-{_FIRST_MONTH[season[2]]:02}"
    if (month := _MONTH.fullmatch(value)) and month[1] != "XXXX":
        return value
    return value if _YEAR.fullmatch(value) else None


def _real(match: re.Match[str]) -> bool:
    try:
        dt.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    return True


def _day(match: re.Match[str]) -> str | None:
    if not _real(match):
        return None
    date = long_date(match[0])
    if match[4] is None:
        return date
    clock = timex_parts.time_of_day(match[4])
    return f"{date}, {clock}" if clock else None


def _unknown_day(match: re.Match[str]) -> str | None:
    if match[1] is None:
        return "year not known" if match[0] == "XXXX" else "date not known"
    clock = timex_parts.time_of_day(match[1])
    return f"{clock}, date not known" if clock else None


def _month_name(number: str) -> str | None:
    return MONTHS[int(number) - 1] if 1 <= int(number) <= len(MONTHS) else None


def _yearless(match: re.Match[str]) -> str | None:
    month = _month_name(match[1])
    return f"{int(match[2])} {month}, year not known" if month else None


def _month(match: re.Match[str]) -> str | None:
    month = _month_name(match[2])
    if month is None:
        return None
    return f"{month}, year not known" if match[1] == "XXXX" else f"{month} {match[1]}"


def _week_start(match: re.Match[str]) -> dt.date | None:
    day = int(match[3]) if match[3] and match[3] != "WE" else 6 if match[3] else 1
    try:
        return dt.date.fromisocalendar(int(match[1]), int(match[2]), day)
    except ValueError:
        return None


def _week(match: re.Match[str]) -> str | None:
    start = _week_start(match)
    if start is None:
        return None
    if match[3] is None:
        return f"week of {long_date(start.isoformat())}"
    date = long_date(start.isoformat())
    return f"weekend of {date}" if match[3] == "WE" else date


def _weekday(match: re.Match[str]) -> str | None:
    day = "weekend" if match[1] == "WE" else WEEKDAYS[int(match[1]) - 1]
    if match[2] is None:
        return f"a {day}, date not known"
    clock = timex_parts.time_of_day(match[2])
    return f"a {day} {clock}, date not known" if clock else None


def _season(match: re.Match[str]) -> str:
    season = _SEASONS[match[2]]
    if match[1] == "XXXX":
        return f"{season}, year not known"
    return f"{season} {'' if match[2].isalpha() else 'of '}{match[1]}"


def _century(match: re.Match[str]) -> str:
    number = int(match[1]) + 1  # `19` holds 1900 to 1999
    teens = number // 10 % 10 == 1
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{ending} century"


_READINGS = (
    (_DAY, _day),
    (_YEARLESS_DAY, _yearless),
    (_UNKNOWN_DAY, _unknown_day),
    (_MONTH, _month),
    (_YEAR, lambda match: str(match[0])),
    (_DECADE, lambda match: f"the {match[1]}0s"),
    (_CENTURY, _century),
    (_WEEK, _week),
    (_WEEKDAY, _weekday),
    (_SEASON, _season),
)
