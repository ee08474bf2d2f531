"""Quotations that the reports leave without a speaker.

The words beside them tell who speaks (`SPEAKER: "QUOTE"`); what stands in the middle of a sentence
belongs to the subject of the verb above it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.claims.ahead import main_subject, voice_before
from briefwright.extract.claims.beside import STOPS, Voice, describes, introduces, voice_after
from briefwright.extract.claims.certainty import certainty_of
from briefwright.extract.claims.draft import Draft
from briefwright.extract.claims.quoted import is_title
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.pieces import ending_of
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import can_speak, speaker_of
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

# Shorter quotations are words that a writer holds off, no speech.
_MIN_WORDS = 3
_OWNER_REACH = 8  # words from a reporting noun to what it reports
_CLIMBS = 10  # heads from quoted words up to the verb whose subject says them
_TITLED_REACH = 2  # words from a verb to words that look like a title: `chanting, "Save Our Dam"`
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
            rest = [p for p in before.pieces if not quotation.inner.contains(p)]
            before.pieces = [*rest, quotation.inner]
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
    if place.masked or (ending == "," and not titled) or (not ending and _said_first(place)):
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
    found = voice_before(passage, end, mentions) if end else None
    if titled and (found is None or found.verb is None or end - found.verb.i > _TITLED_REACH):
        return None
    if found is None and end:
        found = (
            _around(place, mentions) if not place.masked else main_subject(passage, end, mentions)
        )
    return None if found is None or found.head.lower_ in _OWN_VOICE else (passage, found)


def _said_first(place: Place) -> bool:
    """Whether a sentence begins with the quotation and a verb of reporting follows at once."""
    doc, after = place.passage.doc, place.last + 1
    while after < len(doc) and doc[after].is_quote:
        after += 1
    begins = doc[place.first].sent.start >= place.first - 1
    verb = doc[after] if after < len(doc) else None
    return begins and verb is not None and verb.tag_ == "VBD" and introduces(place.passage, verb)


def _no_speech(verb: Token) -> bool:
    return verb.lemma_.lower() in words("quoting", "no_speech")


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
    for token in reversed(place.passage.doc[max(0, place.first - _OWNER_REACH) : place.first]):
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
