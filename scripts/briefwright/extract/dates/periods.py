"""Periods: years, seasons, quarters, decades, and units counted from now.

Each reader takes a match of its pattern in `period_forms.py` and gives type, value and basis, or
None.
"""

from __future__ import annotations

import re

from briefwright.extract.dates import timex
from briefwright.extract.dates.context import Context, Value, group
from briefwright.extract.tables import table

_OF = re.compile(r" (?:of|in|from)\b(?! (?:fiscal|the (?:fiscal |financial )?year|\d{4}))")
_HALVES = 2  # in a year
_FRIDAY = 5
_OF_ANOTHER = re.compile(r" of (?-i:[A-Z0-9])")
_OF_YEAR = re.compile(r" of (\d{4})\b")


def season_year(match: re.Match[str], context: Context) -> Value | None:
    """Spring 2024, the spring of 2024: 2024-SP."""
    return "DATE", f"{match['y']}-{table('dates')['seasons'][match['s'].lower()]}", "explicit"


def season(match: re.Match[str], context: Context) -> Value | None:
    """Last winter, this summer: 2024-WI, by the year it starts in; None for "the fall", a drop."""
    name, which = match["s"].lower(), group(match, "which") or "the"
    season = table("dates")["seasons"][name]
    if name == "fall" and (which == "the" or _OF.match(match.string, match.end())):
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
    """The late 1990s, the '90s: 199; of two digits those of the last hundred years."""
    named, digits = group(match, "named"), group(match, "decade", "short")
    if named:
        digits = table("dates")["decades"][named]
    if digits is None:
        return None
    tens = digits.zfill(2)[:-1] if len(digits) > len("90") else f"19{digits[0]}"
    return "DATE", tens, "explicit"


def century(match: re.Match[str], context: Context) -> Value | None:
    """The 19th century, the nineteenth century: 18, as the century's first two digits."""
    number = group(match, "n") or table("dates")["centuries"][match["word"].lower()]
    return "DATE", f"{int(number) - 1:02}", "explicit"


def quarter(match: re.Match[str], context: Context) -> Value | None:
    """The second half of this year, the third quarter: 2024-H2; None for "half of" a thing."""
    number = int(table("dates")["ordinals"][match["n"].lower()])
    half = match["u"].lower() == "half"
    if half and number > _HALVES:
        return None
    stated, which = group(match, "y", "y0"), group(match, "this")
    if not which and not stated and half and _OF.match(match.string, match.end()):
        return None
    letter = "H" if half else "Q"
    if stated:
        return "DATE", f"{stated}-{letter}{number}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-{letter}{number}", "unresolved"
    anchor = context.anchor
    current = timex.half_of(anchor) if half else timex.quarter_of(anchor)
    year = anchor.year + table("dates")["steps"].get(which or "", 0)
    if which is None:
        ahead = number < current if context.future else number > current
        year += (1 if context.future else -1) if ahead else 0
    return "DATE", f"{year}-{letter}{number}", "relative"


def q(match: re.Match[str], context: Context) -> Value | None:
    """Q3, Q3 2024: 2024-Q3; without year the last one, in a future clause this year's."""
    stated, number = group(match, "y"), group(match, "q", "q0")
    if stated:
        return "DATE", f"{stated}-Q{number}", "explicit"
    if context.anchor is None:
        return "DATE", f"XXXX-Q{number}", "unresolved"
    year = context.anchor.year
    if int(number or 0) > timex.quarter_of(context.anchor) and not context.future:
        year -= 1
    return "DATE", f"{year}-Q{number}", "relative"


def unit(match: re.Match[str], context: Context) -> Value | None:
    """Last week, this year, next weekend: 2025-W04, 2025, 2025-W06-WE."""
    if match["u"][0].isupper():
        return None  # "This Week", a programme
    if _OF_ANOTHER.match(match.string, match.end()):
        return None  # "the last weekend of July" is not last weekend
    step = table("dates")["steps"][match["which"].lower().removeprefix("the ")]
    if step == 0 and match["u"].lower() == "weekend" and _just_over(context):
        step = -1
    return _stepped(match["u"].lower(), step, context)


def _just_over(context: Context) -> bool:
    """Whether "this weekend", in a past clause early in the week, is the one before."""
    early = context.anchor is not None and context.anchor.isoweekday() < _FRIDAY
    return early and context.grammar.tense == "past"


def part_of_unit(match: re.Match[str], context: Context) -> Value | None:
    """The end of next month, later in the year: the unit as a whole, 2025-02."""
    step = table("dates")["steps"].get(match["which"].lower(), 0)
    return _stepped(match["u"].lower(), step, context)


def year_end(match: re.Match[str], context: Context) -> Value | None:
    """By year-end, at month end: the anchor's year or month."""
    return _stepped(match["which"].lower(), 0, context)


def weekend(match: re.Match[str], context: Context) -> Value | None:
    """Over the weekend: the last one, in a future clause this week's."""
    if context.anchor is None:
        return "DATE", None, "unresolved"
    now = context.coming or context.anchor.isoweekday() > _FRIDAY
    return _stepped("weekend", 0 if now else -1, context)


def fiscal(match: re.Match[str], context: Context) -> Value | None:
    """Fiscal 2024, the last financial year: named by the year alone, as companies name it."""
    stated = group(match, "y", "y0")
    if stated:
        return "DATE", stated if len(stated) > len("24") else f"20{stated}", "explicit"
    return _stepped("year", table("dates")["steps"].get(group(match, "which") or "", 0), context)


def _stepped(word: str, step: int, context: Context) -> Value:
    """The calendar unit that many steps from the anchor's."""
    if context.anchor is None:
        return "DATE", None, "unresolved"
    if word == "weekend":
        day = timex.shift(context.anchor, step, "W")
        return "DATE", f"{timex.at_grain(day, 'W')}-WE", "relative"
    unit = table("dates")["units"][word]
    return "DATE", timex.at_grain(timex.shift(context.anchor, step, unit), unit), "relative"


def last_quarter(match: re.Match[str], context: Context) -> Value | None:
    """In the last quarter: the one before the anchor's, as nobody reports three months to date.

    "The last quarter of 2018" is its fourth.
    """
    year = _OF_YEAR.match(match.string, match.end())
    if year is not None:
        return "DATE", f"{year[1]}-Q4", "explicit"
    return _stepped(match["u"].lower(), -1, context)
