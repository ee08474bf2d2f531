"""Market effects: what moved, in which direction, by how much, when, and why if the text says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.market.circumstances import cause_of, date_of
from briefwright.extract.market.draft import Draft, Sentence
from briefwright.extract.market.elliptical import sharing_the_verb
from briefwright.extract.market.instruments import instruments_of
from briefwright.extract.market.move import Move
from briefwright.extract.market.movements import find_movements
from briefwright.extract.market.plausible import plausible, speaks_of_trade
from briefwright.extract.market.sizes import Moved, respective_sizes, sizes_of
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Reading
from briefwright.model import DateExpression, Figure, MarketEffect, Quote, market_effect_id

_CHANGE_KINDS = {"percent", "points", "basis_points", "money"}


def find_market_effects(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression], figures: Sequence[Figure]
) -> tuple[MarketEffect, ...]:
    """All moves of the text in text order, one for each instrument."""
    effects: dict[str, MarketEffect] = {}
    for sentence in _sentences(reading, mentions, dates, figures):
        for draft in _drafts(sentence):
            effect = _effect(draft, reading)
            effects.setdefault(effect.id, effect)
    return tuple(sorted(effects.values(), key=lambda e: (e.instrument.at, e.cue.at)))


def _sentences(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression], figures: Sequence[Figure]
) -> Iterator[Sentence]:
    """The sentences that tell a move; what people say of markets in quotations is a claim."""
    placed_dates = Placed(dates, lambda d: d.at)
    placed_figures = Placed([f for f in figures if f.kind in _CHANGE_KINDS], lambda f: f.at)
    trading = speaks_of_trade(reading, mentions)
    for found in find_movements(reading):
        if found.passage.quotation is None and any(move.told for move in found.moves):
            extent = found.passage.span(found.sentence)
            near = placed_dates.inside(extent), placed_figures.inside(extent)
            yield Sentence(found, reading, mentions, *near, trading)


def _drafts(sentence: Sentence) -> list[Draft]:
    moved = Moved(sentence.passage, sentence.found.moves)
    told = (move for move in sentence.found.moves if move.told)
    drafts = [draft for move in told for draft in _of_move(move, moved, sentence)]
    drafts = _distinct([*drafts, *sharing_the_verb(drafts, sentence)])
    for draft in drafts:
        draft.date = date_of(draft, sentence.dates)
        draft.cause = cause_of(draft, sentence.reading)
    return drafts


def _of_move(move: Move, moved: Moved, sentence: Sentence) -> Iterator[Draft]:
    """One draft for each instrument of the move that can have moved."""
    passage, reading, extent = sentence.passage, sentence.reading, sentence.extent
    sizes = sizes_of(move, moved, sentence.figures, reading)
    shares = respective_sizes(sizes, sentence.figures, move, reading)
    for number, head in enumerate(move.items):
        own = shares[number] if shares else sizes
        for traded in instruments_of(passage, head, sentence.mentions, reading.text):
            if plausible(traded, move, own, sentence):
                yield Draft(traded, move, extent, passage, own)


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One effect for each instrument and direction: the sized one; no group beside its members."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.change, d.traded.instrument.at.start)):
        if not any(_same(k, draft) for k in kept):
            kept.append(draft)
    moved_with = {k.move.cue for k in kept if not k.traded.group}
    return [k for k in kept if not k.traded.group or k.change or k.move.cue not in moved_with]


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.traded.instrument, other.traded.instrument
    same_thing = (a.entity is not None and a.entity == b.entity) or a.at.overlaps(b.at)
    same_way = one.move.direction == other.move.direction
    return same_thing and same_way and (not other.change or one.change == other.change)


def _lost_value(draft: Draft) -> bool:
    """Whether it is what a firm is worth: "lost $5bn in value", but "gold lost $5"."""
    if not draft.move.loss or not any(f.kind == "money" for f in draft.change):
        return False
    return draft.move.cue[0].pos_ == "NOUN" or not draft.traded.sure


def _effect(draft: Draft, reading: Reading) -> MarketEffect:
    cue = draft.passage.span(draft.move.cue)
    text, instrument = reading.text, draft.traded.instrument
    measure = draft.traded.measure
    if _lost_value(draft):
        measure = "market_value"
    return MarketEffect(
        id=market_effect_id(reading.article.sha256, draft.sentence, instrument.at, cue),
        quote=draft.sentence.of(text),
        at=draft.sentence,
        instrument=instrument,
        measure=measure,
        direction=draft.move.direction,
        cue=Quote.of(text, cue),
        change=tuple(f.id for f in draft.change),
        date=draft.date.id if draft.date else None,
        cause=Quote.of(text, draft.cause) if draft.cause else None,
    )
