"""Instruments: whether a noun phrase is something that trades, and what of it is measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.entities.listed import tickers
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import phrase_tokens
from briefwright.extract.tables import table
from briefwright.model import Entity, Instrument, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRADED = {"index": "index", "commodity": "price", "currency": "rate", "market": "price"}
_GROUP_WORDS = {"including", "like"}


@dataclass(frozen=True, slots=True)
class Traded:
    """An instrument with its measure; `sure` when it moves even without a size given."""

    instrument: Instrument
    measure: str
    sure: bool
    group: bool = False


@cache
def _measures() -> dict[str, str]:
    return {w: m for m, all_ in table("market")["instruments"].items() for w in all_}


def instruments_of(
    passage: Passage, head: Token, mentions: Mentions, text: str
) -> Iterator[Traded]:
    """What moved, read from the noun phrase headed by `head`.

    A list of names ("shares in ..., including A, B and C") gives one instrument for each name; the
    phrase itself then stands as the group.
    """
    lemma = head.lemma_.lower()
    named = mentions.at(passage, head)
    if named is not None and named[1].type in _TRADED:
        yield _named(named[0], named[1], _TRADED[named[1].type], text, sure=True)
        return
    if lemma in table("market")["not_instruments"] and lemma != "share":
        return
    measure = _measures().get(lemma)
    if measure is None:
        if named is not None and named[1].type in {"company", "place"}:
            yield _named(named[0], named[1], "price", text, sure=False)
        return
    if lemma in table("market")["weak_instruments"] and not _marketlike(head):
        return
    owner = _owner(passage, head, mentions)
    if lemma == "index" and owner is not None and owner[1].type == "index":
        yield _named(owner[0], owner[1], "index", text, sure=True)
        return
    if measure == "market_value":
        head = _of(head) or head
    members = list(_members(passage, head, mentions))
    for span, entity in members:
        yield _named(span, entity, measure, text, sure=True)
    if owner is not None and owner[1].type in {"index", "commodity", "currency"}:
        measure = {"index": "index", "commodity": "price", "currency": "rate"}[owner[1].type]
    span = _phrase(passage, head)
    entity = owner[1] if owner else None
    yield Traded(
        Instrument(
            quote=span.of(text),
            at=span,
            entity=entity.id if entity else None,
            ticker=_ticker(entity),
        ),
        measure,
        sure=True,
        group=bool(members),
    )


def _of(head: Token) -> Token | None:
    """Whose value it is, after "of"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _named(span: Span, entity: Entity, measure: str, text: str, *, sure: bool) -> Traded:
    instrument = Instrument(quote=span.of(text), at=span, entity=entity.id, ticker=_ticker(entity))
    return Traded(instrument, measure, sure)


def _ticker(entity: Entity | None) -> str | None:
    if entity is None or entity.type != "company":
        return None
    return tickers().get(entity.name)


def _marketlike(head: Token) -> bool:
    words = {t.lemma_.lower() for t in head.subtree}
    return bool(
        words & {"market", "stock", "share", "price", "equity", "bond", "index", "benchmark"}
    )


def _phrase(passage: Passage, head: Token) -> Span:
    tokens = list(phrase_tokens(head))
    stop = next((i for i, t in enumerate(tokens) if t.lower_ in _GROUP_WORDS), len(tokens))
    tokens = tokens[:stop] or tokens
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return passage.span(tokens)


def _owner(passage: Passage, head: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    """Whose shares or value it is: "Nvidia shares", "its shares", "shares in Nvidia"."""
    for child in head.children:
        if child.dep_ in {"poss", "compound", "nmod", "amod"}:
            if found := mentions.at(passage, child):
                if found[1].type in {"company", "index", "commodity", "currency"}:
                    return found
            elif child.lower_ in {"its", "their"}:
                entity = mentions.resolve(passage, child)
                if entity is not None and entity.type == "company":
                    return Span(passage.starts[child.i], passage.ends[child.i]), entity
        if child.dep_ == "prep" and child.lower_ in {"in", "of"}:
            for target in (c for c in child.children if c.dep_ == "pobj"):
                found = mentions.at(passage, target) or next(
                    (
                        m
                        for c in target.children
                        if c.dep_ == "appos" and (m := mentions.at(passage, c))
                    ),
                    None,
                )
                if found and found[1].type in {"company", "index", "commodity", "currency"}:
                    return found
    return None


def _members(passage: Passage, head: Token, mentions: Mentions) -> Iterator[tuple[Span, Entity]]:
    """The names after "including" below the phrase."""
    for token in head.subtree:
        if token.lower_ not in _GROUP_WORDS and not (
            token.lower_ == "as" and token.i and token.doc[token.i - 1].lower_ == "such"
        ):
            continue
        for member in (c for c in token.children if c.dep_ == "pobj"):
            stack = [member]
            while stack:
                node = stack.pop(0)
                if found := mentions.at(passage, node):
                    yield found
                stack.extend(c for c in node.children if c.dep_ in {"conj", "appos"})
