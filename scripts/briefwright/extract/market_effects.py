"""Market effects: what moved, in which direction, by how much, when, and why if the text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from briefwright.extract.contents import tidy
from briefwright.extract.coreference import Mentions
from briefwright.extract.instruments import Traded, instruments_of
from briefwright.extract.moves import Move, find_moves
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table
from briefwright.model import (
    DateExpression,
    Figure,
    Instrument,
    MarketEffect,
    Quote,
    Span,
    content_id,
)

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.tokens import Span as Tokens

_CHANGE_KINDS = {"percent", "points", "basis_points", "money"}
_LEVEL = re.compile(
    r"\b(?:to|at|from|near|of|below|above|past|beyond|under|over)\s+$", re.IGNORECASE
)


@dataclass(slots=True)
class _Draft:
    traded: Traded
    move: Move
    sentence: Span
    passage: Passage
    change: tuple[Figure, ...] = ()
    date: DateExpression | None = None
    cause: Span | None = None


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
    passage: Passage, sentence: Tokens, reading: Reading, mentions: Mentions,
    dates: Sequence[DateExpression], figures: Sequence[Figure],
) -> list[_Draft]:  # fmt: skip
    extent = passage.span(sentence)
    moves = [m for token in sentence for m in find_moves(token)]
    drafts: list[_Draft] = []
    for move in moves:
        sizes = _sizes(passage, move, moves, figures, reading)
        shares = _respective(sizes, figures, move, reading)
        for number, head in enumerate(move.instruments):
            sizes = shares[number] if shares else sizes
            for traded in instruments_of(passage, head, mentions, reading.text):
                if _plausible(traded, move, sizes, extent.of(reading.text), reading):
                    drafts.append(_Draft(traded, move, extent, passage, sizes))
    drafts += _elliptical(passage, drafts, mentions, figures, reading)
    drafts = _distinct(drafts)
    for draft in drafts:
        draft.date = _date(draft, dates)
        draft.cause = _cause(draft, reading)
    return drafts


def _respective(
    sizes: Sequence[Figure], figures: Sequence[Figure], move: Move, reading: Reading
) -> list[tuple[Figure, ...]]:
    """ "A and B rose 3.3% and 2.8%": as many sizes as instruments, in the same order."""
    wanted = len(move.instruments)
    if wanted < 2 or not sizes:  # noqa: PLR2004 - a list has two members
        return []
    chain = [sizes[0]]
    for figure in figures:
        between = reading.text[chain[-1].at.end : figure.at.start]
        if figure.kind == chain[-1].kind and re.fullmatch(r", | and |, and ", between):
            chain.append(figure)
    return [(f,) for f in chain] if len(chain) == wanted else []


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


def _sizes(
    passage: Passage, move: Move, moves: Sequence[Move], figures: Sequence[Figure], reading: Reading
) -> tuple[Figure, ...]:
    """The figures of the change itself: near the word, not introduced as a level."""
    cue = passage.span(move.cue)
    start = passage.starts[move.verb.i] if move.verb.i < move.cue[0].i else cue.start
    later = [passage.span(m.cue).start for m in moves if passage.span(m.cue).start > cue.end]
    stop = min(later, default=passage.span(move.cue[0].sent).end)
    text = reading.text
    chosen: list[Figure] = []
    for figure in figures:
        if _before_another(text, figure, cue, [passage.span(m.cue) for m in moves]):
            continue
        before = text[max(0, figure.at.start - 8) : figure.at.start]
        between = text[cue.end : figure.at.start]
        if figure.at.start >= start and figure.at.end <= cue.start:
            if len(text[figure.at.end : cue.start].split()) <= 1:
                chosen.append(figure)
        elif figure.at.end <= cue.start and text[figure.at.end : cue.start].strip(" -") == "":
            chosen.append(figure)
        elif cue.end <= figure.at.start < stop:
            level = _LEVEL.search(before) and not (move.loss or _noun_of(before, between))
            if level:
                continue
            if not chosen and len(between.split()) > 4:  # noqa: PLR2004 - too far to be its size
                continue
            if chosen and not _restates(text, chosen[-1], figure):
                continue
            chosen.append(figure)
    return tuple(chosen)


def _before_another(text: str, figure: Figure, cue: Span, cues: Sequence[Span]) -> bool:
    """ "a 1.4% decline": the amount belongs to the noun right after it."""
    return any(
        other != cue and figure.at.end <= other.start
        and text[figure.at.end : other.start].strip(" -") == ""
        for other in cues
    )  # fmt: skip


def _noun_of(before: str, between: str) -> bool:
    """ "a decline of 3%": the amount right after the noun."""
    return before.endswith("of ") and between.strip() == "of"


def _restates(text: str, last: Figure, figure: Figure) -> bool:
    """ "0.6%, or 41.18 points": a second measure of the same move."""
    between = text[last.at.end : figure.at.start]
    return bool(re.fullmatch(r",? or | ?\((?:or )?", between)) and (
        last.kind != figure.kind or figure.converts == last.id
    )


def _elliptical(
    passage: Passage, drafts: Sequence[_Draft], mentions: Mentions, figures: Sequence[Figure],
    reading: Reading,
) -> list[_Draft]:  # fmt: skip
    """ "A tumbled 7.2%, B 5.9% and C 3%": names with a bare percentage share the verb."""
    found: list[_Draft] = []
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
        if named is None or lead is None or named[1].type not in {"company", "index", "commodity",
                                                                 "currency"}:  # fmt: skip
            continue
        gap = reading.text[named[0].end : figure.at.start]
        if gap != " ":
            continue
        span, entity = named
        measure = {"index": "index", "currency": "rate"}.get(entity.type, "price")
        traded = Traded(
            Instrument(quote=span.of(reading.text), at=span, entity=entity.id,
                       ticker=None), measure, sure=True,
        )  # fmt: skip
        found.append(_Draft(traded, lead.move, lead.sentence, passage, (figure,)))
    return found


def _distinct(drafts: Sequence[_Draft]) -> list[_Draft]:
    """One effect for each instrument and direction: the sized one; no group beside its members."""
    kept: list[_Draft] = []
    for draft in sorted(drafts, key=lambda d: (not d.change, d.traded.instrument.at.start)):
        same = [k for k in kept if _same(k, draft)]
        if not same:
            kept.append(draft)
    moved = [k for k in kept if not k.traded.group]
    return [
        k for k in kept
        if not k.traded.group or k.change
        or not any(m.move.cue == k.move.cue and m is not k for m in moved)
    ]  # fmt: skip


def _same(one: _Draft, other: _Draft) -> bool:
    a, b = one.traded.instrument, other.traded.instrument
    same_thing = (a.entity is not None and a.entity == b.entity) or a.at.overlaps(b.at)
    same_way = one.move.direction == other.move.direction
    return same_thing and same_way and (not other.change or one.change == other.change)


def _date(draft: _Draft, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The time that hangs on the move's own verb."""
    verb = draft.move.verb
    for child in verb.children:
        inside = list(child.subtree) if child.dep_ in {"prep", "npadvmod", "advmod", "tmod"} else []
        if child.dep_ == "prep" and child.lower_ not in {"on", "in", "by", "during", "late"}:
            continue
        if len(inside) > 6:  # noqa: PLR2004 - a long phrase holds more than a time
            continue
        for date in dates:
            if (
                date.type in {"DATE", "TIME"}
                and inside
                and (draft.passage.span(inside).contains(date.at))
            ):
                return date
    return None


