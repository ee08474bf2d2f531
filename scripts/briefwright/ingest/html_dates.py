"""Dates as pages write them for programs, brought to ISO 8601 with their zone kept."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

from briefwright.store.metadata_values import checked

# No web page states an earlier day for an article; 1970-01-01 is what an empty clock says.
_EPOCH = dt.date(1970, 1, 1)
_YEARS = range(1500, 2101)
_ISO = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z)?)?", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_SECONDS = re.compile(r"\d{9,10}(?:\d{3})?")
_MILLISECONDS_DIGITS = 12
# "Tuesday, November 19, 2019, 5:30 p.m.": the weekday and the clock tell nothing about the day.
_WORDS = re.compile(
    r"(?:[A-Za-z]{3,9},? )?"
    r"([A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Za-z]{3,9}\.?,? \d{4})\b.{0,40}"
)
# As in mail and in HTTP (RFC 5322, section 3.3).
_MAIL = re.compile(r"(?:[A-Za-z]{3}, )?\d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}.{0,20}")
_MONTHS = 12
# The zones furthest from UTC, in hours.
_ZONES = (-12, 14)


def iso_date(text: str) -> str | None:
    """The ISO date, or date and time with its zone, that `text` writes; None when it is unclear.

    A time is kept only with a zone, as without one it names no moment. Of 03/04/2019 the day can't
    be known, so it is None.
    """
    flat = " ".join(text.split())
    try:
        return _read(flat)
    except (ValueError, OverflowError, OSError):
        return None


def _read(flat: str) -> str | None:
    if match := _ISO.fullmatch(flat) or _COMPACT.fullmatch(flat):
        return _parts(match)
    if _SECONDS.fullmatch(flat):
        seconds = int(flat) / (1000 if len(flat) > _MILLISECONDS_DIGITS - 1 else 1)
        return _moment(dt.datetime.fromtimestamp(seconds, dt.UTC))
    if match := _NUMBERS.fullmatch(flat):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first == second or second > _MONTHS:
            return _day(dt.date(year, first, second))
        return _day(dt.date(year, second, first)) if first > _MONTHS else None
    if _MAIL.fullmatch(flat):
        return _moment(parsedate_to_datetime(flat))
    if match := _WORDS.fullmatch(flat):
        return _day(dt.date.fromisoformat(checked("published", match[1])))
    return None


def _parts(match: re.Match[str]) -> str | None:
    year, month, day, hour, minute, second, zone = match.groups()
    date = dt.date(int(year), int(month), int(day))
    if hour is None or zone is None:
        return _day(date)
    time = dt.time(int(hour), int(minute or 0), int(second or 0))
    return _moment(dt.datetime.combine(date, time, _zone(zone)))


def _zone(written: str) -> dt.tzinfo:
    if written.upper() in {"Z", "UTC", "GMT"}:
        return dt.UTC
    sign = -1 if written[0] == "-" else 1
    digits = written[1:].replace(":", "").ljust(4, "0")
    return dt.timezone(sign * dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


def _moment(moment: dt.datetime) -> str | None:
    if moment.tzinfo is None:
        return _day(moment.date())
    if _day(moment.date()) is None:
        return None
    return moment.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _day(date: dt.date) -> str | None:
    return date.isoformat() if date.year in _YEARS and date != _EPOCH else None


def same_day(one: str, other: str) -> bool:
    """Whether two ISO values can name one day. In UTC a moment can be another day's somewhere."""
    return bool(_days(one) & _days(other))


def same_moment(one: str, other: str) -> bool:
    """Whether both have a time and name the same minute."""
    if "T" not in one or "T" not in other:
        return False
    apart = _utc(one) - _utc(other)
    return abs(apart) < dt.timedelta(minutes=1)


def _days(value: str) -> set[dt.date]:
    days = {dt.date.fromisoformat(value[:10])}
    if "T" in value:
        moment = _utc(value)
        days.add(moment.date())
        if value.endswith("Z"):
            days |= {(moment + dt.timedelta(hours=h)).date() for h in _ZONES}
    return days


def _utc(value: str) -> dt.datetime:
    return dt.datetime.fromisoformat(value).astimezone(dt.UTC)
