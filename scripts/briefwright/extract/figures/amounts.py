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


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure before it has an id."""

    span: Span
    kind: str
    value: Decimal
    currency: str | None = None
    upper: Decimal | None = None
    approximate: bool = False
    scaled: bool = True


def money_amounts(text: str) -> Iterator[Amount]:
    tables = table("currencies")
    for match in patterns.money().finditer(text):
        span = Span(*match.span())
        if match["sign"]:
            value, scale, currency = match["n1"], match["s1"], tables["signs"][match["sign"]]
        elif match["code"]:
            value, scale, currency = match["n2"], match["s2"], match["code"]
        else:
            value, scale = match["n3"], match["s3"]
            if match["sub"]:
                yield _subunit(span, match, tables)
                continue
            currency = match["code2"] or _word_currency(match["word"], tables["words"])
        if value.lower().startswith("half"):
            number = Decimal("0.5")
        else:
            number = number_value(value) or Decimal(0)
        currency = "CNY" if currency == "RMB" else currency
        yield Amount(span, "money", number * scale_value(scale), currency, scaled=bool(scale))


def _word_currency(word: str, words: dict[str, str]) -> str:
    folded = {name.lower(): code for name, code in words.items()}
    return folded[word.lower()]


def _subunit(span: Span, match: re.Match[str], tables: dict[str, dict[str, str]]) -> Amount:
    number = (number_value(match["n3"]) or Decimal(1)) * scale_value(match["s3"])
    currency = tables["subunits"][match["sub"].lower()]
    return Amount(span, "money", number / 100, currency)


def measured_amounts(text: str) -> Iterator[Amount]:
    for match in patterns.quarter_point().finditer(text):
        share = {"quarter": "0.25", "half": "0.5"}.get(match["n"].split()[-1].lower(), "0.75")
        yield Amount(Span(*match.span()), "points", Decimal(share))
    for match in patterns.measure().finditer(text):
        kind = (
            "basis_points"
            if match["basis"]
            else "points"
            if match["pp"] or match["pp2"] or match["points"]
            else "percent"
        )
        value = _measure_value(match["n"])
        if value is not None and not (kind == "points" and match["n"].lower() in {"a", "one"}):
            yield Amount(Span(*match.span()), kind, value)


def _measure_value(number: str) -> Decimal | None:
    lowered = number.lower()
    if lowered.startswith("half"):
        return Decimal("0.5")
    return Decimal("0.25") if lowered == "a quarter" else number_value(number)


def ratio_amounts(text: str) -> Iterator[Amount]:
    fractions = table("numbers")["fractions"]
    for match in patterns.ratio().finditer(text):
        span = Span(match.start(), match.start() + len(match[0].rstrip()))
        if match["part"]:
            part, whole = number_value(match["part"]), number_value(match["whole"])
            if part and whole and part < whole:
                share = (part / whole).quantize(Decimal("0.0001")).normalize()
                yield Amount(span, "ratio", share)
        elif match["twice"]:
            yield Amount(span, "ratio", Decimal(2))
        elif match["share"]:
            yield Amount(span, "ratio", Decimal(fractions[match["share"].lower()]))
        else:
            value = number_value(match["fold"] or match["times"])
            if value is not None:
                yield Amount(span, "ratio", value)


_INDEX_NEAR = 200  # characters: a market sentence names its index well within these


def level_amounts(text: str) -> Iterator[Amount]:
    """Index levels ("fell 41 points to 6,842.07"), where the sentence names an index."""
    for match in patterns.level().finditer(text):
        start = max(text.rfind(". ", 0, match.start()) + 1, match.start() - _INDEX_NEAR)
        sentence = text[start : match.start()]
        following = text[match.end() : match.end() + 20]
        if re.match(r" (?:percent|per cent|million|billion|trillion|people|[a-z]+s\b)", following):
            continue
        if index_names().search(sentence):
            yield Amount(Span(*match.span("n")), "points", digits_value(match["n"]))


@cache
def index_names() -> re.Pattern[str]:
    """The names of known indices, and the word itself."""
    return re.compile(rf"\b(?:{alternatives(table('names')['index'])}|[Ii]ndex)\b")
