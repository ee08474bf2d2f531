"""The parts of TIMEX3 values in words: lengths of time and times of the day."""

from __future__ import annotations

import re

_UNITS = {
    "CE": "century", "DE": "decade", "Y": "year", "Q": "quarter", "M": "month", "W": "week",
    "D": "day",
}  # fmt: skip
_CLOCK_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_PARTS = {
    "MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night",
    "DT": "daytime", "24:00": "midnight",
}  # fmt: skip

_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_DURATION = re.compile(rf"P((?:{_AMOUNT}(?:CE|DE|[YQMWD]))*)(?:T((?:{_AMOUNT}[HMS])+))?")
_PIECE = re.compile(rf"(?<!\d)({_AMOUNT})([A-Z]+)")
_CLOCK = re.compile(r"([01]\d|2[0-3])(?::[0-5]\d(?::[0-5]\d)?)?(Z?)")


def duration(value: str) -> str | None:
    """`P1Y2M` as `1 year 2 months`, `PXDE` as `some decades`; None for what is no duration."""
    match = _DURATION.fullmatch(value)
    if match is None:
        return None
    said = [
        _counted(amount, units[unit])
        for piece, units in ((match[1], _UNITS), (match[2] or "", _CLOCK_UNITS))
        for amount, unit in _PIECE.findall(piece)
    ]
    return " ".join(said) or None


def _counted(amount: str, unit: str) -> str:
    plural = "centuries" if unit == "century" else f"{unit}s"
    if amount == "X":
        return f"some {plural}"
    return f"{amount} {unit if amount == '1' else plural}"


def time_of_day(code: str) -> str | None:
    """What follows a value's `T`: `MO` as `morning`, `17:00Z` as `17:00 UTC`; None for others."""
    if code in _PARTS:
        return _PARTS[code]
    if _CLOCK.fullmatch(code) is None:
        return None
    return f"{code[:-1]} UTC" if code.endswith("Z") else code
