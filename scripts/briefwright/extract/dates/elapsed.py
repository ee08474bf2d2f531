"""Times that a watch took: "2:14:04" is how long a race lasted, no hour of the day."""

from __future__ import annotations

import re

from briefwright.extract.dates.context import Context, Value, after, before

# What makes the digits a time of the day all the same.
_AT = re.compile(r"\b(?:at|by|until|till|before|after|from|since) $", re.IGNORECASE)
_ZONE = re.compile(r" ?(?:[ap]\.?m\b|\(?(?:UTC|GMT|local time|[A-Z]{1,3}T\b))")
_WIDTH = 12  # characters: the longest word on either side


def stopped(match: re.Match[str], context: Context) -> Value | None:
    """2:14:04: PT2H14M4S; None where the words around make it a time of the day."""
    if _AT.search(before(match, _WIDTH)) or _ZONE.match(after(match, _WIDTH)):
        return None
    seconds = match["seconds"].removeprefix("0") or "0"
    value = f"PT{int(match['hours'])}H{int(match['minutes'])}M{seconds}S"
    return "DURATION", value, "explicit"
