"""Who speaks: the subject of a reporting word, as the words of the text and as an entity."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.coreference import Mentions
from briefwright.extract.reading import STAND_IN, Passage
from briefwright.extract.tables import table, words
from briefwright.model import Entity, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECT = {"nsubj", "nsubjpass"}
_RELATIVE = {"who", "which", "that", "whom"}
_BEFORE_HEAD = {
    "det", "amod", "compound", "poss", "case", "nmod", "nummod", "quantmod", "predet", "advmod",
    "punct", "preconj", "npadvmod",
}  # fmt: skip
_STOPS = {",", "–", "—", "(", ";", ":"}
_AFTER_HEAD = {"prep", "acl", "amod", "case", "npadvmod"}


def subject_of(verb: Token) -> Token | None:
    """The head of the verb's subject, also through relative clauses, participles and lists."""
    node = verb
    for _ in range(6):
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
        if node.dep_ in {"advcl", "xcomp", "conj", "pcomp", "dep", "prep"} and node.head != node:
            node = node.head
            continue
        return None
    return None


def _own_subject(verb: Token) -> Token | None:
    """The verb's subject; of two that the parser gives, the one next to the verb."""
    found = [c for c in verb.children if c.dep_ in _SUBJECT and not _stands_in(c)]
    before = [c for c in found if c.i < verb.i]
    return before[-1] if before else next(iter(found), None)


def _stands_in(token: Token) -> bool:
    """Whether the token stands for a quotation, which is said and does not say."""
    return token.lower_ == STAND_IN and token.i > 0 and token.doc[token.i - 1].is_quote


def speaks_again(verb: Token, clause: Token) -> bool:
    """Whether `verb`, joined to a reported clause, is really a second thing the speaker does.

    "He argues that the survey sampled ..., and disputes the comparison": the parser hangs
    "disputes" on "sampled"; a reporting or doubting verb without a subject belongs to "argues".
    """
    if clause.dep_ != "ccomp" or verb.dep_ != "conj" or verb.head != clause:
        return False
    if any(c.dep_ in _SUBJECT for c in verb.children):
        return False
    lemma = verb.lemma_.lower()
    speaking = words("reporting", "speech") | {"put"}
    doubting = {w for all_ in table("doubt")["verbs"].values() for w in all_}
    return lemma in speaking or lemma in doubting


def _antecedent(noun: Token) -> Token:
    """The person a "who" stands for: in "a manager at Castellan who doubts", the manager."""
    roles = words("people", "roles")
    node = noun
    while node.dep_ == "pobj" and node.head.head.pos_ in {"NOUN", "PROPN"}:
        node = node.head.head
        if node.lemma_.lower() in roles:
            return node
    return noun


def inverted_subject(verb: Token) -> Token | None:
    """The name after the verb in "...," said Tomasz Brandt, chief economist."""
    for token in verb.doc[verb.i + 1 : verb.i + 4]:
        if token.is_punct:
            return None
        if token.pos_ in {"PROPN", "NOUN", "PRON"}:
            node = token
            while node.head.i > verb.i and node.dep_ in {"compound", "poss", "amod", "nmod", "det"}:
                node = node.head
            return node
    return None


def participle_subject(passage: Passage, verb: Token, found: Token, mentions: Mentions) -> Token:
    """The speaker of a participle (", stating ...", "while cautioning that ...").

    Parsers hang such participles on the wrong verb often. So of the main clause's subject, the one
    the parse gives and those of the speech verbs before it, the first that can speak is taken.
    """
    own = [c for c in verb.children if c.dep_ in _SUBJECT]
    if own or (verb.dep_ == "acl" and verb.doc[verb.left_edge.i - 1].text != ","):
        return found
    speech = words("reporting", "speech")
    earlier = [
        s for t in reversed(list(verb.sent)[: verb.i - verb.sent.start])
        if t.lemma_.lower() in speech and t.pos_ == "VERB" and (s := subject_of(t)) is not None
    ]  # fmt: skip
    root = subject_of(verb.sent.root)
    candidates = [c for c in (root, found, *earlier) if c is not None]
    return next((c for c in candidates if _can_speak(passage, c, mentions)), found)


def _can_speak(passage: Passage, head: Token, mentions: Mentions) -> bool:
    entity = mentions.resolve(passage, head)
    if entity is not None:
        return entity.type in {"person", "company", "organization", "place"}
    people = words("people", "roles") | words("people", "person_pronouns") | {"they", "i", "we"}
    nouns = {head.lower_, head.lemma_.lower()}
    documents = words("reporting", "documents") | words("people", "organization_nouns")
    return bool(nouns & (people | documents)) or head.lemma_.endswith(("er", "or", "ist", "ian"))


def speaker_of(passage: Passage, head: Token, mentions: Mentions, text: str) -> Speaker:
    """The speaker whose noun phrase is headed by `head`.

    A named person is quoted by name alone; everybody else by the whole phrase.
    """
    entity = mentions.resolve(passage, head)
    named = mentions.at(passage, head) or _apposed(passage, head, mentions)
    if named is not None and entity is not None and named[1].id == entity.id:
        return Speaker(quote=named[0].of(text), at=named[0], entity=entity.id)
    span = phrase_span(passage, head)
    return Speaker(quote=span.of(text), at=span, entity=entity.id if entity else None)


def _apposed(passage: Passage, head: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    if head.dep_ == "appos" and (found := mentions.at(passage, head.head)):
        return found
    for child in head.children:
        if child.dep_ == "appos" and (found := mentions.at(passage, child)):
            return found
    return None


def phrase_tokens(head: Token) -> Sequence[Token]:
    """The noun phrase without relative clauses and appositions."""
    first = last = head.i
    for child in head.children:
        if (
            child.i < head.i
            and child.dep_ in _BEFORE_HEAD
            and child.text not in {",", "“", '"', "‘"}
        ):
            first = min(first, child.left_edge.i)
        elif child.i > head.i and child.dep_ in _AFTER_HEAD and child.i <= last + 6:
            stop = next((t.i for t in child.subtree if t.text in _STOPS or t.dep_ == "relcl"), None)
            last = max(last, child.right_edge.i if stop is None else stop - 1)
            if stop is not None:
                break
    while first < head.i and head.doc[first].is_punct:
        first += 1
    return head.doc[first : last + 1]


def phrase_span(passage: Passage, head: Token) -> Span:
    """The article's span of `phrase_tokens`."""
    return passage.span(phrase_tokens(head))
