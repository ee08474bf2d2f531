"""Market effects: what moved, in which direction, by how much, when, and why if the text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.market.circumstances import cause_of, date_of
from briefwright.extract.market.draft import Draft
from briefwright.extract.market.instruments import Traded, instruments_of
from briefwright.extract.market.moves import Move, find_moves
from briefwright.extract.market.sizes import respective_sizes, sizes_of
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table
from briefwright.model import DateExpression, Figure, Instrument, MarketEffect, Quote, content_id

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


_CHANGE_KINDS = {"percent", "points", "basis_points", "money"}


def find_market_effects(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression], figures: Sequence[Figure]
) -> tuple[MarketEffect, ...]:
    """All moves of the text in text order, one for each instrument."""
    effects: dict[str, MarketEffect] = {}
    placed_dates = Placed(dates, lambda d: d.at)
    placed_figures = Placed([f for f in figures if f.kind in _CHANGE_KINDS], lambda f: f.at)
    for passage in reading.passages:
        if passage.quotation is not None:
            continue
        for sentence in passage.doc.sents:
            extent = passage.span(sentence)
            near = placed_dates.inside(extent), placed_figures.inside(extent)
            for draft in _sentence(passage, sentence, reading, mentions, *near):
                effect = _effect(draft, reading)
                effects.setdefault(effect.id, effect)
    return tuple(sorted(effects.values(), key=lambda e: (e.instrument.at, e.cue.at)))


def _sentence(
    passage: Passage,
    sentence: Tokens,
    reading: Reading,
    mentions: Mentions,
    dates: Sequence[DateExpression],
    figures: Sequence[Figure],
) -> list[Draft]:
    extent = passage.span(sentence)
    moves = [m for token in sentence for m in find_moves(token)]
    drafts: list[Draft] = []
    for move in moves:
        sizes = sizes_of(passage, move, moves, figures, reading)
        shares = respective_sizes(sizes, figures, move, reading)
        for number, head in enumerate(move.instruments):
            sizes = shares[number] if shares else sizes
            for traded in instruments_of(passage, head, mentions, reading.text):
                if _plausible(traded, move, sizes, extent.of(reading.text), reading):
                    drafts.append(Draft(traded, move, extent, passage, sizes))
    drafts += _elliptical(passage, drafts, mentions, figures, reading)
    drafts = _distinct(drafts)
    for draft in drafts:
        draft.date = date_of(draft, dates)
        draft.cause = cause_of(draft, reading)
    return drafts


def _plausible(
    traded: Traded, move: Move, sizes: Sequence[Figure], sentence: str, reading: Reading
) -> bool:
    if move.direction == "closed" and not traded.sure:
        return bool(re.search(r"\b(?:trad|market|exchange|holiday|bourse)", sentence))
    market_value = any(w in sentence for w in table("market")["market_value_words"])
    if move.loss and move.direction is not None and not traded.sure:
        return bool(sizes) and (market_value or any(f.kind == "percent" for f in sizes))
    if traded.sure:
        return True
    return any(f.kind == "percent" for f in sizes) and move.direction is not None


def _elliptical(
    passage: Passage,
    drafts: Sequence[Draft],
    mentions: Mentions,
    figures: Sequence[Figure],
    reading: Reading,
) -> list[Draft]:
    """As in "A tumbled 7.2%, B 5.9% and C 3%": names with a bare percentage share the verb."""
    found: list[Draft] = []
    used = {f.id for d in drafts for f in d.change}
    sized = [d for d in drafts if d.change]
    if not sized:
        return found
    for figure in figures:
        if figure.id in used or figure.kind != "percent":
            continue
        tokens = passage.tokens_in(figure.at)
        before = tokens[0].i - 1 if tokens else -1
        if before < 0:
            continue
        named = mentions.at(passage, passage.doc[before])
        lead = next(
            (d for d in reversed(sized) if d.traded.instrument.at.end < figure.at.start), None
        )
        if (
            named is None
            or lead is None
            or named[1].type not in {"company", "index", "commodity", "currency"}
        ):
            continue
        gap = reading.text[named[0].end : figure.at.start]
        if gap != " ":
            continue
        span, entity = named
        measure = {"index": "index", "currency": "rate"}.get(entity.type, "price")
        traded = Traded(
            Instrument(quote=span.of(reading.text), at=span, entity=entity.id, ticker=None),
            measure,
            sure=True,
        )
        found.append(Draft(traded, lead.move, lead.sentence, passage, (figure,)))
    return found


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One effect for each instrument and direction: the sized one; no group beside its members."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.change, d.traded.instrument.at.start)):
        same = [k for k in kept if _same(k, draft)]
        if not same:
            kept.append(draft)
    moved = [k for k in kept if not k.traded.group]
    return [
        k
        for k in kept
        if not k.traded.group
        or k.change
        or not any(m.move.cue == k.move.cue and m is not k for m in moved)
    ]


def _same(one: Draft, other: Draft) -> bool:
    a, b = one.traded.instrument, other.traded.instrument
    same_thing = (a.entity is not None and a.entity == b.entity) or a.at.overlaps(b.at)
    same_way = one.move.direction == other.move.direction
    return same_thing and same_way and (not other.change or one.change == other.change)


def _effect(draft: Draft, reading: Reading) -> MarketEffect:
    cue = draft.passage.span(draft.move.cue)
    text, instrument = reading.text, draft.traded.instrument
    measure = draft.traded.measure
    if draft.move.loss and any(f.kind == "money" for f in draft.change):
        measure = "market_value"
    spans = [draft.sentence, instrument.at, cue]
    return MarketEffect(
        id=content_id("m", reading.article.sha256, spans),
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
