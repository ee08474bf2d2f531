"""Reading the parse: subjects of verbs and the extent of noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.pieces import STAND_IN
from briefwright.extract.reading import Passage
from briefwright.extract.tables import table, words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = {"nsubj", "nsubjpass"}
_WHERE = {"from", "in", "at", "near"}
_RELATIVE = {"who", "which", "that", "whom"}
# Clauses that share the subject of the verb above them.
_SHARED_SUBJECT = {"advcl", "xcomp", "conj", "pcomp", "dep", "prep"}
_CLIMBS = 6  # verbs above one another; deeper sentences are mostly misparsed
# An inverted subject follows its verb within so many words.
_INVERTED_REACH = 3
# What belongs to a noun phrase before and after its head, and what ends it.
_MODIFIERS = {"amod", "compound", "poss", "nmod", "nummod", "quantmod", "advmod", "npadvmod"}
_BEFORE_HEAD = _MODIFIERS | {"det", "predet", "preconj", "case", "punct"}
_NO_PART = {",", "“", '"', "‘"}
_INSIDE_NAME = {"compound", "poss", "amod", "nmod", "det"}
_AFTER_HEAD = {"prep", "acl", "amod", "case", "npadvmod"}
_STOPS = {",", "–", "—", "(", ";", ":"}
_AFTER_REACH = 6  # words from the phrase's end to what the parser may still hang on its head


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject, also through relative clauses, participles and lists."""
    node = verb
    for _ in range(_CLIMBS):
        if node != verb and speaks_again(verb, node):
            node = node.head
            continue
        own = _own_subject(node)
        if own is not None:
            if own.lower_ in _RELATIVE and node.dep_ == "relcl":
                return _antecedent(node.head) if own.lower_ == "who" else node.head
            return own
        if node.dep_ in {"acl", "relcl"}:
            return node.head
        if node.dep_ not in _SHARED_SUBJECT or node.head == node:
            return None
        node = node.head
    return None


def speaks_again(verb: Token, clause: Token) -> bool:
    """Whether `verb`, joined to a reported clause, is really a second thing the speaker does.

    "He argues that the survey sampled ..., and disputes the comparison": the parser hangs
    "disputes" on "sampled"; a reporting or doubting verb without a subject belongs to "argues".
    """
    if clause.dep_ != "ccomp" or verb.dep_ != "conj" or verb.head != clause:
        return False
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return False
    if any(c.dep_ == "xcomp" and infinitive(c) for c in verb.children):
        return False  # "he left the hall and continued to attack others"
    return verb.lemma_.lower() in _speaking_verbs()


@cache
def _speaking_verbs() -> frozenset[str]:
    """Lemmas of what only somebody who speaks can do; "he put the cost at" speaks too."""
    doubting = {w for all_ in table("doubt")["verbs"].values() for w in all_}
    return words("reporting", "speech") | doubting | {"put"}


def infinitive(clause: Token) -> bool:
    """Whether the clause is a "to ..."."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def asked(token: Token) -> bool:
    """Whether the sentence of `token` asks, from there on."""
    end = token.sent.end
    return any(t.text == "?" for t in token.doc[max(token.i, end - 2) : end])


def child_of(token: Token, *relations: str) -> Token | None:
    """The first child that stands in one of the relations to `token`."""
    return next((c for c in token.children if c.dep_ in relations), None)


def _own_subject(verb: Token) -> Token | None:
    """The verb's subject; of two that the parser gives, the one next to the verb."""
    found = [c for c in verb.children if c.dep_ in SUBJECTS and not _stands_in(c)]
    before = [c for c in found if c.i < verb.i]
    return before[-1] if before else next(iter(found), None)


def subject_before(place: Token) -> Token:
    """The subject that lives at the place: "staff in Salem, Oregon said" parses as two subjects."""
    doc, verb = place.doc, place.head
    comma = doc[place.left_edge.i - 1] if place.left_edge.i else place
    others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < comma.i]
    if comma.text != "," or not others:
        return place
    named = comma.nbor(-1)
    return others[-1] if named.tag_ == "NNP" and named != others[-1] else place


def _stands_in(token: Token) -> bool:
    """Whether the token stands for a quotation, which is said and does not say."""
    return token.lower_ == STAND_IN and token.i > 0 and token.doc[token.i - 1].is_quote


def relative_pronoun(verb: Token) -> Token | None:
    """The "who" that is the verb's subject, also as the second verb of its clause."""
    node = verb
    for _ in range(_CLIMBS):
        own = _own_subject(node)
        if own is not None or node.dep_ != "conj":
            return own if own is not None and own.lower_ == "who" else None
        node = node.head
    return None


def _antecedent(noun: Token) -> Token:
    """The person a "who" stands for: in "a manager at Castellan who doubts", the manager."""
    roles = words("people", "roles")
    node = noun
    if noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.head.lower_ in _WHERE:
        described = noun.head.head
        return described if described.pos_ in {"NOUN", "PROPN"} else noun
    while node.dep_ == "pobj" and node.head.head.pos_ in {"NOUN", "PROPN"}:
        node = node.head.head
        if node.lemma_.lower() in roles:
            return node
    return noun


def inverted_subject(verb: Token) -> Token | None:
    """The name after the verb in "...," said Tomasz Brandt, chief economist."""
    for token in verb.doc[verb.i + 1 : verb.i + 1 + _INVERTED_REACH]:
        if token.is_punct:
            return None
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            return phrase_head(token)
    return None


def phrase_head(token: Token) -> Token:
    """The head of the noun phrase that begins with `token`: of "council member Berg", the name."""
    node = token
    while node.head.i > node.i and node.dep_ in _INSIDE_NAME:
        node = node.head
    return node


def phrase_span(passage: Passage, head: Token) -> Span:
    """The article's span of `phrase_tokens`."""
    return passage.span(phrase_tokens(head))


def phrase_tokens(head: Token) -> Sequence[Token]:
    """The noun phrase without relative clauses and appositions."""
    first = last = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in _BEFORE_HEAD and child.text not in _NO_PART:
            first = min(first, child.left_edge.i)
        elif child.i > head.i and child.dep_ in _AFTER_HEAD and child.i <= last + _AFTER_REACH:
            stop = next((t.i for t in child.subtree if t.text in _STOPS or t.dep_ == "relcl"), None)
            last = max(last, child.right_edge.i if stop is None else stop - 1)
            if stop is not None:
                break
    while first < head.i and head.doc[first].is_punct:
        first += 1
    return list(head.doc[first : last + 1])
