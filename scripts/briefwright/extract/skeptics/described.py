"""Doubt in a word that describes: called "theatre", said to be false, without evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage
from briefwright.extract.skeptics.doubt import (
    Doubt,
    is_be,
    listed,
    negation,
    prepositions,
    stances,
    told,
)
from briefwright.extract.skeptics.doubter import doubter_of
from briefwright.extract.skeptics.real import really
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NOMINAL = {"NOUN", "PROPN", "PRON"}
_REACH = 12  # words from the describing verb to what it calls the thing
_OPENING = set('“"‘')
_CLOSING = set('”"’')
_STOPS = {".", ",", ";", ":", "and", "but", "because", "that", "which", "who"}
_MASKED_SAMPLE = 12  # words of a longer quotation in which the description stands


@cache
def evaluations() -> dict[str, str]:
    """Each word of evaluation and the stance that it shows."""
    lists = {"untruths": "denies", "doubtful": "disputes", "bad": "criticises"}
    return {word: stance for key, stance in lists.items() for word in words("doubt", key)}


def described_doubt(verb: Token, passage: Passage, text: str) -> Doubt | None:
    """Somebody "called the report 'fiction'", "described the plan as reckless".

    Args:
        verb: the describing verb.
        passage: where it stands.
        text: the article's, in which the passage's masked quotations are.
    """
    if not really(verb) or _repeats(verb):
        return None
    passive = child_of(verb, "auxpass") is not None
    target, start = _described(verb, passive)
    if not target:
        return None
    stance = _stance(_description(verb, start, passage, text), target)
    if stance is None:
        return None
    holder = next(prepositions(verb, ("by",)), None) if passive else doubter_of(verb)
    if holder is None and not passive:
        return None
    if (clause := _extraposed(verb, start, target)) is not None:
        return Doubt(stance, [verb], holder, clause)
    head = _head(target)
    anything = head.pos_ in {"PRON", "DET"} or verb.lemma_ in words("doubt", "dismissing")
    frame = "" if anything else "sayer"
    return Doubt(stance, [verb], holder, head, frame=frame, words=target)


def _repeats(verb: Token) -> bool:
    """Whether it goes on with a doubt: "blasted the plan, calling it absurd"."""
    pronoun = child_of(verb, "dobj", "nsubj")
    above = verb.head
    doubting = above.lemma_.lower() in stances("verbs") or above.lemma_ in listed("striking")
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or not doubting:
        return False
    nearest = pronoun if pronoun is not None and pronoun.i > verb.i else verb.nbor()
    return nearest.lower_ in {"it", "them", "him", "her", "that", "this"}


def _described(verb: Token, passive: bool) -> tuple[Sequence[Token], int]:
    """The words for the described thing and the place where the description begins.

    Read along the words: parsers take "called that 'theatre'" and "called the report 'fiction'"
    for a noun phrase.
    """
    if passive:
        subject = child_of(verb, "nsubjpass")
        return ([] if subject is None else list(subject.subtree)), verb.i + 1
    first = verb.i + 1
    tokens = verb.doc[first : min(first + _REACH, verb.sent.end)]
    for token in tokens:
        begun = token.i > first
        plain = token.text in _OPENING or token.lower_ in {"as", "a", "an"}
        named = token.i > first and token.nbor(-1).pos_ in _NOMINAL
        if begun and (plain or (named and token.lower_ in evaluations())):
            return list(verb.doc[first : token.i]), token.i
        if begun and token.text in _STOPS:
            break
    return [], first


def _head(target: Sequence[Token]) -> Token:
    """The noun or pronoun of the described thing; its own head may be the description."""
    tops = [t for t in target if t.head not in target]
    return next((t for t in reversed(tops) if t.pos_ in _NOMINAL), target[-1])


def _extraposed(verb: Token, start: int, target: Sequence[Token]) -> Token | None:
    """The clause that "it" stands for: "called it unlikely that the bridge will open"."""
    if len(target) != 1 or target[0].lower_ != "it":
        return None
    tokens = verb.doc[start : min(start + _REACH, verb.sent.end)]
    that = next((t for t in tokens if t.lower_ == "that" and t.dep_ == "mark"), None)
    return that.head if that is not None else None


def _description(verb: Token, start: int, passage: Passage, text: str) -> list[str]:
    """The words of the description, to the end of its quotation or clause."""
    found, quoted = "", False
    for token in verb.doc[start : min(start + _REACH, verb.sent.end)]:
        if token.i in passage.masks:
            quoted_words = passage.masks[token.i].inner.of(text).split()[:_MASKED_SAMPLE]
            return [w.strip(".,!?;:").lower() for w in quoted_words]
        if token.text in _OPENING and not quoted:
            quoted = True
        elif quoted and token.text in _CLOSING:
            break
        elif not quoted and (token.lower_ in _STOPS or (found and token.tag_ == "IN")):
            break  # of "flooded by illegal imports" only "flooded" describes
        else:
            found += token.text_with_ws  # "non-starter" is one word, whatever the tokenizer says
    return [w.strip(".,!?;:").lower() for w in found.split()]


def _stance(description: Sequence[str], target: Sequence[Token]) -> str | None:
    if {"not", "no", "n't", "n’t", "never"} & set(description):
        return None
    known = evaluations()
    found = next((known[w] for w in description if w in known), None)
    if found is None and any(told(t, "plan_nouns") or told(t, "claim_nouns") for t in target):
        mishap = words("doubt", "mishaps").intersection(description)
        return "criticises" if mishap else None
    return found


def predicate_doubt(token: Token) -> Doubt | None:
    """A claim that something said or planned "is false", "was a mistake": whoever says it."""
    verb = token.head
    if not is_be(verb) or token.dep_ not in {"acomp", "attr"} or not really(verb):
        return None
    target, stance = child_of(verb, "nsubj"), evaluations()[token.lower_]
    if target is None or negation(token) is not None or target.lower_ in {"it", "there"}:
        return None
    if child_of(token, "xcomp", "relcl") is not None:
        return None  # "is unlikely to rain", "is the lie that he lives by"
    owner = child_of(target, "poss")
    if target.tag_ in {"WDT", "WP"} or (owner is not None and owner.lower_ in {"my", "our"}):
        return None
    if target.pos_ == "PRON" and stance != "denies":
        return None
    return Doubt(stance, [token], None, target, frame="words", spoken=True)


def no_evidence_doubt(noun: Token) -> Doubt | None:
    """Words without support: "there is no evidence that ...", of whoever says it."""
    verb, no = noun.head, child_of(noun, "det")
    if no is None or no.lower_ not in {"no", "little"}:
        return None
    existential = is_be(verb) and child_of(verb, "expl") is not None
    if not existential and not (verb.lemma_ in {"have", "see", "find"} and noun.dep_ == "dobj"):
        return None
    clause = child_of(noun, "acl", "ccomp")
    target = next(prepositions(noun, ("of", "for", "to")), None)
    if clause is not None and clause.lemma_ in listed("supporting"):
        target = child_of(clause, "dobj", "ccomp") or target
    elif clause is not None and clause.tag_ != "VBN":
        target = clause
    holder = None if existential else doubter_of(verb)
    if target is None or not really(verb):
        return None
    cue = list(noun.doc[no.i : noun.i + 1])
    return Doubt("disputes", cue, holder, target, spoken=existential)
