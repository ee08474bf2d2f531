"""Verbs whose subject moves: "rose", "tumbled 3%", "has lost a third of its value"."""

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


def moving(verb: Token, direction: str | None) -> Iterator[Move]:
    """The subject's move, unless another word tells where it ends.

    An object that is no amount moves instead ("increased output"), or shows that the verb means
    something else ("dropped the plan", "lost control").
    """
    subject = subject_of(verb)
    if result_of(verb) or _no_quantity(subject, verb):
        return
    if child_of(verb, "auxpass") is not None and verb.lemma_.lower() not in listed("either_way"):
        return
    if verb.lemma_ in listed("declining") and child_of(verb, "xcomp") is not None:
        return  # "declined to comment"
    if verb.i + 1 < len(verb.doc) and verb.nbor().lower_ in listed("no_movement_before"):
        return  # "fell short of"
    target = next((c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i), None)
    if target is not None and _means_otherwise(verb, target):
        if verb.lemma_.lower() in listed("either_way"):
            yield Move((verb,), direction, verb, conjoined(target), told=False)
        return
    if verb.lemma_.lower() in listed("sized_verbs") and not _sized(verb):
        return
    if subject is None:
        yield Move((verb,), direction, verb, (), told=False)
        return
    items = (subject,) if verb.dep_ in {"acl", "relcl"} else conjoined(subject)
    lemma = verb.lemma_.lower()
    told = not (ends_otherwise(verb) or lemma in listed("growth_verbs"))
    yield Move((verb,), direction, verb, items, lemma in listed("loss_words"), told=told)


def _means_otherwise(verb: Token, target: Token) -> bool:
    """Whether the object is what the verb is about.

    No amount, no day and no second movement that the parser hangs on it ("falls on ..., a
    stockpile rise"). "Fell" and "soared" have no object, whatever the parser makes of it.
    """
    if verb.lemma_.lower() not in listed("object_verbs"):
        return False
    if is_amount(target) or target.ent_type_ in {"DATE", "TIME"}:
        return False
    return target.lemma_.lower() not in directions("nouns")


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


def ends_otherwise(verb: Token) -> bool:
    """Whether the close is the move: "recovered from an early drop to finish flat"."""
    return any(
        c.lemma_ in listed("closing_verbs") and c.i > verb.i and result_of(c) is not None
        for c in verb.children
        if c.dep_ in {"xcomp", "advcl"}
    )
