"""Periods: years, seasons, quarters, decades, and units counted from now.

Each reader takes a match of its pattern in `rules.py` and gives type, value and basis, or None.
"""

from __future__ import annotations

import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, before, group
from briefwright.extract.tables import table

_NAME_BEFORE = re.compile(r"(?:^|\s)(\S+)\s$")
_NAME_WIDTH = 40  # characters: longer words than this are no names
# "He sent 2000 letters": after a verb, before a plural, the number counts.
_PLURAL_AFTER = re.compile(r" (?!this\b|does\b)[a-z]{2,}[a-rt-z]s\b")
_OF = re.compile(r" of\b(?! (?:fiscal|the (?:fiscal |financial )?year))")
_HALVES = 2  # in a year


def season_year(match: re.Match[str], context: Context) -> Value | None:
    """Spring 2024, the spring of 2024: 2024-SP."""
    return "DATE", f"{match['y']}-{table('dates')['seasons'][match['s'].lower()]}", "explicit"


def season(match: re.Match[str], context: Context) -> Value | None:
    """Last winter, this summer: 2024-WI, by the year it starts in; None for "the fall", a drop."""
    season = table("dates")["seasons"][match["s"].lower()]
    which = match["which"].lower()
    if match["s"].lower() == "fall" and which == "the":
        return None
    if context.anchor is None:
        return "DATE", f"XXXX-{season}", "unresolved"
    anchor = context.anchor
    first = table("dates")["season_months"][season]
    last = first + timex.SEASON_MONTHS - 1
    if which == "last":
        year = anchor.year if last < anchor.month else anchor.year - 1
    elif which == "next":
        year = anchor.year + 1 if first <= anchor.month else anchor.year
    else:
        year = timex.season_year(anchor, season, future=context.future is not False)
    return "DATE", f"{year}-{season}", "relative"


def decade(match: re.Match[str], context: Context) -> Value | None:
    """The late 1990s: 199."""
    return "DATE", match["decade"][:3], "explicit"


def century(match: re.Match[str], context: Context) -> Value | None:
    """The 19th century: 18, as the century's first two digits."""
    return "DATE", f"{int(match['n']) - 1:02}", "explicit"


def year(match: re.Match[str], context: Context) -> Value | None:
    """The end of 2027, fiscal 2024: the year alone."""
    return "DATE", match["y"], "explicit"


def bare_year(match: re.Match[str], context: Context) -> Value | None:
    """In 2024: 2024; None in a name ("Russell 2000") and before what it counts ("2000 letters")."""
    found = _NAME_BEFORE.search(before(match, _NAME_WIDTH))
    word = found[1] if found else ""
    dates = table("dates")
    leads = word.lower() in (*dates["year_prepositions"], *dates["year_determiners"])
    if word[:1].isupper() and not leads:
        return None
    if word.isalpha() and not leads and _PLURAL_AFTER.match(match.string, match.end()):
        return None
    return "DATE", match["y"], "explicit"


def quarter(match: re.Match[str], context: Context) -> Value | None:
    """The second half of this year, the third quarter: 2024-H2; None for "half of" a thing."""
    number = int(table("dates")["ordinals"][match["n"].lower()])
    half = match["u"].lower() == "half"
    if half and number > _HALVES:
        return None
    if not match["this"] and not match["y"] and _OF.match(match.string, match.end()):
        return None
    letter = "H" if half else "Q"
    if match["y"]:
        return "DATE", f"{match['y']}-{letter}{number}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-{letter}{number}", "unresolved"
    anchor, which = context.anchor, group(match, "this")
    current = timex.half_of(anchor) if half else timex.quarter_of(anchor)
    year = anchor.year + {"last": -1, "next": 1}.get(which or "", 0)
    if which is None:
        ahead = number < current if context.future else number > current
        year += (1 if context.future else -1) if ahead else 0
    return "DATE", f"{year}-{letter}{number}", "relative"


def q(match: re.Match[str], context: Context) -> Value | None:
    """Q3, Q3 2024: 2024-Q3; without year the last one, in a future clause this year's."""
    if match["y"]:
        return "DATE", f"{match['y']}-Q{match['q']}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-Q{match['q']}", "unresolved"
    year = context.anchor.year
    if int(match["q"]) > timex.quarter_of(context.anchor) and not context.future:
        year -= 1
    return "DATE", f"{year}-Q{match['q']}", "relative"


def unit(match: re.Match[str], context: Context) -> Value | None:
    """Last week, this year, next weekend: 2025-W04, 2025, 2025-W06-WE."""
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
    """The end of next month: the unit as a whole, 2025-02."""
    if context.anchor is None:
        return "DATE", None, "unresolved"
    step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
    unit = table("dates")["units"][match["u"].lower()]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def year_end(match: re.Match[str], context: Context) -> Value | None:
    """By year-end, at month end: the anchor's year or month."""
    if context.anchor is None:
        return "DATE", None, "unresolved"
    unit = table("dates")["units"][match["which"].lower()]
    return "DATE", timex.at_grain(context.anchor, unit), "relative"
