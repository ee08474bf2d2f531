"""What the values of an article's metadata may be."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import urlsplit

from babel.dates import get_month_names

from briefwright.model.isodate import check_iso_date

KEYS = ("title", "published", "updated", "author", "source", "url", "language", "licence")
MAX_LENGTH = 500

# A month's name in English, so that day and month can't be confused as in 01/02/2025.
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def checked(key: str, value: str) -> str:
    """`value` as the metadata keeps it: white space collapsed, dates as ISO dates.

    Raises:
        ValueError: the value can't be used, in words for a person.
    """
    flat = " ".join(value.split())
    if not flat:
        raise ValueError("it is empty")
    if len(flat) > MAX_LENGTH or not flat.isprintable():
        raise ValueError(f"{key} is one line of at most {MAX_LENGTH} printable characters")
    rules = {"published": _date, "updated": _date, "url": _url, "language": _language}
    return rules[key](flat) if key in rules else flat


def _date(value: str) -> str:
    if match := _DAY_FIRST.fullmatch(value):
        day, month, year = match[1], match[2], match[3]
    elif match := _MONTH_FIRST.fullmatch(value):
        month, day, year = match[1], match[2], match[3]
    else:
        return check_iso_date(value)
    months = {
        name.lower().rstrip("."): number
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale="en").items()
    } | {"sept": 9}  # the AP Stylebook's abbreviation; CLDR has "Sep" only
    try:
        return dt.date(int(year), months[month.lower()], int(day)).isoformat()
    except (KeyError, ValueError) as error:
        raise ValueError(f"{value!r} is no date such as 2025-01-28 or 28 January 2025") from error


def _url(value: str) -> str:
    try:
        parts = urlsplit(value)
        usable = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        usable = False
    if not usable or " " in value:
        raise ValueError(f"{value!r} is no address that begins with http:// or https://")
    return value


def _language(value: str) -> str:
    if not _LANGUAGE.fullmatch(value):
        raise ValueError(f"{value!r} is no language tag such as en or en-GB")
    return value
