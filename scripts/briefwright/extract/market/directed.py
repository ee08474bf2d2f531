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
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEAK_REACH = 6  # words from the verb of "hit a fresh all-time high" to its end


def directed(verb: Token) -> Iterator[Move]:
    """The subject of "closed lower", "was little changed", "edged up" moves.

    "Higher than" compares it with something else.
    """
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
        if directions("verbs").get(verb.lemma_) == direction:
            yield Move((verb,), direction, verb, conjoined(subject))  # "dropped down"
        return  # "take up", "slow down": particles
    if direction == "closed" and verb.lemma_ not in {"be", "remain", "stay"}:
        return
    together = word.i == verb.i + 1 and verb.lemma_ not in listed("copulas")
    cue = (verb, word) if together else (word,)
    compared = word.i + 1 < len(word.doc) and word.nbor().lower_ == "than"
    yield Move(cue, direction, verb, conjoined(subject), told=not compared)


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


def to_a_record(verb: Token) -> Iterator[Move]:
    """The subject of "hit a record high" moves; other highs and lows are places of comparison.

    Read by the words, because the parser makes now the high and now the record its object.
    """
    subject = subject_of(verb)
    after = verb.doc[verb.i + 1 : verb.i + 1 + _PEAK_REACH]
    peak = next((t for t in after if t.lower_ in table("market")["peaks"]), None)
    if subject is None or peak is None:
        return
    cue = verb.doc[verb.i : peak.i + 1]
    if any(t.lower_ in listed("record_words") for t in cue):
        yield Move(tuple(cue), table("market")["peaks"][peak.lower_], verb, conjoined(subject))
