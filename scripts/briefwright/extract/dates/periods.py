"""Periods: years, seasons, quarters, decades, and units counted from now.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, group
from briefwright.extract.tables import table


def season_year(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", f"{match['y']}-{table('dates')['seasons'][match['s'].lower()]}", "explicit"


def season(match: re.Match[str], context: Context) -> Value | None:
    season = table("dates")["seasons"][match["s"].lower()]
    if match["s"].lower() == "fall" and match["which"].lower() == "the":
        return None  # "the fall" is nearly always a drop
    if context.anchor is None:
        return "DATE", f"XXXX-{season}", "unresolved"
    which = match["which"].lower()
    anchor = context.anchor
    first = table("dates")["season_months"][season]
    if which == "last":
        year = anchor.year if first + 2 < anchor.month else anchor.year - 1
    elif which == "next":
        begun = first <= anchor.month
        year = anchor.year + 1 if begun else anchor.year
    else:
        year = timex.season_year(anchor, season, future=context.future is not False)
    return "DATE", f"{year}-{season}", "relative"


def decade(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", match["decade"][:3], "explicit"


def century(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", f"{int(match['n']) - 1:02}", "explicit"


def year(match: re.Match[str], context: Context) -> Value | None:
    return "DATE", match["y"], "explicit"


_NAME_BEFORE = re.compile(r"(?:^|\s)(\S+)\s$")


def bare_year(match: re.Match[str], context: Context) -> Value | None:
    """A year stands after a lower-case word or a preposition; "Russell 2000" is a name."""
    before = _NAME_BEFORE.search(match.string[: match.start()][-40:])
    word = before[1] if before else ""
    if word[:1].isupper() and word.lower() not in table("dates")["year_prepositions"]:
        return None
    return "DATE", match["y"], "explicit"


_OF = re.compile(r" of\b(?! (?:fiscal|the (?:fiscal |financial )?year))")


def quarter(match: re.Match[str], context: Context) -> Value | None:
    number = int(table("dates")["ordinals"][match["n"].lower()])
    half = match["u"].lower() == "half"
    if half and number > 2:  # noqa: PLR2004 - a year has two halves
        return None
    if not match["this"] and not match["y"] and _OF.match(match.string, match.end()):
        return None  # "the second half of that sentence"
    letter = "H" if half else "Q"
    if match["y"]:
        return "DATE", f"{match['y']}-{letter}{number}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-{letter}{number}", "unresolved"
    anchor, which = context.anchor, group(match, "this")
    current = (anchor.month + 5) // 6 if half else (anchor.month + 2) // 3
    year = anchor.year + {"last": -1, "next": 1}.get(which or "", 0)
    if which is None:
        ahead = number < current if context.future else number > current
        year += (1 if context.future else -1) if ahead else 0
    return "DATE", f"{year}-{letter}{number}", "relative"


def q(match: re.Match[str], context: Context) -> Value | None:
    if match["y"]:
        return "DATE", f"{match['y']}-Q{match['q']}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-Q{match['q']}", "unresolved"
    current = (context.anchor.month + 2) // 3
    year = context.anchor.year
    if int(match["q"]) > current and not context.future:
        year -= 1
    return "DATE", f"{year}-Q{match['q']}", "relative"


def unit(match: re.Match[str], context: Context) -> Value | None:
    word = match["u"].lower()
    if context.anchor is None:
        return "DATE", None, "unresolved"
    which = match["which"].lower()
    step = -1 if which in {"last", "the previous"} else 0 if which == "this" else 1
    if word == "weekend":
        day = timex.shift(context.anchor, step, "W")
        return "DATE", f"{timex.at_grain(day, 'W')}-WE", "relative"
    unit = table("dates")["units"][word]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def end_of(match: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return "DATE", None, "unresolved"
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    unit = table("dates")["units"][match["u"].lower()]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def year_end(match: re.Match[str], context: Context) -> Value | None:
    if context.anchor is None:
        return "DATE", None, "unresolved"
    unit = table("dates")["units"][match["which"].lower()]
    return "DATE", timex.at_grain(context.anchor, unit), "relative"
