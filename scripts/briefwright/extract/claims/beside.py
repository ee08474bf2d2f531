"""Who speaks beside a quotation, by order, marks and verbs alone.

Beside a quotation the order of words is a better guide than a parse: `"QUOTE," SPEAKER VERB`,
`"QUOTE," VERB SPEAKER`, `SPEAKER VERB, "QUOTE"`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefwright.extract.reading import Passage
from briefwright.extract.syntax import SUBJECTS, inverted_subject, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS = {"NOUN", "PROPN", "PRON"}
STOPS = {".", ";", ":", "?", "!"}
_FINITE = {"VBD", "VBZ", "VBP", "VBN"}
_RELATIVE = {"WP", "WDT", "WP$"}
# Words from a quotation to the verb after it, over a whole speaker with apposition.
_REACH = 24
_NEAR = 3  # words from a subject to its verb, over auxiliaries
_NAMING = {"call", "name", "title", "entitle", "dub"}
_OPEN_ENDINGS = {",", "", "—", "–", "-"}


class Voice(NamedTuple):
    """Who introduces a quotation, and with which verb; no verb after a label's colon."""

    head: Token
    verb: Token | None


@cache
def reporting_verbs() -> frozenset[str]:
    """Lemmas of all verbs that say or hold something."""
    return words("reporting", "speech") | words("reporting", "thought")


@cache
def _quoting_verbs() -> frozenset[str]:
    return reporting_verbs() | words("quoting", "verbs")


def introduces(passage: Passage, token: Token) -> bool:
    """Whether the token can introduce a quotation beside it."""
    if token.i in passage.masks or token.pos_ not in {"VERB", "AUX"} or describes(token):
        return False
    return token.lemma_.lower() in _quoting_verbs()


def describes(verb: Token) -> bool:
    """Whether the participle describes a noun: "his proposed tax", "a bar called The Dam"."""
    if verb.lemma_.lower() in _NAMING and verb.i + 1 < len(verb.doc) and verb.nbor().is_quote:
        return not any(c.dep_ in SUBJECTS or c.dep_ == "dobj" for c in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return not any(c.dep_ == "ccomp" for c in verb.children)
    return verb.dep_ == "amod"


def noun_before(verb: Token) -> Token | None:
    """The noun right before the verb, which the parse does not always give it."""
    for token in reversed(verb.doc[max(0, verb.i - _NEAR) : verb.i]):
        if token.pos_ in NOUNS:
            return token if token.lower_ not in words("quoting", "not_speakers") else None
        if token.pos_ not in {"ADV", "AUX"}:
            return None
    return None


def voice_after(passage: Passage, last: int, ending: str) -> Voice | None:
    """Who speaks in `"QUOTE," said SPEAKER` or `"QUOTE," SPEAKER said`.

    Args:
        passage: the paragraph's frame.
        last: the index of the quotation's last token, or of its stand-in.
        ending: the mark that ends the quotation's clause, or "".
    """
    doc = passage.doc
    start = last + 1
    while start < len(doc) and (doc[start].is_punct or doc[start].is_quote):
        start += 1
    if start >= len(doc) or start in passage.masks:
        return None
    if introduces(passage, doc[start]) and doc[start].tag_ in _FINITE:
        head = inverted_subject(doc[start])
        if head is not None and _can_follow(head, doc[start]):
            return Voice(head, doc[start])
    verb = _verb_after(passage, start)
    head = _subject_between(verb, start) if verb is not None else None
    if verb is None or head is None or not _closes(verb, ending):
        return None
    return Voice(head, verb)


def _can_follow(head: Token, verb: Token) -> bool:
    """Whether the noun after the verb says it, and begins no clause or date of its own."""
    if head.lower_ in words("quoting", "not_speakers"):
        return False
    other = head.head if head.dep_ in SUBJECTS else verb
    return other == verb or other.tag_ == "VBG"


def _verb_after(passage: Passage, start: int) -> Token | None:
    """The first finite verb after `start`, outside relative clauses, when it can introduce."""
    relative = False
    for token in passage.doc[start + 1 : start + _REACH]:
        if token.text in STOPS or token.is_quote or token.i in passage.masks:
            return None
        if token.tag_ in _RELATIVE:
            relative = True
        elif token.text == ",":
            relative = False
        elif not relative and token.tag_ in _FINITE and token.pos_ == "VERB":
            return token if introduces(passage, token) else None
    return None


def _subject_between(verb: Token, start: int) -> Token | None:
    """The speaker's noun between a quotation and its verb."""
    if verb.doc[start].tag_ in _RELATIVE:
        return None
    found = subject_of(verb)
    if found is not None and start <= found.i < verb.i:
        return found
    head = None
    for token in verb.doc[start : verb.i]:
        if token.text in {",", "("} or token.tag_ in _RELATIVE or token.pos_ == "ADP":
            break
        if token.pos_ in NOUNS or token.text.istitle():
            head = token
    return head


def _closes(verb: Token, ending: str) -> bool:
    """Whether the verb ends what a quotation began, not a new sentence with its own content."""
    following = verb.doc[verb.i + 1 : verb.i + 2]
    if ending in _OPEN_ENDINGS or not following or following[0].text == ".":
        return True
    if ending == ".":
        return False
    new = any(c.i > verb.i and c.dep_ in {"ccomp", "parataxis"} for c in verb.children)
    return not new and following[0].lower_ not in {"that", "it", "there", "he", "she", "they"}
