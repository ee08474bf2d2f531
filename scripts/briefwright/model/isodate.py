"""Calendar dates as ISO 8601 strings."""

from __future__ import annotations

import datetime as dt
import re

_DATE = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[T ]([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)? ?(?:Z|[+-]\d{2}:?\d{2})?)?"
)


def check_iso_date(value: str) -> str:
    """`value` when it is an ISO date or date-time of the proleptic Gregorian calendar.

    Raises:
        ValueError: it is not, with an example of what is wanted.
    """
    match = _DATE.fullmatch(value)
    try:
        if match:
            dt.date.fromisoformat(match[1])
            return value
    except ValueError:
        pass
    raise ValueError(f"{value!r} is no ISO date such as 2025-01-28")
