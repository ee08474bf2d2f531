"""Moves: words that say that something went up, down or nowhere, with what moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefwright.extract.market.modifiers import falling_thing, loose_direction
from briefwright.extract.market.move import (
    Move,
    conjoined,
    directions,
    happened,
    is_amount,
    listed,
    result_of,
)
from briefwright.extract.market.nouns import headline_noun, noun_moves
from briefwright.extract.market.objects import moved_object, taken
from briefwright.extract.syntax import child_of, subject_of
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
    elif token.pos_ in {"PROPN", "NOUN"}:
        yield from headline_noun(token)


def _verb_moves(verb: Token) -> Iterator[Move]:
    """The moves of a verb; untold where they only may have happened."""
    found = list(_verb(verb))
    if not found:
        return
    told = happened(verb)
    yield from (move if told else replace(move, told=False) for move in found)


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
    if lemma in market["particle_verbs"]:
        yield from _with_particle(verb, market["particle_verbs"][lemma])


def _moving(verb: Token, direction: str | None) -> Iterator[Move]:
    """The subject of "rose" or "tumbled" moves, unless another word tells where it ends."""
    subject = subject_of(verb)
    if result_of(verb) or _no_quantity(subject, verb) or child_of(verb, "auxpass") is not None:
        return
    if child_of(verb, "xcomp") is not None and verb.lemma_ in listed("declining"):
        return  # "declined to comment"
    target = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if target is not None and target.lower_ in directions("nouns"):
        target = None  # the parser hangs "..., a stockpile rise" on the verb
    if target is not None and not is_amount(target):
        if verb.lemma_.lower() in listed("either_way"):
            yield Move((verb,), direction, verb, conjoined(target))
        return
    if verb.lemma_.lower() in listed("sized_verbs") and not _sized(verb):
        return
    told = not _ends_otherwise(verb)
    if subject is None:
        yield Move((verb,), direction, verb, (), told=False)
    elif verb.dep_ not in {"acl", "relcl"}:
        yield Move((verb,), direction, verb, conjoined(subject), told=told)
    else:
        yield Move((verb,), direction, verb, (subject,), told=told)


def _no_quantity(subject: Token | None, verb: Token) -> bool:
    """Whether it is a person or a mood, which rise and fall in no figures.

    The recogniser takes a firm's name for a person's at times; those have an amount.
    """
    if subject is None:
        return False
    if subject.lower_ in listed("no_quantities"):
        return True
    return subject.ent_type_ == "PERSON" and not _sized(verb)


def _sized(verb: Token) -> bool:
    """Whether the verb has an amount, as "grew 3%" and "contracted by a third" do."""
    for child in verb.children:
        if child.i < verb.i:
            continue
        inside = child_of(child, "pobj") if child.dep_ == "prep" else None
        if is_amount(inside or child):
            return True
    return False


def _ends_otherwise(verb: Token) -> bool:
    """Whether the close is the move: "recovered from an early drop to finish flat"."""
    return any(
        c.lemma_ in listed("closing_verbs") and c.i > verb.i and result_of(c) is not None
        for c in verb.children
        if c.dep_ in {"xcomp", "advcl"}
    )


def _directed(verb: Token) -> Iterator[Move]:
    """The subject of "closed lower", "was little changed", "edged up" moves."""
    word, subject = result_of(verb), subject_of(verb)
    if word is None or subject is None:
        return
    if word.lower_ == "changed":
        little = tuple(c for c in word.children if c.lower_ == "little")
        if little:
            yield Move((*little, word), "flat", verb, conjoined(subject))
        return
    direction = directions("directions")[word.lower_]
    if word.lower_ in {"up", "down"} and verb.lemma_ not in listed("up_and_down_verbs"):
        return  # "take up", "slow down": particles
    if direction == "closed" and verb.lemma_ not in {"be", "remain", "stay"}:
        return
    together = word.i == verb.i + 1 and verb.lemma_ not in listed("copulas")
    yield Move((verb, word) if together else (word,), direction, verb, conjoined(subject))


def _shut(verb: Token) -> Iterator[Move]:
    """A market that is no longer open: "London was closed for the bank holiday"."""
    subject = child_of(verb, "nsubjpass")
    if subject is not None:
        yield Move((verb,), "closed", verb, conjoined(subject))


def _with_particle(verb: Token, particles: dict[str, str]) -> Iterator[Move]:
    """The subject of "gave up 2%", "put on 3%", "sold off" moves."""
    particle = next((c for c in verb.children if c.dep_ == "prt"), None)
    target = child_of(verb, "dobj")
    subject = subject_of(verb)
    if particle is None or particle.lower_ not in particles or subject is None:
        return
    if target is not None and (not is_amount(target) or target.lower_ in directions("nouns")):
        return
    if target is not None or particle.lower_ == "off":
        direction = particles[particle.lower_]
        yield Move((verb, particle), direction, verb, conjoined(subject))
