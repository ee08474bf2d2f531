"""The numbers of a text, each with the fact that holds it, and sentences with marks in their place.

A pattern over such a sentence tells which number is which; it never looks at digits.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefwright.check.noticed import noticed
from briefwright.check.written import power_of_ten, written_number
from briefwright.extract.placed import Placed
from briefwright.model import KINDS, Article, Entity, Fact, Facts, Figure, Finding, Quote, Span
from briefwright.model.facts import FigureKind
from briefwright.model.sentences import sentences

_MARKS = {"percent": "P", "points": "T", "money": "M", "count": "N"}
_NUMERAL = re.compile(r"(?<![\w.,:/-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w:/])|"
                      r"(?<![\w.,:/-])\d+(?:\.\d+)?(?![\w:/]|[,.-]\d)", re.ASCII)  # fmt: skip
_YEARS = range(1500, 2200)
# Figures with these digits or more are often rounded: "10,000 people".
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the text; `fact` is the figure, or else the fact whose words hold it."""

    span: Span
    words: str
    kind: FigureKind
    value: Decimal
    currency: str | None
    approximate: bool
    fact: Fact

    @property
    def told(self) -> str:
        """The number with the words that the figure has for it."""
        return self.fact.quote if isinstance(self.fact, Figure) else self.words

    @property
    def counted(self) -> bool:
        """Whether it is a whole number small enough to have been counted, not rounded."""
        whole = self.value == self.value.to_integral_value()
        return self.kind == "count" and whole and self.value < _LARGE

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The least and greatest amount that may have been rounded to the words.

        Zeros at the end of a whole number from 1,000 on may stand for digits left out, so there
        two digits are taken for sure at most.
        """
        half = Decimal(5).scaleb(self._unit() - 1)
        return self.value - half, self.value + half

    def _unit(self) -> int:
        """The exponent of the last digit that is sure."""
        number = written_number(self.words) or self.value
        power = 0
        while number and number.scaleb(power) < abs(self.value):
            power += 1
        exponent = int(number.as_tuple().exponent)
        if exponent >= 0 and number >= _LARGE:
            digits = str(int(number))
            zeros = len(digits) - len(digits.rstrip("0"))
            exponent = max(0, min(zeros, len(digits) - 2))
        return exponent + power


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its numbers, and its words with `‹P0›`, `‹M1›` in place of the numbers."""

    span: Span
    numbers: tuple[Number, ...]
    shape: str


def measured(article: Article, facts: Facts) -> Iterator[Sentence]:
    """The sentences that hold a number, headings left out."""
    found = _numbers(article, facts)
    starts = [number.span.start for number in found]
    for span in sentences(article):
        inside = found[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        block = article.block_at(span)
        if inside and block is not None and block.kind == "paragraph":
            yield Sentence(span, tuple(inside), _shape(article, span, inside))


def _shape(article: Article, span: Span, inside: list[Number]) -> str:
    pieces, place = [], span.start
    for index, number in enumerate(inside):
        pieces += [article.text[place : number.span.start], f"‹{_MARKS[number.kind]}{index}›"]
        place = number.span.end
    pieces.append(article.text[place : span.end])
    return " ".join("".join(pieces).split())


def _numbers(article: Article, facts: Facts) -> list[Number]:
    """Figures, cut to their amount, and other numerals that a fact's words hold."""
    found = [n for figure in facts.figures if not figure.rejected and (n := _of_figure(figure))]
    amounts: list[Quote] = [*facts.figures, *facts.dates]
    taken = Placed(amounts, lambda amount: amount.at)
    holders = Placed(_holders(facts), lambda held: held[0])
    for match in _NUMERAL.finditer(article.text):
        span = Span(*match.span())
        value = Decimal(match[0].replace(",", ""))
        year = match[0].isdecimal() and value in _YEARS
        if year or taken.overlapping(span):
            continue
        if holder := _shortest(holders.overlapping(span), span):
            found.append(Number(span, match[0], "count", value, None, False, holder))
    return sorted(found, key=lambda number: number.span)


_AMOUNT = re.compile(r"[^\s\d]{0,4}\d[\d,.]*(?: ?(?:hundred|thousand|million|billion|trillion|"
                     r"m|mn|bn|tn|k)\b)?(?: ?(?:%|per ?cent|percent|points?|percentage points?)"
                     r"(?!\w))?")  # fmt: skip


def _of_figure(figure: Figure) -> Number | None:
    """The number of a figure that writes one in digits; what follows the amount stays outside."""
    number = written_number(figure.quote)
    if figure.upper is not None or number is None or power_of_ten(number, figure.value) is None:
        return None
    match = _AMOUNT.search(figure.quote)
    if match is None or figure.kind not in _MARKS:
        return None
    words = match[0].rstrip(",.")
    start = figure.at.start + match.start()
    about = figure.approximate
    span = Span(start, start + len(words))
    return Number(span, words, figure.kind, figure.value, figure.currency, about, figure)


def of_numbers(
    check: str, article: Article, message: str, numbers: Sequence[Number], working: Sequence[str]
) -> Finding:
    """A finding on `numbers` and the facts that hold them."""
    facts = list({number.fact.id: number.fact for number in numbers}.values())
    spans = [number.span for number in numbers]
    return noticed(check, article, message, facts, spans=spans, working=working)


def holding(facts: Facts, span: Span) -> Fact | None:
    """The fact with the shortest words around `span`, entities and rejected facts left out."""
    return _shortest(_holders(facts), span)


def _holders(facts: Facts) -> list[tuple[Span, Fact]]:
    return [
        (place, fact)
        for kind in KINDS
        for fact in getattr(facts, kind)
        if not isinstance(fact, Entity) and not fact.rejected
        for place in fact.spans()
    ]


def _shortest(holders: Iterable[tuple[Span, Fact]], span: Span) -> Fact | None:
    around = [(len(place), fact) for place, fact in holders if place.contains(span)]
    return min(around, key=lambda pair: pair[0])[1] if around else None
