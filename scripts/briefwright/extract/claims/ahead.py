"""Who speaks in the words before a quotation: `SPEAKER said, "QUOTE"`, `SPEAKER: "QUOTE"`."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from briefwright.extract.claims.beside import NOUNS, STOPS, Voice, introduces, noun_before
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Passage
from briefwright.extract.speakers import can_speak, participle_subject, speaker_before
from briefwright.extract.syntax import phrase_head, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

# Words from a verb to its quotation, over whom the speaker tells, and to a colon.
_REACH, _COLON_REACH = 8, 25
_BEFORE_LABEL = {"-", "–", "—", "by"}


def voice_before(passage: Passage, end: int, mentions: Mentions) -> Voice | None:
    """`SPEAKER said, "QUOTE"` or `SPEAKER: "QUOTE"`, where `end` is the quotation's first token."""
    doc = passage.doc
    colon = doc[end - 1].text == ":"
    reach = _COLON_REACH if colon else _REACH
    window = []
    for token in reversed(doc[max(0, end - reach) : end]):
        if token.i < end - 1 and (token.text in STOPS or token.i in passage.masks):
            break
        window.append(token)
    verb = next((t for t in window if introduces(passage, t) and t.tag_ != "VB"), None)
    if verb is not None:
        head = subject_of(verb) or noun_before(verb)
        if verb.tag_ == "VBG" and head is None:
            head = speaker_before(verb)
        elif verb.tag_ == "VBG":
            head = participle_subject(passage, verb, head, mentions)
        if head is not None:
            return Voice(head, verb)
    return _before_colon(passage, mentions, window) if colon else None


def main_subject(passage: Passage, end: int, mentions: Mentions) -> Voice | None:
    """The subject of the sentence that a quotation ends: `She stood firm, "QUOTE"`."""
    root = passage.doc[end - 1].sent.root
    head = subject_of(root)
    if head is None or root.i >= end or not can_speak(passage, head, mentions):
        return None
    return Voice(head, root if root.pos_ == "VERB" else None)


def _before_colon(passage: Passage, mentions: Mentions, window: list[Token]) -> Voice | None:
    """The label ("Anna Berg: ...") or the person of the words before the colon."""
    nouns = [t for t in reversed(window) if t.pos_ in NOUNS]
    if nouns and all(t.pos_ in {"PROPN", "PUNCT"} for t in window):
        return Voice(phrase_head(nouns[-1]), None)
    label = list(takewhile(lambda t: t.pos_ == "PROPN", window[1:]))
    if label and window[len(label) + 1].text in _BEFORE_LABEL:
        return Voice(phrase_head(label[-1]), None)
    main = subject_of(window[0].sent.root)
    subjects = [t for t in reversed(nouns) if t.dep_ in {"nsubj", "nsubjpass"}]
    heads = [main, *subjects, *reversed(nouns)]
    found = next((t for t in heads if t is not None and can_speak(passage, t, mentions)), None)
    return Voice(found, None) if found is not None else None
