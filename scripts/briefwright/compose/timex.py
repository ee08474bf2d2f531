"""TIMEX3 values (TimeML 1.2.1) in words a reader knows, and their order on a calendar."""

from __future__ import annotations

import datetime as dt
import re

MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {
    "SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter",
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of",
    "Q4": "fourth quarter of", "H1": "first half of", "H2": "second half of",
}  # fmt: skip
_REFERENCES = {
    "PRESENT_REF": "at the time of writing",
    "PAST_REF": "in the past",
    "FUTURE_REF": "in the future",
}
_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "DE": "decade", "CE": "century"}
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
# The month a season or half starts in; winter is put where its year begins.
_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 1, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10,
                "H1": 1, "H2": 7}  # fmt: skip

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T(.+))?")
_YEARLESS_DAY = re.compile(r"XXXX-(\d{2})-(\d{2})")
_MONTH = re.compile(r"(\d{4}|XXXX)-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_DECADE = re.compile(r"(\d{3})X?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(?:-(WE|[1-7]))?")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?|X)(DE|CE|[YMWDHS])")


def long_date(iso: str) -> str:
    """`2025-01-28` (or a date-time) as `28 January 2025`."""
    date = dt.date.fromisoformat(iso[:10])
    return f"{date.day} {MONTHS[date.month - 1]} {date.year:04}"


def in_words(value: str | None) -> str:
    """A TIMEX3 value for people; a value of a rarer shape is shown as it is."""
    if value is None:
        return "date not resolved"
    if value in _REFERENCES:
        return _REFERENCES[value]
    for pattern, words in _READINGS:
        if (match := pattern.fullmatch(value)) and (said := words(match)):
            return said
    return value


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
    if season := _SEASON.fullmatch(value):
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
    clock = match[4]
    return f"{date}, {_PARTS.get(clock, clock)}" if clock else date


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


def _duration(match: re.Match[str]) -> str | None:
    unit = (_CLOCK_UNITS if match[1] else _UNITS).get(match[3])
    if unit is None:
        return None
    plural = "centuries" if unit == "century" else f"{unit}s"
    if match[2] == "X":
        return f"some {plural}"
    return f"{match[2]} {unit if match[2] == '1' else plural}"


_READINGS = (
    (_DAY, _day),
    (_YEARLESS_DAY, _yearless),
    (_MONTH, _month),
    (_YEAR, lambda match: str(match[0])),
    (_DECADE, lambda match: f"the {match[1]}0s"),
    (_WEEK, _week),
    (_WEEKDAY, lambda match: f"a {WEEKDAYS[int(match[1]) - 1]}, date not known"),
    (_SEASON, lambda match: f"{_SEASONS[match[2]]} {match[1]}"),
    (_DURATION, _duration),
)
