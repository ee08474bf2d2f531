"""TIMEX3 values moved by units, and the unit that holds one: "a year earlier", "that month"."""

from __future__ import annotations

import re

from briefwright.extract.dates import timex

# From the finest to the coarsest; the position is the rank.
_GRAINS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("D", re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")),
    ("W", re.compile(r"\d{4}-W\d{2}(?:-WE)?")),
    ("M", re.compile(r"\d{4}-\d{2}")),
    ("Q", re.compile(r"\d{4}-(?:Q\d|SP|SU|FA|WI)")),
    ("H", re.compile(r"\d{4}-H\d")),
    ("Y", re.compile(r"\d{4}")),
    ("DE", re.compile(r"\d{3}")),
)
_RANKS = {name: rank for rank, (name, _) in enumerate(_GRAINS)}
# Units that a date of these grains can be moved by, and the grain of what comes out.
_MOVES = {
    ("D", "D"): "D", ("D", "W"): "D", ("D", "2W"): "D", ("W", "W"): "W", ("W", "2W"): "W",
    ("D", "M"): "M", ("M", "M"): "M", ("D", "Q"): "Q", ("M", "Q"): "Q", ("Q", "Q"): "Q",
}  # fmt: skip
_YEARS = {"Y": 1, "DE": 10, "CE": 100}
_YEAR_DIGITS = 4


def grain_of(value: str) -> str | None:
    """The unit that a value names: D, W, M, Q (seasons too), H, Y or DE; None for other values."""
    return next((name for name, pattern in _GRAINS if pattern.fullmatch(value)), None)


def moved(value: str, amount: int, unit: str) -> str | None:
    """The value that many units on or back; None where the value is too coarse for the unit.

    Years keep the month, quarter or half ("the third quarter ... a year earlier"), and of a day or
    week only the year, as "a year earlier" is no anniversary.
    """
    grain, first = grain_of(value), timex.first_day(value)
    if grain is None or first is None:
        return None
    if unit in _YEARS:
        year = first.year + amount * _YEARS[unit]
        kept = value[_YEAR_DIGITS:] if grain in {"M", "Q", "H"} else ""
        return f"{year:04}{kept}" if year > 0 else None
    target = _MOVES.get((grain, unit))
    if target is None:
        return None
    try:
        return timex.at_grain(timex.shift(first, amount, unit), target)
    except (ValueError, OverflowError):
        return None


def containing(value: str, unit: str) -> str | None:
    """The calendar unit that holds a value; None for a value that is coarser."""
    grain, first = grain_of(value), timex.first_day(value)
    if grain is None or first is None or _RANKS[grain] > _RANKS.get(unit, -1):
        return None
    return timex.at_grain(first, unit)
