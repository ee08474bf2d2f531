"""Amounts as the patterns find them: measures of change, ratios, index levels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefwright.extract.figures import patterns
from briefwright.extract.numbers import alternatives, digits_value, number_value
from briefwright.extract.tables import table, words
from briefwright.model import Span

_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")
_SHARE_DIGITS = Decimal("0.0001")  # "one in three" is 0.3333: finer would be invented
_PART_WIDTH = 24  # characters: a determiner and a word, or words of movement
# Characters: a market sentence names its index well within these.
_INDEX_NEAR = 200
MOVED_WIDTH = 12  # characters: the longest words of movement, and of parts, with their space


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure before it has an id.

    Attributes:
        span: its words.
        kind: money, percent, points, basis_points, ratio, quantity or count.
        value: in plain units; of a range the lower end.
        currency: ISO 4217 code, for money.
        upper: a range's upper end.
        approximate: a word before it says so.
        scale: the factor of its scale word ("billion"); 1 without one.
        unit: of a quantity, as `tables/units.yml` writes it.
    """

    span: Span
    kind: str
    value: Decimal
    currency: str | None = None
    upper: Decimal | None = None
    approximate: bool = False
    scale: Decimal = Decimal(1)
    unit: str | None = None


def measured_amounts(text: str) -> Iterator[Amount]:
    """Percent, percentage points, index points and basis points.

    "A quarter point" and the like are 0.25 points; "a point" and "one point" are mostly none, and
    "22 points to 10" is the score of a game.
    """
    fractions = table("numbers")["point_fractions"]
    for match in patterns.quarter_point().finditer(text):
        share = Decimal(fractions[match["n"].lower()])
        yield Amount(Span(*match.span()), "points", share)
    for match in patterns.measure().finditer(text):
        kind = _measure_kind(match)
        value = _measure_value(match["n"])
        if match["percent"] and match["n"].lower() == "a":
            continue  # "as a percent of income"
        if value is None or (match["points"] and _is_no_change(text, match)):
            continue
        yield Amount(Span(*match.span()), kind, -value if match["minus"] else value)


def _is_no_change(text: str, match: re.Match[str]) -> bool:
    """Whether bare points are an argument's or a game's."""
    if match["n"].lower() in {"a", "one"}:
        return True
    before = text[max(0, match.start() - MOVED_WIDTH) : match.start()].removesuffix("by ")
    scored = patterns.score().match(text, match.end())
    return scored is not None and not patterns.moved_by().search(before)


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
    numbers = table("numbers")
    for match in patterns.ratio().finditer(text):
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        if match["part"]:
            value = _share(match["part"], match["whole"])
        elif match["twice"]:
            value = Decimal(2)
        elif match["multiple"]:
            value = Decimal(numbers["multiples"][match["multiple"].lower()])
        elif match["share"]:
            value = _fraction(text, match)
        else:
            value = number_value(match["fold"] or match["times"] or match["decimal"])
        if value is not None:
            yield Amount(span, "ratio", value)


def _fraction(text: str, match: re.Match[str]) -> Decimal | None:
    """The value of "two-thirds of"; None for a certain half ("the first half of the year")."""
    share, numbers = match["share"].lower(), table("numbers")
    if share in numbers["shared_parts"]:
        before = text[max(0, match.start() - _PART_WIDTH) : match.start()].replace("-", " ").split()
        named = before[-2:-1] and before[-2].lower() in words("numbers", "part_determiners")
        if named or (before and before[-1].lower() in words("numbers", "part_ordinals")):
            return None
    return Decimal(numbers["fractions"][share])


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
        if patterns.counted().match(text, match.end()):
            continue
        if index_names().search(sentence):
            yield Amount(Span(*match.span("n")), "points", digits_value(match["n"]))


@cache
def index_names() -> re.Pattern[str]:
    """The names of known indices, and the word itself."""
    return re.compile(rf"\b(?:{alternatives(table('names')['index'])}|[Ii]ndex)\b")
