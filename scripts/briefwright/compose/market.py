"""Market effects: what moved, which way, by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import timex, words
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model import Figure, MarketEffect


@dataclass(frozen=True, slots=True)
class Size:
    """One figure of a move, with the article's own conversions of it."""

    words: str
    conversions: tuple[str, ...]
    figure: Figure


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One market effect; `sizes` is empty when the article gives none."""

    ref: Ref
    instrument: str
    ticker: str | None
    measure: str
    direction: str
    cue: str
    sizes: tuple[Size, ...]
    written: str | None
    date: str | None
    cause: str | None
    quote: str
    effect: MarketEffect


def effect_lines(sources: Sequence[Source], links: Links) -> list[EffectLine]:
    """Every effect in the order of the texts."""
    return [
        _line(source, effect, links)
        for source in sources
        for effect in sorted(source.facts.market_effects, key=lambda e: (e.instrument.at, e.at))
    ]


def _line(source: Source, effect: MarketEffect, links: Links) -> EffectLine:
    date = source.date(effect.date)
    return EffectLine(
        ref=links.ref(source, effect),
        instrument=effect.instrument.quote,
        ticker=effect.instrument.ticker,
        measure=words.MEASURE[effect.measure],
        direction=words.DIRECTION[effect.direction],
        cue=effect.cue.quote,
        sizes=_sizes(source, effect),
        written=date.quote if date else None,
        date=timex.in_words(date.value) if date else None,
        cause=effect.cause.quote if effect.cause else None,
        quote=effect.quote,
        effect=effect,
    )


def _sizes(source: Source, effect: MarketEffect) -> tuple[Size, ...]:
    """The figures of the move; a conversion stands with the figure that it converts."""
    figures = source.figures(effect.change)
    ids = {figure.id for figure in figures}
    return tuple(
        Size(
            figure.quote,
            tuple(f.quote for f in source.facts.figures if f.converts == figure.id),
            figure,
        )
        for figure in figures
        if figure.converts not in ids
    )
