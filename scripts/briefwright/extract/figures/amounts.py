"""Amounts as the patterns find them: money, measures of change, ratios, index levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefwright.extract.figures import patterns
from briefwright.extract.numbers import alternatives, digits_value, number_value, scale_value
from briefwright.extract.tables import table
from briefwright.model import Span

_SUBUNITS = 100  # cents in a dollar; no currency of the table has another number
_HALF, _QUARTER, _THREE_QUARTERS = Decimal("0.5"), Decimal("0.25"), Decimal("0.75")
_SHARE_DIGITS = Decimal("0.0001")  # "one in three" is 0.3333: finer would be invented
# Characters: a market sentence names its index well within these.
_INDEX_NEAR = 200
# What follows a number that counts something else than an index's points.
_COUNTED = re.compile(r" (?:percent|per cent|million|billion|trillion|people|[a-z]+s\b)")
_COUNTED_WIDTH = 20  # characters: the longest words of `_COUNTED`


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure before it has an id.

    Attributes:
        span: its words.
        kind: money, percent, points, basis_points, ratio or count.
        value: in plain units; of a range the lower end.
        currency: ISO 4217 code, for money.
        upper: a range's upper end.
        approximate: a word before it says so.
        scale: the factor of its scale word ("billion"); 1 without one.
    """

    span: Span
    kind: str
    value: Decimal
    currency: str | None = None
    upper: Decimal | None = None
    approximate: bool = False
    scale: Decimal = Decimal(1)


def money_amounts(text: str) -> Iterator[Amount]:
    """Every amount of money, with its own words for sign, scale and currency in the span."""
    tables = table("currencies")
    for match in patterns.money().finditer(text):
        span = Span(*match.span())
        if match["sub"]:
            number = (number_value(match["n3"]) or Decimal(1)) * scale_value(match["s3"])
            currency = tables["subunits"][match["sub"].lower()]
            yield Amount(span, "money", number / _SUBUNITS, currency)
            continue
        value, scale, currency = _parts(match)
        number = _HALF if value.lower().startswith("half") else number_value(value) or Decimal(0)
        factor = scale_value(scale)
        yield Amount(span, "money", number * factor, currency, scale=factor)


def _parts(match: re.Match[str]) -> tuple[str, str | None, str]:
    """Number, scale and currency code of a match of `patterns.money`."""
    tables = table("currencies")
    if match["sign"]:
        return match["n1"], match["s1"], tables["signs"][match["sign"]]
    if match["code"]:
        return match["n2"], match["s2"], _code(match["code"])
    if match["code2"]:
        return match["n3"], match["s3"], _code(match["code2"])
    return match["n3"], match["s3"], _currency_words()[match["word"].lower()]


def _code(code: str) -> str:
    """The ISO 4217 code; newspapers also write RMB."""
    return "CNY" if code == "RMB" else code


@cache
def _currency_words() -> dict[str, str]:
    return {name.lower(): code for name, code in table("currencies")["words"].items()}


def measured_amounts(text: str) -> Iterator[Amount]:
    """Percent, percentage points, index points and basis points.

    "A quarter point" and the like are 0.25 points; "a point" and "one point" are mostly none.
    """
    for match in patterns.quarter_point().finditer(text):
        share = {"quarter": _QUARTER, "half": _HALF}.get(match["n"].split()[-1].lower())
        yield Amount(Span(*match.span()), "points", share or _THREE_QUARTERS)
    for match in patterns.measure().finditer(text):
        kind = _measure_kind(match)
        value = _measure_value(match["n"])
        if value is not None and not (kind == "points" and match["n"].lower() in {"a", "one"}):
            yield Amount(Span(*match.span()), kind, -value if match["minus"] else value)


def _measure_kind(match: re.Match[str]) -> str:
    if match["basis"]:
        return "basis_points"
    return "points" if match["pp"] or match["pp2"] or match["points"] else "percent"


def _measure_value(number: str) -> Decimal | None:
    lowered = number.lower()
    if lowered.startswith("half"):
        return _HALF
    return _QUARTER if lowered == "a quarter" else number_value(number)


def ratio_amounts(text: str) -> Iterator[Amount]:
    """Shares and multiples as plain numbers: "one in five" 0.2, "threefold" 3, "two-thirds"."""
    fractions = table("numbers")["fractions"]
    for match in patterns.ratio().finditer(text):
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        if match["part"]:
            value = _share(match["part"], match["whole"])
        elif match["twice"]:
            value = Decimal(2)
        elif match["share"]:
            value = Decimal(fractions[match["share"].lower()])
        else:
            value = number_value(match["fold"] or match["times"])
        if value is not None:
            yield Amount(span, "ratio", value)


def _share(part: str, whole: str) -> Decimal | None:
    """The share of "three in ten"; None for none or all of it."""
    one, other = number_value(part), number_value(whole)
    if not one or not other or one >= other:
        return None
    return (one / other).quantize(_SHARE_DIGITS).normalize()


def level_amounts(text: str) -> Iterator[Amount]:
    """Index levels ("fell 41 points to 6,842.07"), where the sentence names an index."""
    for match in patterns.level().finditer(text):
        near = max(0, match.start() - _INDEX_NEAR)
        sentence = text[max(text.rfind(". ", near, match.start()) + 1, near) : match.start()]
        if _COUNTED.match(text[match.end() : match.end() + _COUNTED_WIDTH]):
            continue
        if index_names().search(sentence):
            yield Amount(Span(*match.span("n")), "points", digits_value(match["n"]))


@cache
def index_names() -> re.Pattern[str]:
    """The names of known indices, and the word itself."""
    return re.compile(rf"\b(?:{alternatives(table('names')['index'])}|[Ii]ndex)\b")
