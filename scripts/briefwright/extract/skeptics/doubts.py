"""Words of doubt with their holder and target, as the parse gives them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.reading import Passage
from briefwright.extract.skeptics.beliefs import adjective_doubt, negated_doubt, wonder_doubt
from briefwright.extract.skeptics.described import (
    described_doubt,
    evaluations,
    no_evidence_doubt,
    predicate_doubt,
)
from briefwright.extract.skeptics.doubt import Doubt, listed, stances
from briefwright.extract.skeptics.nouns import distrust, noun_doubt, people_doubt
from briefwright.extract.skeptics.phrases import odds_doubt, phrase_doubt
from briefwright.extract.skeptics.verbs import doubting_verbs, verb_doubt
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def read_doubt(token: Token, passage: Passage, text: str) -> Doubt | None:
    """The doubt whose main word is `token`: a verb, a fixed phrase, an adjective or a noun.

    Args:
        token: a word of the passage.
        passage: where it stands.
        text: the article's.
    """
    if token.lower_ == "opposed" and token.i and token.nbor(-1).lower_ == "as":
        return None  # "as opposed to" only compares
    if token.pos_ in {"VERB", "AUX"}:
        return _of_verb(token, passage, text)
    if token.pos_ == "ADJ":
        return _of_adjective(token)
    return _of_noun(token) if token.pos_ in {"NOUN", "PROPN"} else None


def _of_verb(token: Token, passage: Passage, text: str) -> Doubt | None:
    lemma = token.lemma_.lower()
    found = phrase_doubt(token)
    if found is None and token.pos_ != "VERB":
        return None
    if found is None and lemma in words("doubt", "describing"):
        found = described_doubt(token, passage, text)
    if found is None and lemma in doubting_verbs():
        found = verb_doubt(token)
    if found is None and lemma in listed("negated"):
        found = negated_doubt(token)
    if found is None and lemma in stances("adjectives"):  # "are opposed to", tagged as a participle
        found = adjective_doubt(token, stances("adjectives")[lemma])
    if found is None and token.lower_ == "opposed" and token.dep_ not in {"prep", "ROOT"}:
        found = adjective_doubt(token, "disputes")
    if found is None and lemma == "wonder":
        found = wonder_doubt(token)
    return found


def _of_adjective(token: Token) -> Doubt | None:
    lemma, found = token.lemma_.lower(), None
    if lemma in stances("adjectives"):
        found = adjective_doubt(token, stances("adjectives")[lemma])
    if found is None and lemma in listed("negated"):
        found = negated_doubt(token)
    if found is None and token.lower_ in evaluations():
        found = predicate_doubt(token)
    return found


def _of_noun(token: Token) -> Doubt | None:
    word = token.lower_
    if word in _nouns():
        return noun_doubt(token, _nouns()[word])
    if word in _people():
        return people_doubt(token, _people()[word])
    if word in listed("trusting"):
        return distrust(token)
    if word in listed("odds"):
        return odds_doubt(token)
    if word in listed("evidence"):
        return no_evidence_doubt(token)
    return predicate_doubt(token) if word in evaluations() else None


@cache
def _nouns() -> dict[str, str]:
    return _with_plurals(stances("nouns"))


@cache
def _people() -> dict[str, str]:
    return _with_plurals(stances("people"))


def _with_plurals(singular: dict[str, str]) -> dict[str, str]:
    return {f"{word}s": stance for word, stance in singular.items()} | singular
