"""Whether the text tells a move as one that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.market.move import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

# Present forms take the time of the clause above them: "a shock that drives up prices would ...".
_TIMELESS = {"VB", "VBZ", "VBP"}
_UNFINISHED = {"VB", "VBG", "VBN"}
_CLIMBS = 6  # clauses above a move that can make it a mere possibility


def happened(verb: Token) -> bool:
    """Whether the text says that it did; "pared losses to end down" and "helped to drag" did."""
    if any(denies(c) or c.lower_ in listed("habitual") for c in verb.children):
        return False
    above = verb.head
    realised = (
        verb.dep_ in {"xcomp", "advcl"}
        and above.tag_ in {"VBD", "VBN"}
        and above.lemma_ in listed("realising")
    )
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & listed("unrealised") or ("to" in auxiliaries and not realised):
        return False
    if verb.tag_ == "VB" and not (auxiliaries or realised) and _let(verb):
        return False
    return not _supposed(verb)


def denies(word: Token) -> bool:
    """Whether it is a "not"; "not only" denies nothing."""
    following = word.doc[word.i + 1].lower_ if word.i + 1 < len(word.doc) else ""
    return word.dep_ == "neg" and following != "only"


def _let(verb: Token) -> bool:
    """Whether it depends on a verb that need not make it true: "lets prices fall"."""
    above = verb.head
    if verb.dep_ not in {"ccomp", "xcomp"}:
        return False
    return above.tag_ not in {"VBD", "VBN"} or above.lemma_ in listed("letting")


def _supposed(verb: Token) -> bool:
    """Whether a clause above makes it a condition or a forecast: "if", "expects that"."""
    node = verb
    for _ in range(_CLIMBS):
        marks = {c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"}}
        if marks & listed("suppositions"):
            return True
        if node.dep_ not in {"conj", "ccomp", "xcomp", "advcl", "relcl", "acl"}:
            return False
        above = node.head
        if node.dep_ in {"ccomp", "xcomp"} and node.tag_ in _UNFINISHED and _may_be(above):
            return True
        if node.dep_ not in {"conj", "relcl"} and above.lemma_.lower() in listed("forecasting"):
            return True
        if node.dep_ in {"advcl", "relcl", "acl"}:
            return verb.tag_ in _TIMELESS and _may_be(above)
        node = above
    return False


def _may_be(node: Token) -> bool:
    """Whether the verb at or above a word only may come true."""
    for _ in range(_CLIMBS):
        if any(c.dep_ == "aux" and c.lower_ in listed("unrealised") for c in node.children):
            return True
        if node.head == node:
            return False
        node = node.head
    return False
