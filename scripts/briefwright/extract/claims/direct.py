"""Quotations that the reports leave without a speaker.

The words beside them tell who speaks (`SPEAKER: "QUOTE"`); what stands in the middle of a sentence
belongs to the subject of the verb above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from briefwright.extract.claims.beside import (
    NOUNS,
    STOPS,
    Voice,
    describes,
    introduces,
    noun_before,
    voice_after,
)
from briefwright.extract.claims.certainty import certainty_of
from briefwright.extract.claims.draft import Draft
from briefwright.extract.claims.quoted import is_title
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.pieces import ending_of
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import can_speak, participle_subject, speaker_before, speaker_of
from briefwright.extract.syntax import child_of, phrase_head, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Shorter quotations are words that a writer holds off, no speech.
_MIN_WORDS = 3
# Words from a verb to its quotation, over whom the speaker tells, and to a colon.
_BEFORE_REACH, _COLON_REACH = 8, 25
_CLIMBS = 10
_TITLED_REACH = 2  # words from a verb to words that look like a title: `chanting, "Save Our Dam"`
_BEFORE_LABEL = {"-", "–", "—", "by"}
_OWN_VOICE = {"i", "we", "you"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation stands among the tokens of its paragraph's frame, and the frame before."""

    passage: Passage
    quotation: Quotation
    first: int
    last: int
    previous: Passage | None

    @property
    def masked(self) -> bool:
        """Whether it is speech of its own, which a stand-in holds the place of."""
        return self.first in self.passage.masks


def introduce_quotations(
    reading: Reading, mentions: Mentions, drafts: list[Draft], answered: set[int]
) -> Iterator[Draft]:
    """A draft for each quotation that no draft holds, when it is clear who says it.

    Args:
        reading: the parsed article.
        mentions: resolves speakers to entities.
        drafts: the drafts that the reports made.
        answered: paragraphs of an interview, where the labels tell who speaks.
    """
    held = Placed([p for draft in drafts for p in draft.pieces], lambda piece: piece)
    cued = {draft.cue: draft for draft in drafts if draft.cue is not None}
    for place in _places(reading):
        quotation = place.quotation
        around = held.overlapping(quotation.inner)
        if quotation.block in answered or any(p.contains(quotation.inner) for p in around):
            continue
        found = _voice(place, mentions, reading)
        if found is None:
            continue
        draft = _draft(place, found, mentions, reading)
        before = cued.get(draft.cue) if draft.cue is not None else None
        if before is not None:
            before.pieces.append(quotation.inner)
            before.last = draft.last or before.last
            continue
        if draft.cue is not None:
            cued[draft.cue] = draft
        yield draft


def _places(reading: Reading) -> Iterator[Place]:
    previous: Passage | None = None
    for passage in reading.frames():
        for quotation in reading.quotations_at(passage.extent):
            tokens = passage.tokens_in(quotation.inner)
            if tokens and quotation.block == passage.block:
                yield Place(passage, quotation, tokens[0].i, tokens[-1].i, previous)
        previous = passage


def _voice(place: Place, mentions: Mentions, reading: Reading) -> tuple[Passage, Voice] | None:
    """Who says the quotation, and the passage that tells so."""
    text = reading.text
    quoted = place.quotation.inner.of(text)
    ending = ending_of(text, place.quotation)
    titled = not place.masked and is_title(quoted)
    if not place.masked and len(quoted.split()) < _MIN_WORDS:
        return None
    if place.masked or (ending == "," and not titled):
        found = voice_after(place.passage, place.last, ending)
        if found is not None:
            return place.passage, found
    passage, end = place.passage, place.first
    while end > 0 and passage.doc[end - 1].is_quote:
        end -= 1
    if end == 0 and place.previous is not None and place.masked:
        passage, end = place.previous, len(place.previous.doc)
        if passage.doc[-1].text != ":":
            return None
    found = _before(passage, end, mentions) if end else None
    if titled and (found is None or found.verb is None or end - found.verb.i > _TITLED_REACH):
        return None
    if found is None and end:
        found = _around(place, mentions) if not place.masked else _main(passage, end, mentions)
    return None if found is None or found.head.lower_ in _OWN_VOICE else (passage, found)


def _before(passage: Passage, end: int, mentions: Mentions) -> Voice | None:
    """`SPEAKER said, "QUOTE"` or `SPEAKER: "QUOTE"`, where `end` is the quotation's first token."""
    doc = passage.doc
    colon = doc[end - 1].text == ":"
    reach = _COLON_REACH if colon else _BEFORE_REACH
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


def _no_speech(verb: Token) -> bool:
    return verb.lemma_.lower() in words("quoting", "no_speech")


def _main(passage: Passage, end: int, mentions: Mentions) -> Voice | None:
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


def _around(place: Place, mentions: Mentions) -> Voice | None:
    """The subject of the verb in whose object or complement the quoted words stand."""
    doc = place.passage.doc
    inside = range(place.first, place.last + 1)
    owned = _owned(place)
    if owned is not None:
        return owned
    node = doc[place.first]
    while node.head.i in inside and node.head != node:
        node = node.head
    for _ in range(_CLIMBS):
        if node.head == node:
            return None
        node = node.head
        if node.pos_ not in {"VERB", "AUX"} or node.i > place.first:
            continue
        if child_of(node, "auxpass") is not None or describes(node) or _no_speech(node):
            continue
        head = subject_of(node)
        if head is not None and head.i not in inside and can_speak(place.passage, head, mentions):
            return Voice(head, node)
    return None


def _owned(place: Place) -> Voice | None:
    """The owner of a reporting noun that the words belong to: "her claim that it "must close"."""
    for token in reversed(place.passage.doc[max(0, place.first - _BEFORE_REACH) : place.first]):
        if (token.pos_ == "VERB" and introduces(place.passage, token)) or token.text in STOPS:
            return None
        if token.lemma_.lower() in words("reporting", "nouns"):
            owner = child_of(token, "poss")
            return Voice(owner, token) if owner is not None else None
    return None


def _draft(
    place: Place, found: tuple[Passage, Voice], mentions: Mentions, reading: Reading
) -> Draft:
    quotation = place.quotation
    passage, voice = found
    heads = [s.root for p in reading.inside(quotation) for s in list(p.doc.sents)[:1]]
    return Draft(
        speaker_of(passage, voice.head, mentions, reading.text, voice.verb),
        passage.span([voice.verb]) if voice.verb is not None else None,
        [quotation.inner],
        certainty_of(voice.verb, heads),
        1,
        quotation.block,
        last=quotation if place.masked else None,
    )
