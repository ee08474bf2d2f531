"""Verbs that move their object, or take something off it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.move import (
    Move,
    conjoined,
    directions,
    is_amount,
    listed,
    quantities,
    result_of,
)
from briefwright.extract.market.subjects import ends_otherwise
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPPOSITE = {"up": "down", "down": "up"}


def moved_object(verb: Token, direction: str | None) -> Iterator[Move]:
    """The move of an object: "sent its shares lower", "dragged the index", "affected tech stocks".

    Args:
        verb: a mover.
        direction: the verb's own; "none" when it has an effect but no direction, None when only
            the word after it gives one.
    """
    word = result_of(verb)
    target = next((c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i), None)
    target = target or child_of(verb, "nsubjpass")
    if word is not None:
        target = target or child_of(word, "nsubj", "dobj")
        if word.lower_ in directions("directions"):
            found = conjoined(target) if target is not None else ()
            way = directions("directions")[word.lower_]
            yield Move((word,), way, verb, found, told=target is not None)
    elif target is not None and direction == "none":
        yield Move((verb,), None, verb, conjoined(target))
    elif target is not None and direction is not None and _can_move(verb, target):
        told = verb.dep_ != "pcomp"  # "a way of lifting prices" tells none
        yield Move((verb,), direction, verb, conjoined(target), told=told)


def _can_move(verb: Token, target: Token) -> bool:
    """Whether the object is a quantity or a name: "lifted prices", but "lifted the ban"."""
    if verb.lemma_ in listed("movers_with_preposition"):
        return False
    return target.pos_ == "PROPN" or target.lemma_.lower() in quantities()


def taken(verb: Token, direction: str) -> Iterator[Move]:
    """The move of what an amount is taken off: "wiped about €4bn off its market value"."""
    amount = child_of(verb, "nsubjpass") or child_of(verb, "dobj")
    if amount is None or not is_amount(amount):
        return
    for child in verb.children:
        target = None
        if child.dep_ == "prep" and child.lower_ in {"off", "from", "to"} and child.i > verb.i:
            target = child_of(child, "pobj")
        elif child.dep_ == "prt" and child.lower_ == "off":  # "was wiped off its value"
            target = child_of(verb, "dobj")
        if target is not None and target != amount and not is_amount(target):
            yield Move((verb,), direction, verb, (target,))


def reversed_move(verb: Token) -> Iterator[Move]:
    """The subject of "pared losses" goes up, of "gave up its gains" down, of "extended gains" up.

    Unless the text tells where it ended: "pared losses to close flat".
    """
    target, subject = child_of(verb, "dobj"), subject_of(verb)
    if target is None or subject is None or ends_otherwise(verb):
        return
    earlier = directions("nouns").get(target.lemma_.lower())
    if earlier is None or any(c.lower_ in listed("persons_own") for c in target.children):
        return
    lemma, particle = verb.lemma_.lower(), child_of(verb, "prt")
    needed = table("market")["reversing"].get(lemma)
    if needed is not None and (particle is None or particle.lower_ != needed):
        return
    if lemma in listed("extending"):
        yield Move((target,), earlier, verb, conjoined(subject))
        return
    cue = (verb,) if particle is None else (verb, particle)
    yield Move(cue, _OPPOSITE[earlier], verb, conjoined(subject))
