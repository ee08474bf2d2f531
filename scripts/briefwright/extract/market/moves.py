"""Moves: words that say that something traded went up, down or nowhere, with what moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefwright.extract.market.directed import directed, shut, to_a_record, with_particle
from briefwright.extract.market.happened import happened
from briefwright.extract.market.modifiers import falling_thing, loose_direction
from briefwright.extract.market.move import Move, directions
from briefwright.extract.market.nouns import mistaken_word, noun_moves
from briefwright.extract.market.objects import moved_object, reversed_move, taken
from briefwright.extract.market.subjects import moving
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODIFYING = {"amod", "compound"}


def find_moves(token: Token) -> Iterator[Move]:
    """The moves whose main word is `token`."""
    if directions("directions").get(token.lower_) in {"up", "down"}:
        yield from loose_direction(token)
    elif token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
        if token.dep_ in _MODIFYING and token.i < token.head.i:
            yield from falling_thing(token)
        else:
            yield from _verb_moves(token)
    elif token.pos_ == "NOUN" and token.lemma_.lower() in directions("nouns"):
        yield from noun_moves(token)
    elif token.pos_ in {"PROPN", "NOUN", "ADJ"}:
        yield from mistaken_word(token)


def _verb_moves(verb: Token) -> Iterator[Move]:
    """The moves of a verb; untold where they only may have happened."""
    found = list(_verb(verb))
    if not found:
        return
    told = happened(verb)
    yield from (move if told else replace(move, told=False) for move in found)


def _verb(verb: Token) -> Iterator[Move]:
    market, lemma = table("market"), verb.lemma_.lower()
    if lemma in market["takers"] and (found := list(taken(verb, market["takers"][lemma]))):
        yield from found
        return
    moves = lemma in directions("verbs")
    if moves and verb.pos_ == "VERB":
        yield from moving(verb, directions("verbs")[lemma])
    if moves or lemma in market["plain_verbs"]:
        yield from directed(verb)
    if lemma in {"close", "shut"} and verb.tag_ == "VBN":
        yield from shut(verb)
    if lemma in market["movers"]:
        yield from moved_object(verb, market["movers"][lemma])
    if lemma in market["particle_verbs"]:
        yield from with_particle(verb, market["particle_verbs"][lemma])
    if lemma in market["peak_verbs"]:
        yield from to_a_record(verb)
    if lemma in market["reversing"] or lemma in market["extending"]:
        yield from reversed_move(verb)
