"""Amounts of money as the pattern finds them, in the currency's own unit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from briefwright.extract.figures import patterns
from briefwright.extract.figures.amounts import Amount
from briefwright.extract.figures.currencies import currency_words
from briefwright.extract.numbers import digits_value, number_value, scale_value
from briefwright.extract.tables import table
from briefwright.model import Span

_SUBUNITS = 100  # cents in a dollar; no currency of the table has another number
_HALF = Decimal("0.5")


def money_amounts(text: str) -> Iterator[Amount]:
    """Every amount of money, with its own words for sign, scale and currency in the span."""
    for match in patterns.money().finditer(text):
        amount = _subunits(match) if match["sub"] or match["short"] else _money(match)
        if amount is not None and not patterns.describes().match(text, match.end()):
            yield amount


def _subunits(match: re.Match[str]) -> Amount | None:
    """An amount in cents or pence; None for the height of a screen ("1080p")."""
    tables = table("currencies")
    if match["short"]:
        number, currency = digits_value(match["n4"]), tables["short_subunits"][match["short"]]
        if number in tables["screen_heights"]:
            return None
    else:
        number = (number_value(match["n3"]) or _HALF) * scale_value(match["s3"])
        currency = tables["subunits"][match["sub"].lower()]
    return Amount(Span(*match.span()), "money", number / _SUBUNITS, currency)


def _money(match: re.Match[str]) -> Amount | None:
    """An amount in a currency's own unit; None where the words are no amount ("the two won")."""
    value, scale, currency = _parts(match)
    if not _is_amount(match):
        return None
    number = _HALF if value.lower().startswith("half") else number_value(value) or Decimal(0)
    factor = scale_value(scale)
    number = -number * factor if match["minus"] else number * factor
    return Amount(Span(*match.span()), "money", number, currency, scale=factor)


def _is_amount(match: re.Match[str]) -> bool:
    """Whether number and unit are one; a unit that is another word as well needs a large number."""
    if match["n3"] is None or match["s3"]:
        return True
    if match["code2"]:
        return match["n3"][0].isdigit()
    return match["word"].lower() not in table("currencies")["ambiguous_words"] or "," in match["n3"]


def _parts(match: re.Match[str]) -> tuple[str, str | None, str]:
    """Number, scale and currency code of a match of `patterns.money`."""
    if match["sign"]:
        return match["n1"], match["s1"], _signed(match["sign"], match["again"])
    if match["code"]:
        return match["n2"], match["s2"], _code(match["code"])
    if match["code2"]:
        return match["n3"], match["s3"], _code(match["code2"])
    return match["n3"], match["s3"], currency_words()[match["word"].lower()]


def _signed(sign: str, again: str | None) -> str:
    """The currency of a sign; words behind the amount know better than `$` ("$5 CAD")."""
    code = table("currencies")["signs"][sign]
    if sign != "$" or again is None:
        return str(code)
    return currency_words().get(again.lower()) or _code(again)


def _code(code: str) -> str:
    """The ISO 4217 code; newspapers also write RMB."""
    return "CNY" if code == "RMB" else code
