"""Moves: words that say that something traded went up, down or nowhere, with their instruments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.move import Move, conjoined, directions, happened, result_of
from briefwright.extract.market.objects import moved_object, taken
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_moves(token: Token) -> Iterator[Move]:
    """The moves whose main word is `token`."""
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
        if happened(token):
            yield from _verb(token)
    elif token.pos_ == "NOUN" and token.lower_ in directions("nouns"):
        yield from _noun(token, directions("nouns")[token.lower_])


def _verb(verb: Token) -> Iterator[Move]:
    market, lemma = table("market"), verb.lemma_.lower()
    moving = lemma in directions("verbs")
    if moving and verb.pos_ == "VERB":
        yield from _moving(verb, directions("verbs")[lemma])
    if moving or lemma in market["plain_verbs"]:
        yield from _directed(verb)
    if lemma in {"close", "shut"} and verb.tag_ == "VBN":
        yield from _shut(verb)
    if lemma in market["movers"]:
        yield from moved_object(verb, market["movers"][lemma])
    if lemma in market["takers"]:
        yield from taken(verb, market["takers"][lemma])


def _moving(verb: Token, direction: str | None) -> Iterator[Move]:
    """The subject of "rose" or "tumbled" moves, unless another word tells where it ends."""
    if result_of(verb) or _ends_otherwise(verb) or child_of(verb, "auxpass") is not None:
        return
    if any(c.dep_ == "dobj" and c.lower_ in directions("nouns") for c in verb.children):
        return  # "pared losses": the object turns the direction; the closing word tells it
    subject = subject_of(verb)
    if subject is None:
        return
    if verb.dep_ not in {"acl", "relcl"}:
        yield Move((verb,), direction, verb, conjoined(subject))
    elif verb.dep_ == "relcl" or verb.tag_ == "VBG":
        yield Move((verb,), direction, verb, (subject,))


def _ends_otherwise(verb: Token) -> bool:
    """Whether the close is the move: "recovered from an early drop to finish flat"."""
    closing = table("market")["closing_verbs"]
    return any(
        c.lemma_ in closing and c.i > verb.i and result_of(c) is not None
        for c in verb.children
        if c.dep_ in {"xcomp", "advcl"}
    )


def _directed(verb: Token) -> Iterator[Move]:
    """The subject of "closed lower", "was little changed", "edged up" moves."""
    word, subject = result_of(verb), subject_of(verb)
    if word is None or subject is None:
        return
    market = table("market")
    if word.lower_ == "changed":
        little = tuple(c for c in word.children if c.lower_ == "little")
        if little:
            yield Move((*little, word), "flat", verb, conjoined(subject))
        return
    direction = directions("directions")[word.lower_]
    if word.lower_ in {"up", "down"} and verb.lemma_ not in market["up_and_down_verbs"]:
        return  # "take up", "slow down": particles
    if direction == "closed" and verb.lemma_ not in {"be", "remain", "stay"}:
        return
    together = word.i == verb.i + 1 and verb.lemma_ not in market["copulas"]
    yield Move((verb, word) if together else (word,), direction, verb, conjoined(subject))


def _shut(verb: Token) -> Iterator[Move]:
    """A market that is no longer open: "London was closed for the bank holiday"."""
    subject = child_of(verb, "nsubjpass")
    if subject is not None:
        yield Move((verb,), "closed", verb, conjoined(subject))


def _noun(noun: Token, direction: str | None) -> Iterator[Move]:
    """A noun's move: "a 1.4% decline in the index", "saw a loss of $600bn", "ripples through"."""
    loss = noun.lemma_.lower() in {"loss", "gain"}
    verb = noun
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    places = ("in", "of", "for") if direction is not None else ("through", "across", "on", "in")
    beside = noun.head.children if noun.dep_ == "dobj" else ()
    for child in [*noun.children, *beside]:
        if child.dep_ == "prep" and child.lower_ in places and child.i > noun.i:
            for target in (c for c in child.children if c.dep_ == "pobj"):
                yield Move((noun,), direction, verb, conjoined(target), loss)
    carriers = table("market")["noun_carriers"]
    if noun.dep_ == "dobj" and noun.head.lemma_ in carriers and direction is not None:
        subject = subject_of(noun.head)
        if subject is not None:
            yield Move((noun,), direction, noun.head, conjoined(subject), loss)
