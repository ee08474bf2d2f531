"""Who speaks: a speaker as the words of the text and as an entity."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.syntax import (
    SUBJECTS,
    inverted_subject,
    phrase_tokens,
    relative_pronoun,
    subject_before,
    subject_of,
)
from briefwright.extract.tables import words
from briefwright.model import Entity, Span, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE = 3  # words from a role to the name: "co-author Professor Carl Roe"
_DAYS = r"on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)?"
_OCCASION = re.compile(rf"(?:, \w+ed)? (?:{_DAYS}|in an? (?:statement|interview|tweet))$")
_HYPHENS = ("-", "‑")
_POSSESSIVES = ("'s", "’s")
SPEAKING_TYPES = {"person", "company", "organization", "place"}
_OTHER_PRONOUNS = {"they", "i", "we"}
_BACK = 40  # words from a participle back to the verb whose subject it shares
# Endings of nouns for people who do something: teacher, investor, economist, politician.
AGENT_ENDINGS = ("er", "or", "ist", "ian")


def speaker_of(
    passage: Passage, head: Token, mentions: Mentions, text: str, verb: Token | None = None
) -> Speaker:
    """The speaker whose noun phrase is headed by `head`.

    A named person is quoted by name alone; everybody else by the whole phrase. What calls the
    speaker of a relative clause is its "who", as a pronoun does, when it is known who that is.
    """
    entity = mentions.resolve(passage, head)
    if entity is not None and entity.type == "place" and head.dep_ in SUBJECTS:
        head = subject_before(head)
        entity = mentions.resolve(passage, head)
    who = relative_pronoun(verb) if verb is not None else None
    if who is not None and who.i > head.i and entity is not None:
        at = passage.span([who])
        return Speaker(quote=at.of(text), at=at, entity=entity.id)
    named = mentions.at(passage, head) or mentions.apposed(passage, head)
    if named is not None and entity is not None and named[1].id == entity.id:
        return Speaker(quote=named[0].of(text), at=named[0], entity=entity.id)
    beside = _named_beside(passage, head, mentions)
    if beside is not None:
        return Speaker(quote=beside[0].of(text), at=beside[0], entity=beside[1].id)
    span = passage.span(_before(_with_first_half(phrase_tokens(head)), head, verb))
    span = _whole_word(_without_occasion(span, text), text)
    if len(span) > len(_POSSESSIVES[0]) and span.of(text).endswith(_POSSESSIVES):
        span = Span(span.start, span.end - len(_POSSESSIVES[0]))
    return Speaker(quote=span.of(text), at=span, entity=entity.id if entity else None)


def _with_first_half(phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase with the words before a hyphen at which the parser cut it ("A co-author")."""
    doc, first = phrase[0].doc, phrase[0].i
    while first > 1 and doc[first - 1].text in _HYPHENS and not doc[first - 1].whitespace_:
        first -= 2
        while first and doc[first - 1].pos_ in {"DET", "ADJ", "NOUN", "PROPN"}:
            first -= 1
    return list(doc[first : phrase[-1].i + 1])


def _named_beside(passage: Passage, head: Token, mentions: Mentions) -> tuple[Span, Entity] | None:
    """The person whose name follows a role right away ("study co-author Carl Roe")."""
    doc, after = head.doc, head.i + 1
    while (
        after < len(doc) and doc[after].tag_ == "NNP" and mentions.at(passage, doc[after]) is None
    ):
        after += 1
    if head.tag_ != "NN" or after >= len(doc) or after > head.i + _TITLE:
        return None
    found = mentions.at(passage, doc[after])
    return found if found is not None and found[1].type == "person" else None


def _without_occasion(span: Span, text: str) -> Span:
    """The speaker's words without when and how he spoke: "officials on Saturday"."""
    occasion = _OCCASION.search(text, span.start, span.end)
    return Span(span.start, occasion.start()) if occasion is not None else span


def _whole_word(span: Span, text: str) -> Span:
    """The span to the end of a word that the parser cuts at its hyphen ("study co-author")."""
    end = span.end
    while text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum():
        end += 1
        while text[end : end + 1].isalnum():
            end += 1
    return Span(span.start, end)


def _before(phrase: Sequence[Token], head: Token, verb: Token | None) -> Sequence[Token]:
    """The phrase up to the reporting word in it: officials, in "officials saying that ..."."""
    if verb is None or verb.i <= head.i:
        return phrase
    end = min([verb.i, *(c.i for c in verb.children if head.i < c.i < verb.i)])
    return [token for token in phrase if token.i < end] or phrase


def participle_subject(
    passage: Passage, verb: Token, found: Token | None, mentions: Mentions
) -> Token | None:
    """The speaker of a participle (", stating ...", "while cautioning that ...").

    Parsers hang such participles on the wrong verb often. So of the main clause's subject, the one
    the parse gives and those of the speech verbs before it, the first that can speak is taken.
    """
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own or (verb.dep_ == "acl" and verb.doc[verb.left_edge.i - 1].text != ","):
        return found
    speech = words("reporting", "speech")
    before = list(verb.doc[verb.sent.start : verb.i])
    speaking = [t for t in reversed(before) if t.pos_ == "VERB" and t.lemma_.lower() in speech]
    subjects = [subject_of(verb.sent.root), found, *(subject_of(t) for t in speaking)]
    candidates = [s for s in subjects if s is not None]
    return next((c for c in candidates if can_speak(passage, c, mentions)), found)


def speaker_before(participle: Token) -> Token | None:
    """The speaker of the verb of speech before ", adding", which the parse hangs nowhere."""
    speech = words("reporting", "speech")
    for token in reversed(participle.doc[max(0, participle.i - _BACK) : participle.i]):
        if token.pos_ == "VERB" and token.lemma_.lower() in speech and token.tag_ != "VBG":
            found = subject_of(token) or inverted_subject(token)
            if found is not None:
                return found
    return None


def maker_of(document: Token | None, verb: Token) -> Token | None:
    """Who speaks through what he makes: she, in "she released a statement saying ..." and in "a
    statement by her said ...".
    """
    author = _author(document) if document is not None else None
    if author is not None:
        return author
    if document is None or verb.dep_ not in {"acl", "relcl"} or verb.head != document:
        return None
    if document.lemma_.lower() not in words("quoting", "made") or document.dep_ != "dobj":
        return None
    return subject_of(document.head) if document.head.pos_ == "VERB" else None


def _author(document: Token) -> Token | None:
    """Whoever a statement, a tweet or a report is by."""
    if document.lemma_.lower() not in words("quoting", "made") | words("reporting", "documents"):
        return None
    for child in document.children:
        if child.lower_ == "by" and child.i > document.i:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def can_speak(passage: Passage, head: Token, mentions: Mentions) -> bool:
    """Whether the noun stands for somebody, or for a document that can say something."""
    entity = mentions.resolve(passage, head)
    if entity is not None:
        return entity.type in SPEAKING_TYPES
    people = words("people", "roles") | words("people", "person_pronouns") | _OTHER_PRONOUNS
    documents = words("reporting", "documents") | words("people", "organization_nouns")
    nouns = {head.lower_, head.lemma_.lower()}
    return bool(nouns & (people | documents)) or head.lemma_.endswith(AGENT_ENDINGS)
