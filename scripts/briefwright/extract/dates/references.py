"""References to the present, the past and the future that no calendar can place.

Their values are those of TIMEX3: PRESENT_REF ("now"), PAST_REF ("recently"), FUTURE_REF ("soon").
"""

from __future__ import annotations

import re
from functools import cache

from briefwright.extract.dates.context import Context, Value, before
from briefwright.extract.numbers import alternatives
from briefwright.extract.tables import table

_WIDTH = 8  # characters
REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def reference(match: re.Match[str], context: Context) -> Value | None:
    """Currently: PRESENT_REF."""
    word = match["ref"].lower()
    lead, tail = _around()
    if lead.search(before(match, _WIDTH)) or tail.match(match.string, match.end()):
        return None
    found = next(value for value, words in table("dates")["references"].items() if word in words)
    return "DATE", found, "explicit"


@cache
def _around() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before and after a reference that make it none ("as soon as")."""
    leads, tails = (alternatives(table("dates")[f"reference_{key}"]) for key in ("leads", "tails"))
    return (
        re.compile(rf"\b(?:{leads}) $", re.IGNORECASE),
        re.compile(rf" (?:{tails})\b", re.IGNORECASE),
    )


def past(match: re.Match[str], context: Context) -> Value | None:
    """Years ago, in the past: PAST_REF."""
    return "DATE", "PAST_REF", "explicit"
