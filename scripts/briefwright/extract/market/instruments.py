"""Instruments: whether a noun phrase is something that trades, and what of it is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.entities.listed import tickers
from briefwright.extract.market.move import listed
from briefwright.extract.market.owners import GROUP_WORDS, members_of, of_a_person, owner_of
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import phrase_tokens
from briefwright.extract.tables import table
from briefwright.model import Entity, Instrument, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Entities that trade in their own name, and what of them is measured.
_TRADED = {"index": "index", "commodity": "price", "currency": "rate", "market": "price"}
_DASHES = {"-", "–", "—", "--", ":"}
_DESCRIBING = {"compound", "nmod", "amod", "poss", "prep"}


@dataclass(frozen=True, slots=True)
class Traded:
    """An instrument with its measure.

    Attributes:
        instrument: its words, and its entity and ticker when they are known.
        measure: price, market_value, index, yield or rate.
        sure: it trades, so it moves even without a size given.
        general: a price or market that nothing in its phrase tells to be a traded one.
        group: a phrase whose members are instruments of their own.
    """

    instrument: Instrument
    measure: str
    sure: bool
    group: bool = False
    general: bool = False


def instruments_of(
    passage: Passage, head: Token, mentions: Mentions, text: str
) -> Iterator[Traded]:
    """What moved, read from the noun phrase headed by `head`.

    A list of names ("shares in ..., including A, B and C") gives one instrument for each name; the
    phrase itself then stands as the group.
    """
    market, lemma = table("market"), head.lemma_.lower()
    named = mentions.at(passage, head)
    if named is not None and named[1].type in _TRADED:
        yield Traded(named_instrument(*named, text), _measure_of(named[1]), sure=True)
    elif lemma in market["not_instruments"]:
        return
    elif lemma in _measures():
        weak = lemma in market["weak_instruments"] and not _marketlike(head)
        if (
            trades(head)
            and not of_a_person(passage, head, mentions)
            and (not weak or _of_an_index(passage, head, mentions))
        ):
            yield from _phrase_instruments(passage, head, mentions, text)
    elif named is not None and named[1].type in {"company", "place"}:
        yield Traded(named_instrument(*named, text), "price", sure=False)


def named_instrument(span: Span, entity: Entity, text: str) -> Instrument:
    """The instrument that is an entity's name."""
    return Instrument(quote=span.of(text), at=span, entity=entity.id, ticker=_ticker(entity))


def _measure_of(entity: Entity) -> str:
    """What is measured of what trades in its own name."""
    if entity.name.lower() in listed("priced_currencies"):
        return "price"
    return _TRADED[entity.type]


@cache
def _measures() -> dict[str, str]:
    """For each noun of something traded, what of it is measured."""
    return {w: m for m, all_ in table("market")["instruments"].items() for w in all_}


def _phrase_instruments(
    passage: Passage, head: Token, mentions: Mentions, text: str
) -> Iterator[Traded]:
    """The phrase as a group after its members, or as the one instrument it is."""
    measure = _measures()[head.lemma_.lower()]
    owner = owner_of(passage, head, mentions)
    entity = owner[1] if owner else None
    if owner and _of_an_index(passage, head, mentions):
        yield Traded(named_instrument(*owner, text), "index", sure=True)
        return
    if measure == "market_value":
        head = _of(head) or head
    members = list(members_of(passage, head, mentions))
    for member in members:
        yield Traded(named_instrument(*member, text), measure, sure=True)
    if entity is not None:
        measure = _TRADED.get(entity.type, measure)
    span = _phrase(passage, head)
    instrument = Instrument(
        quote=span.of(text),
        at=span,
        entity=entity.id if entity else None,
        ticker=_ticker(entity),
    )
    general = head.lemma_.lower() in listed("general_instruments") and not _described(head)
    yield Traded(instrument, measure, sure=True, group=bool(members), general=general)


def trades(head: Token) -> bool:
    """Whether the word stands for something traded: "shares", not "a share"; no consumer prices.

    Stocks and yields of wheat are grain.
    """
    if head.lower_ in listed("traded_as_plural"):
        return False
    around = {t.lemma_.lower() for t in phrase_tokens(head)}
    if around & listed("not_traded"):
        return False
    grown = listed("stored_goods") & around
    return not (head.lemma_.lower() in {"stock", "yield"} and grown)


def _described(head: Token) -> bool:
    """Whether its phrase says of what it is: "oil prices", "the market in Tokyo"."""
    return any(c.dep_ in _DESCRIBING for c in head.children if c.pos_ != "PRON")


def _of(head: Token) -> Token | None:
    """Whose value it is, after "of"."""
    for child in head.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _ticker(entity: Entity | None) -> str | None:
    if entity is None or entity.type != "company":
        return None
    return tickers().get(entity.name)


def _marketlike(head: Token) -> bool:
    return any(t.lemma_.lower() in listed("market_words") for t in head.subtree)


def _phrase(passage: Passage, head: Token) -> Span:
    tokens = list(phrase_tokens(head))
    stop = next((i for i, t in enumerate(tokens) if t.lower_ in GROUP_WORDS), len(tokens))
    tokens = tokens[:stop] or tokens
    while len(tokens) > 1 and tokens[-1].is_punct:
        tokens.pop()
    return passage.span(_after_dateline(tokens, head))


def _after_dateline(tokens: Sequence[Token], head: Token) -> Sequence[Token]:
    """The phrase without what a dash sets off before it, as in "LONDON - Oil prices"."""
    for index, token in enumerate(tokens):
        if token.i >= head.i:
            break
        if index and token.text in _DASHES and tokens[index - 1].whitespace_:
            return tokens[index + 1 :]
    return tokens


def _of_an_index(passage: Passage, head: Token, mentions: Mentions) -> bool:
    """Whether the word stands beside an index's name: "the Nikkei average"."""
    if _measures().get(head.lemma_.lower()) != "index":
        return False
    owner = owner_of(passage, head, mentions)
    return owner is not None and owner[1].type == "index"
