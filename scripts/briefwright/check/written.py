"""The one number that an amount's words write in digits."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMERAL = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
# What a number word may multiply by: nothing, hundred, thousand, lakh, million, crore, billion,
# trillion, quadrillion.
_POWERS = (0, 2, 3, 5, 6, 7, 9, 12, 15)


def written_number(words: str) -> Decimal | None:
    """The number in `words`; None when there is none, more than one, or a fraction such as ½."""
    found = _NUMERAL.findall(words)
    if len(found) != 1 or any(c.isnumeric() and not c.isdecimal() for c in words):
        return None
    return Decimal(found[0].replace(",", ""))


def power_of_ten(number: Decimal, value: Decimal) -> int | None:
    """The n of `value` = ± `number` x 10**n that a number word stands for; None without one."""
    return next((power for power in _POWERS if number.scaleb(power) == abs(value)), None)


def half_a_unit(words: str, value: Decimal) -> Decimal:
    """Half a unit of the last digit that `words` write: 0.05 million for "4.2 million".

    Zero when the words give no single number, as then nothing is known of their rounding.
    """
    number = written_number(words)
    power = power_of_ten(number, value) if number is not None else None
    if number is None or power is None:
        return Decimal(0)
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb(int(exponent) - 1 + power)


def plain(value: Decimal) -> str:
    """The number with commas between thousands, without a power or an empty fraction."""
    return f"{int(value):,}" if value == value.to_integral_value() else f"{value:,f}"


def shown_percent(ratio: Decimal) -> str:
    """`ratio` as a percentage with at most one decimal: 0.125 is `12.5 %`."""
    return f"{ratio * 100:.1f}".removesuffix(".0") + " %"