def _cause(draft: _Draft, reading: Reading) -> Span | None:
    """The stated reason: "after ...", "amid ...", "as ...", right on the move's verb."""
    verb, passage = draft.move.verb, draft.passage
    causes = table("market")["causes"]
    around = [*verb.children, *(c for t in draft.move.cue if t != verb for c in t.children)]
    for child in around:
        word = child.lower_
        closed_for = word == "for" and draft.move.direction == "closed"
        if child.dep_ == "prep" and (closed_for or word in causes) and word not in {"over", "as"}:
            target = _through(child)
            if target is None or (word in {"on", "since"} and _is_time(target)):
                continue
            pieces = [s for s in [tidy(passage, list(target.subtree), reading)] if s]
            if pieces and not pieces[0].overlaps(draft.traded.instrument.at):
                return pieces[0]
        if child.dep_ == "advcl" and any(
            m.dep_ == "mark" and m.lower_ in {"as", "after", "because", "since"}
            for m in child.children
        ):
            tokens = [t for t in child.subtree if t.dep_ != "mark" or t.head != child]
            if tokens and tokens[0].pos_ == "AUX":
                continue  # "as were markets in ...": a comparison
            span = tidy(passage, list(takewhile(lambda t: t.text != ";", tokens)), reading)
            if span is not None and not span.overlaps(draft.traded.instrument.at):
                return span
    return None


def _through(preposition: Token) -> Token | None:
    """The cause's head, also after "due to" and "because of"."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            return child
        if child.dep_ == "prep":
            return _through(child)
    return None


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}


def _effect(draft: _Draft, reading: Reading) -> MarketEffect:
    cue = draft.passage.span(draft.move.cue)
    text, instrument = reading.text, draft.traded.instrument
    measure = draft.traded.measure
    if draft.move.loss and any(f.kind == "money" for f in draft.change):
        measure = "market_value"
    spans = [draft.sentence, instrument.at, cue]
    return MarketEffect(
        id=content_id("m", reading.article.sha256, spans),
        quote=draft.sentence.of(text), at=draft.sentence,
        instrument=instrument, measure=measure, direction=draft.move.direction,
        cue=Quote.of(text, cue), change=tuple(f.id for f in draft.change),
        date=draft.date.id if draft.date else None,
        cause=Quote.of(text, draft.cause) if draft.cause else None,
    )  # fmt: skip
