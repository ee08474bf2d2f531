"""Who speaks: a speaker as the words of the text and as an entity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import SUBJECTS, phrase_span, subject_of
from briefwright.extract.tables import words
from briefwright.model import Entity, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def participle_subject(passage: Passage, verb: Token, found: Token, mentions: Mentions) -> Token:
    """The speaker of a participle (", stating ...", "while cautioning that ...").

    Parsers hang such participles on the wrong verb often. So of the main clause's subject, the one
    the parse gives and those of the speech verbs before it, the first that can speak is taken.
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own or (verb.dep_ == "acl" and verb.doc[verb.left_edge.i - 1].text != ","):
        return found
    speech = words("reporting", "speech")
    earlier = [
        s
        for t in reversed(list(verb.sent)[: verb.i - verb.sent.start])
        if t.lemma_.lower() in speech and t.pos_ == "VERB" and (s := subject_of(t)) is not None
    ]
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
