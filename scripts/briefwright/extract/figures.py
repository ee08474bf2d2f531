"""Figures: every amount of the text, with its value in plain units."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from briefwright.extract import figure_patterns as patterns
from briefwright.extract.counts import find_counts
from briefwright.extract.numbers import (
    DIGITS,
    alternatives,
    digits_value,
    number_value,
    scale_value,
)
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table
from briefwright.extract.text_view import running_text
from briefwright.model import Figure, Span, content_id

# Around a number: how far back an approximating word can start ("in excess of " is 13 characters).
_LOOK_BACK = 16


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


def find_figures(reading: Reading) -> tuple[Figure, ...]:
    """All figures in text order; where two overlap, the longer stands."""
    text = running_text(reading.article)
    amounts = [*_money(text), *_measures(text), *_ratios(text), *_levels(text)]
    amounts = _ranges(text, _without_overlaps(amounts))
    amounts = [_approximate(text, amount) for amount in amounts]
    taken = [a.span for a in amounts]
    amounts += [
        Amount(c.span, "count", c.value, approximate=c.approximate)
        for c in find_counts(reading, taken)
    ]
    return _figures(reading, sorted(_without_overlaps(amounts), key=lambda a: a.span))


def _money(text: str) -> Iterator[Amount]:
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


def _measures(text: str) -> Iterator[Amount]:
    for match in patterns.quarter_point().finditer(text):
        share = {"quarter": "0.25", "half": "0.5"}.get(match["n"].split()[-1].lower(), "0.75")
        yield Amount(Span(*match.span()), "points", Decimal(share))
    for match in patterns.measure().finditer(text):
        kind = (
            "basis_points" if match["basis"]
            else "points" if match["pp"] or match["pp2"] or match["points"]
            else "percent"
        )  # fmt: skip
        value = _measure_value(match["n"])
        if value is not None and not (kind == "points" and match["n"].lower() in {"a", "one"}):
            yield Amount(Span(*match.span()), kind, value)


def _measure_value(number: str) -> Decimal | None:
    lowered = number.lower()
    if lowered.startswith("half"):
        return Decimal("0.5")
    return Decimal("0.25") if lowered == "a quarter" else number_value(number)


def _ratios(text: str) -> Iterator[Amount]:
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


def _levels(text: str) -> Iterator[Amount]:
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


def _without_overlaps(amounts: list[Amount]) -> list[Amount]:
    kept: list[Amount] = []
    for amount in sorted(amounts, key=lambda a: (a.span.start, -len(a.span))):
        if kept and kept[-1].span.overlaps(amount.span):
            if len(amount.span) > len(kept[-1].span):
                kept[-1] = amount
            continue
        kept.append(amount)
    return kept


def _ranges(text: str, amounts: list[Amount]) -> list[Amount]:
    """Two ends of one range become one amount; a bare lower end ("5 to 7%") joins its upper."""
    joined: list[Amount] = []
    for amount in amounts:
        last = joined[-1] if joined else None
        if last is not None and _is_range(text, last, amount):
            low = last.value if last.scaled or not amount.scaled else _scaled_like(last, amount)
            start = _range_start(text, last.span.start)
            joined[-1] = replace(
                last, span=Span(start, amount.span.end), value=low, upper=amount.value
            )
            continue
        joined.append(_with_bare_low_end(text, amount))
    return joined


_MOVED_BY = re.compile(r"\b(?:\w+ed|by|up|down|fell|rose|lost|slid|sank|shed|won) $")


def _is_range(text: str, low: Amount, high: Amount) -> bool:
    between = text[low.span.end : high.span.start]
    if low.kind != high.kind or low.currency != high.currency or low.upper is not None:
        return False
    if not patterns.joiner().fullmatch(between):
        return False
    before = text[max(0, low.span.start - 9) : low.span.start].lower()
    if between == " and ":
        return before.endswith("between ")
    # "added €5.25 to €221.50" is a change and the level it led to.
    moved = _MOVED_BY.search(text[max(0, low.span.start - 12) : low.span.start])
    return low.value < high.value and not before.endswith("from ") and not moved


def _range_start(text: str, start: int) -> int:
    return start - 8 if text[max(0, start - 8) : start].lower() == "between " else start


def _scaled_like(low: Amount, high: Amount) -> Decimal:
    """ "$5 to $7 billion" means five billion when the plain value would be absurdly small."""
    scale = Decimal(1)
    while high.value / scale >= 1000:  # noqa: PLR2004 - scales go by thousands
        scale *= 1000
    return low.value * scale if low.value < high.value / 1000 else low.value


def _with_bare_low_end(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - 20) : amount.span.start]
    match = patterns.open_range().search(before)
    if match is None or amount.kind == "ratio":
        return amount
    number = re.match(DIGITS, match[0])
    low = digits_value(number[0]) if number else None
    if low is None or low >= _mantissa(text, amount):
        return amount
    factor = amount.value / _mantissa(text, amount)
    start = amount.span.start - len(match[0])
    before_range = text[max(0, start - 5) : start].lower()
    if before_range.endswith("from "):
        return amount
    return replace(
        amount, span=Span(start, amount.span.end), value=low * factor, upper=amount.value
    )


def _mantissa(text: str, amount: Amount) -> Decimal:
    number = re.search(DIGITS, amount.span.of(text))
    return digits_value(number[0]) if number else Decimal(0)


def _approximate(text: str, amount: Amount) -> Amount:
    before = text[max(0, amount.span.start - _LOOK_BACK) : amount.span.start]
    match = patterns.approximator().search(before)
    if match is None:
        return amount
    start = amount.span.start - len(before) + match.start("word")
    return replace(amount, span=Span(start, amount.span.end), approximate=True)


def _figures(reading: Reading, amounts: list[Amount]) -> tuple[Figure, ...]:
    text, sha = reading.text, reading.article.sha256
    figures: list[Figure] = []
    for amount in amounts:
        converts = _converted(text, figures, amount)
        figures.append(
            Figure.of(
                text,
                amount.span,
                id=content_id("f", sha, [amount.span]),
                kind=amount.kind,
                value=amount.value,
                upper=amount.upper,
                currency=amount.currency,
                approximate=amount.approximate,
                converts=converts,
            )  # fmt: skip
        )
    return tuple(figures)


_CONVERSION = re.compile(r" ?[(\[](?:or |i\.e\. |equal to |equivalent to |worth )?|,? or ")


def _converted(text: str, earlier: list[Figure], amount: Amount) -> str | None:
    """The figure right before this one, when this one restates it in another currency."""
    if not earlier or amount.kind != "money":
        return None
    last = earlier[-1]
    between = text[last.at.end : amount.span.start]
    foreign = last.kind == "money" and last.currency != amount.currency
    return last.id if foreign and _CONVERSION.fullmatch(between) else None
