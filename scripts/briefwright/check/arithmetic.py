"""Exchange rates that an article's own conversions imply."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from briefwright.check.noticed import and_elsewhere, noticed, said
from briefwright.check.written import half_a_unit, plain
from briefwright.model import Article, Facts, Figure, Finding

# How far two rates may lie apart once rounding is taken off: room for rates of another hour or
# another bank. Our choice.
TOLERANCE = Decimal("0.02")
_THOUSAND = 1000


@dataclass(frozen=True)
class Conversion:
    """`base` of the article is given as `converted` in another currency."""

    article: Article
    base: Figure
    converted: Figure

    @property
    def rate(self) -> Decimal:
        """Units of the converted currency for one of the base currency."""
        return self.converted.value / self.base.value

    def bounds(self) -> tuple[Decimal, Decimal]:
        """The lowest and highest rate, were each amount off by half its last written digit.

        "approximately" widens nothing: how far it reaches can't be known from the words.
        """
        base = half_a_unit(self.base.quote, self.base.value)
        converted = half_a_unit(self.converted.quote, self.converted.value)
        low = (self.converted.value - converted) / (self.base.value + base)
        return low, (self.converted.value + converted) / (self.base.value - base)

    def told(self) -> str:
        """The conversion and its rate in words."""
        return (
            f"{said(self.base.quote)} = {said(self.converted.quote)} implies "
            f"{shown_rate(self.rate)} {self.converted.currency} per {self.base.currency}"
        )


def exchange_rates(articles: Sequence[tuple[Article, Facts]]) -> Iterator[Finding]:
    """`exchange-rate`: conversions between the same currencies whose rates do not agree.

    They disagree when the bounds of the lowest and the highest rate still lie more than the
    tolerance apart. One finding for each pair of currencies; it shows every conversion.
    """
    pairs: dict[tuple[str, str], list[Conversion]] = defaultdict(list)
    for article, facts in articles:
        for found in conversions(article, facts):
            key = str(found.base.currency), str(found.converted.currency)
            if key[::-1] in pairs:  # told the other way round before
                pairs[key[::-1]].append(Conversion(article, found.converted, found.base))
            else:
                pairs[key].append(found)
    for group in pairs.values():
        ordered = sorted(group, key=lambda c: c.rate)
        if any(_disagree(a, b) for a, b in combinations(ordered, 2)):
            yield _finding(ordered)


def conversions(article: Article, facts: Facts) -> Iterator[Conversion]:
    """The conversions between two currencies that `facts` report, in the order of the text."""
    by_id = {figure.id: figure for figure in facts.figures}
    for figure in facts.figures:
        base = by_id.get(figure.converts or "")
        if base is None or figure.rejected or base.rejected or figure.upper or base.upper:
            continue
        currencies = {base.currency, figure.currency} - {None}
        if len(currencies) == 2 and base.value > 0 and figure.value > 0:  # noqa: PLR2004 - a pair
            yield Conversion(article, base, figure)


def _disagree(lower: Conversion, higher: Conversion) -> bool:
    return higher.bounds()[0] > lower.bounds()[1] * (1 + TOLERANCE)


def _finding(ordered: list[Conversion]) -> Finding:
    low, high = ordered[0], ordered[-1]
    gap = high.rate / low.rate - 1
    message = (
        f"{high.told()}; {said(low.base.quote)} = {said(low.converted.quote)} implies "
        f"{shown_rate(low.rate)}; the gap is {gap:.1%} of the smaller rate"
    ).replace("%", " %")
    home, about = high.article, list(reversed(ordered))
    figures = [f for c in about if c.article.id == home.id for f in (c.base, c.converted)]
    finding = noticed("exchange-rate", home, message, figures, working=_working(ordered))
    return and_elsewhere(
        finding,
        [(c.article, f) for c in about if c.article.id != home.id for f in (c.base, c.converted)],
    )


def _working(ordered: list[Conversion]) -> list[str]:
    low, high = ordered[0], ordered[-1]
    several = len({c.article.id for c in ordered}) > 1
    lines = []
    for c in reversed(ordered):
        where = f" ({c.article.id}, {c.article.published or 'no date'})" if several else ""
        least, most = map(shown_rate, c.bounds())
        lines.append(
            f"{said(c.converted.quote)} / {said(c.base.quote)}{where}: "
            f"{plain(c.converted.value)} / {plain(c.base.value)} = {shown_rate(c.rate)}, "
            f"and {least} to {most} if each amount is rounded to its last written digit"
        )
    gap = f"{high.rate / low.rate - 1:.1%}".replace("%", " %")
    lines.append(f"{shown_rate(high.rate)} / {shown_rate(low.rate)} - 1 = {gap}")
    return lines


def shown_rate(rate: Decimal) -> str:
    """The rate with three significant digits, never as a power."""
    if rate >= _THOUSAND:
        return f"{rate:,.0f}"
    digits = max(0, 2 - rate.adjusted())
    return f"{rate:.{digits}f}"
