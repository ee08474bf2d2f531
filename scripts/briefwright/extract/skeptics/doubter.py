"""Whose doubt a verb tells: mostly its subject, but not where another verb's object does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import is_be, told
from briefwright.extract.syntax import SUBJECTS, child_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_PART_OF = {"among", "amongst"}
_OF_DEED = {"for", "from", "after", "against", "of", "about", "by"}


def doubter_of(verb: Token) -> Token | None:
    """The head of the words for who doubts, of a verb of doubt in the active voice."""
    if verb.tag_ == "VBG" and child_of(verb, *SUBJECTS) is None:
        doer = _doer_before(verb) or _sender(verb) or _praised(verb)
        if doer is not None:
            return doer
    return _one_among(verb) or subject_of(verb)


def _doer_before(gerund: Token) -> Token | None:
    """The name right before a gerund: "spoke about Pope Francis calling Christmas a sham"."""
    if gerund.i == gerund.sent.start:
        return None
    before = gerund.nbor(-1)
    named = before.pos_ == "PROPN" and before.dep_ == "pobj" and before.head.lower_ in _OF_DEED
    return before if named else None


def _sender(gerund: Token) -> Token | None:
    """Of "sent a note to the board faulting them", who sent it."""
    node = gerund.head
    if gerund.dep_ != "acl" or node.dep_ not in {"pobj", "dobj"}:
        return None
    while node.dep_ in {"pobj", "dobj", "prep"} and node.head.pos_ != "VERB":
        node = node.head
    if node.head.pos_ == "VERB" and not told(node, "holders"):
        return subject_of(node.head)
    return None


def _praised(gerund: Token) -> Token | None:
    """Of "praised Anna Berg for speaking out against the plan", who is praised for it."""
    preposition = gerund.head
    if gerund.dep_ != "pcomp" or preposition.lower_ not in {"for", "from"}:
        return None
    done = child_of(preposition.head, "dobj")
    return done if done is not None and done.i < preposition.i else None


def _one_among(verb: Token) -> Token | None:
    """Of "she was among the senators who opposed it", she."""
    group = verb.head
    if verb.dep_ != "relcl" or group.dep_ != "pobj" or group.head.lower_ not in _PART_OF:
        return None
    above = group.head.head
    return subject_of(above) if is_be(above) else None
