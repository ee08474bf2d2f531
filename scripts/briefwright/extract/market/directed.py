"""Verbs that take their direction from a word beside them: "closed lower", "gave up 2%"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.move import (
    Move,
    conjoined,
    directions,
    is_amount,
    listed,
    result_of,
)
from briefwright.extract.syntax import child_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def directed(verb: Token) -> Iterator[Move]:
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


def shut(verb: Token) -> Iterator[Move]:
    """A market that is no longer open: "London was closed for the bank holiday"."""
    subject = child_of(verb, "nsubjpass")
    if subject is not None:
        yield Move((verb,), "closed", verb, conjoined(subject))


def with_particle(verb: Token, particles: dict[str, str]) -> Iterator[Move]:
    """The subject of "gave up 2%", "put on 3%", "sold off" moves."""
    particle = child_of(verb, "prt")
    target, subject = child_of(verb, "dobj"), subject_of(verb)
    if particle is None or particle.lower_ not in particles or subject is None:
        return
    sized = target is not None and is_amount(target)
    if sized or (target is None and particle.lower_ == "off"):
        yield Move((verb, particle), particles[particle.lower_], verb, conjoined(subject))
