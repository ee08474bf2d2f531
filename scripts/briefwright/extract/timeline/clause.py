"""The clause that a time belongs to: a verb's, or a noun's that happens."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from briefwright.extract.syntax import phrase_tokens
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Children of a verb that are clauses of their own.
_OTHER_CLAUSES = {"advcl", "ccomp", "conj", "cc", "parataxis", "dep", "preconj", "relcl"}
_MODIFIERS = {"compound", "nmod", "amod", "nummod"}
_NOMINAL = {"NOUN", "PROPN", "NUM", "ADJ", "ADV", "ADP"}
# Nouns in these places are parts of another phrase, not what a time belongs to.
_PARTS = {"pobj", "compound", "nmod", "npadvmod", "appos"}
# Nouns that happen by their ending; the others are in the table.
_EVENT_ENDINGS = ("tion", "sion", "ment", "ing")


def clause_of(head: Token) -> tuple[list[Token], Token | None]:
    """The tokens of the event that a time's head belongs to, and its verb when it has one."""
    if head.dep_ == "poss" or (head.dep_ in _MODIFIERS and head.head.pos_ == "NOUN"):
        return (list(phrase_tokens(head.head)) if _happens(head.head) else []), None
    node = head.head
    if node.pos_ == "ADP" or node.dep_ == "prep":
        node = node.head
    while node.pos_ in _NOMINAL and node.head != node:
        if _owns(node, head):
            return _noun_clause(node, head), None
        node = node.head
    while node.dep_ in {"xcomp", "aux", "auxpass"} or (
        node.dep_ == "acl" and node.head.pos_ in {"VERB", "AUX"}
    ):
        node = node.head
    if node.dep_ == "acl":
        return list(node.doc[node.head.left_edge.i : node.right_edge.i + 1]), node
    return _verb_clause(node, head), node


def _happens(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("dates", "event_nouns") or noun.lemma_.endswith(_EVENT_ENDINGS)


def _owns(noun: Token, head: Token) -> bool:
    """Whether the time belongs to this noun; one after a subject belongs to the subject."""
    if noun.pos_ != "NOUN" or noun.dep_ in _PARTS:
        return False
    return noun.dep_ not in {"nsubj", "nsubjpass"} and head.i > noun.i


def _noun_clause(noun: Token, head: Token) -> list[Token]:
    verb = noun.head
    if verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "attr", "oprd"}:
        return _verb_clause(verb, head)
    last = max(head.right_edge.i, head.i)
    return list(noun.doc[phrase_tokens(noun)[0].i : last + 1])


def _verb_clause(verb: Token, head: Token) -> list[Token]:
    """The verb with its subject, objects and adverbials, but no other clause."""
    keep: set[int] = {verb.i}
    for child in verb.children:
        subtree = [t.i for t in child.subtree]
        absolute = child.lower_ == "with" and verb.doc[child.i - 1].text == ","
        own = child.dep_ not in _OTHER_CLAUSES | {"punct"} and not absolute
        if head.i in subtree or own:
            keep.update(subtree)
    first, last = min(keep), max(keep)
    clause = list(verb.doc[first : last + 1])
    for earlier, later in pairwise(clause):
        if earlier.text == "," and later.lower_ == "with" and later.i > max(head.i, verb.i):
            return clause[: earlier.i - first]
    return clause
