"""Nouns of doubt: who has it, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import Doubt, cited, negation, prepositions
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

# Nouns for the holder himself: "she is a critic of the plan".
_HOLDERS = {"critic", "skeptic", "sceptic"}


def noun_doubt(noun: Token, stance: str) -> Doubt | None:
    """The doubt of a noun such as "skepticism", "criticism", "critic"."""
    doubt, above = table("doubt"), noun.head
    determiner = child_of(noun, "det")
    if determiner is not None and determiner.lower_ == "no":
        return None
    if noun.dep_ == "pobj" and above.lower_ in {"with", "by"}:
        if above.head.lemma_ in doubt["receiving"]:
            return _received(noun, stance, child_of(above.head, "nsubjpass", "nsubj"))
    elif noun.dep_ == "dobj" and above.lemma_ in doubt["receiving"]:
        return _received(noun, stance, subject_of(above))
    elif noun.dep_ == "dobj" and above.lemma_ in doubt["carriers"] and negation(above) is None:
        return _carried(noun, stance)
    elif noun.dep_ in {"nsubj", "attr"} and above.lemma_ in [*doubt["carriers"], "be"]:
        return _stated(noun, stance)
    return _owned(noun, stance)


def _received(noun: Token, stance: str, target: Token | None) -> Doubt | None:
    """The plan "has been met with skepticism", "drew criticism from unions"."""
    if target is None:
        return None
    holder = _source(noun) or (_source(noun.head) if noun.dep_ == "dobj" else None)
    return Doubt(stance, [noun], holder, target)


def _carried(noun: Token, stance: str) -> Doubt | None:
    """Somebody "cast doubt on" it, "voiced reservations about" it."""
    verb = noun.head
    target = _object(noun) or _object_of_verb(verb)
    holder = subject_of(verb)
    if target is None or holder is None:
        return None
    cue = [verb, noun] if verb.i + 1 == noun.i else [noun]
    return Doubt(stance, cue, holder, target, cited(verb))


def _stated(noun: Token, stance: str) -> Doubt | None:
    """There "is skepticism about" it, "doubts remain", she "is a critic of" it."""
    verb, owner = noun.head, child_of(noun, "poss")
    target = _object(noun) or _object_of_verb(verb)
    if noun.dep_ == "attr" and noun.lemma_ in _HOLDERS:
        target = target or owner
        subject = child_of(verb, "nsubj")
        if target is None or subject is None:
            return None
        return Doubt(stance, [noun], subject, target)
    expletive = child_of(verb, "expl") is not None or noun.dep_ == "nsubj"
    if target is None or not expletive:
        return None
    return Doubt(stance, [noun], _source(noun) or owner, target)


def _owned(noun: Token, stance: str) -> Doubt | None:
    """Somebody's doubts about it, wherever they stand."""
    owner, target = child_of(noun, "poss"), _object(noun)
    if owner is None or target is None:
        return None
    return Doubt(stance, [noun], owner, target)


def _object(noun: Token) -> Token | None:
    """What the noun is about; the "with" of a noun names company, not a target."""
    allowed = [t for t in table("doubt")["target_prepositions"] if t != "with"]
    return next(prepositions(noun, allowed), None)


def _object_of_verb(verb: Token) -> Token | None:
    return next(prepositions(verb, table("doubt")["target_prepositions"]), None)


def _source(word: Token) -> Token | None:
    """Whose doubt it is, after the "from" or "among" of the noun or of its verb."""
    return next(prepositions(word, table("doubt")["holder_prepositions"]), None)
