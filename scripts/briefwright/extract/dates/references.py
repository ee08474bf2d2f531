"""References to the present, the past and the future that no calendar can place.

Their values are those of TIMEX3: PRESENT_REF ("now"), PAST_REF ("recently"), FUTURE_REF ("soon").
"""

from __future__ import annotations

import re

from briefwright.extract.dates.context import Context, Value
from briefwright.extract.tables import table

REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def reference(match: re.Match[str], context: Context) -> Value | None:
    """Currently: PRESENT_REF."""
    word = match["ref"].lower()
    found = next(value for value, words in table("dates")["references"].items() if word in words)
    return "DATE", found, "explicit"


def past(match: re.Match[str], context: Context) -> Value | None:
    """Years ago, in the past: PAST_REF."""
    return "DATE", "PAST_REF", "explicit"
