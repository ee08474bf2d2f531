"""Two values for one move: the same price or index on the same day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefwright.check.noticed import and_elsewhere, noticed, said, source
from briefwright.check.written import half_a_unit, plain
from briefwright.model import Article, Facts, Figure, Finding, MarketEffect

Pair = tuple[Article, Facts]
_ISO_DAY = len("2025-01-28")


@dataclass(frozen=True, slots=True)
class Move:
    """A percentage by which an instrument moved on one day."""

    article: Article
    effect: MarketEffect
    percent: Figure


def moves(articles: Sequence[Pair]) -> Iterator[Finding]:
    """`two-values` for moves of one named instrument on one day: the percentages should agree."""
    found: dict[tuple[str, str, str], list[Move]] = defaultdict(list)
    for article, facts in articles:
        names = {entity.id: entity.name for entity in facts.entities}
        days = {date.id: date.value for date in facts.dates if not date.rejected}
        figures = {figure.id: figure for figure in facts.figures if not figure.rejected}
        for effect in facts.market_effects:
            name = names.get(effect.instrument.entity or "")
            day = days.get(effect.date or "")
            percents = [f for n in effect.change if (f := figures.get(n)) and f.kind == "percent"]
            if effect.rejected or not name or not day or len(percents) != 1:
                continue
            sure = percents[0].upper is None and not percents[0].approximate
            if sure and len(day) == _ISO_DAY:
                key = name.casefold(), effect.measure, day
                found[key].append(Move(article, effect, percents[0]))
    for (_, _, day), group in found.items():
        for first, second in combinations(group, 2):
            if _differ(first, second):
                yield _move_finding(day, first, second)
                break


def _differ(first: Move, second: Move) -> bool:
    """Whether the directions contradict or the percentages differ by more than rounding."""
    opposed = {first.effect.direction, second.effect.direction} == {"up", "down"}
    a, b = first.percent, second.percent
    rounding = half_a_unit(a.quote, a.value) + half_a_unit(b.quote, b.value)
    return opposed or abs(a.value - b.value) > rounding


def _move_finding(day: str, first: Move, second: Move) -> Finding:
    parts = [
        f"{said(m.effect.cue.quote)} {said(m.percent.quote)} ({source(m.article)})"
        for m in (first, second)
    ]
    message = (
        f"{said(first.effect.instrument.quote)} on {day}: {' against '.join(parts)}; "
        "they may be of different hours"
    )
    working = [f"{plain(first.percent.value)} is not {plain(second.percent.value)}"]
    same = first.article.id == second.article.id
    facts = [first.effect, first.percent, *([second.effect, second.percent] if same else [])]
    finding = noticed("two-values", first.article, message, facts, working=working)
    others = [] if same else [second.effect, second.percent]
    return and_elsewhere(finding, [(second.article, fact) for fact in others])
