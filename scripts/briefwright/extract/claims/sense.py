"""Whether a frame tells what somebody says or holds, and not what he does, wants or leaves unsaid.

The corpus behind `claims.likelihood` marks plans, wishes and attitudes as attributions too. To
somebody who reads a list of claims they are none: a claim is a statement, which he could ask about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefwright.extract.claims.likelihood import NEVER, frame_counts
from briefwright.extract.syntax import child_of, infinitive
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefwright.extract.claims.draft import Draft
    from briefwright.extract.claims.frame import Frame
    from briefwright.extract.reading import Reading
    from briefwright.model import Span

# How often a word that no list has must have been a cue in the frame, and in which share of it.
_SEEN, _SHARE = 2, 0.4
_NOBODY = {"nobody", "none", "neither"}
_WORD = re.compile(r"\w+")
# Words of the shortest content that says something ("it fell").
_FEWEST = 2


def says(frame: Frame) -> bool:
    """Whether a reader would take what stands in `frame` for a statement."""
    word, lemma = frame.word, frame.word.lemma_.lower()
    if lemma in words("reporting", "acts"):
        return False
    if is_unsaid(word):
        return False
    if word.pos_ in {"NOUN", "PROPN"}:
        return _noun_says(frame, lemma)
    if _is_clause(frame):
        return _is_known(frame, lemma)
    if frame.name.startswith("passive"):
        stated = frame.clause is not None and frame.clause.pos_ in {"VERB", "AUX"}
        return stated and lemma in words("reporting", "passive")
    return word.pos_ not in {"VERB", "AUX"} or lemma in words("reporting", "phrase_speech")


def is_unsaid(word: Token) -> bool:
    """Whether the word is negated, so that nothing is said ("did not say that"); "does not believe"
    still tells what somebody holds.
    """
    if word.lemma_.lower() in words("reporting", "negated_thought") | words("reporting", "deny"):
        return False
    return child_of(word, "neg") is not None


def denied_to(speaker: Token) -> bool:
    """Whether the speaker is one who does not speak: "Not everyone agreed", "nobody said"."""
    doc, first = speaker.doc, speaker.left_edge.i
    before = doc[first - 1].lower_ if first > speaker.sent.start else ""
    return "not" in {before, doc[first].lower_} or speaker.lower_ in _NOBODY


def is_whole(draft: Draft, reading: Reading) -> bool:
    """Whether the content can be read on its own: a quotation, or words that do not break off."""
    if draft.form == "direct" or any(
        reading.quoted(piece) or reading.quotations_at(piece) for piece in draft.pieces
    ):
        return True
    if draft.cue is not None and draft.cue.of(reading.text).lower().startswith("according"):
        return any(_states(piece, reading) for piece in draft.pieces)
    said = [word for piece in draft.pieces for word in _WORD.findall(piece.of(reading.text))]
    return len(said) >= _FEWEST and said[-1].lower() not in words("reporting", "dangling")


def _states(piece: Span, reading: Reading) -> bool:
    """Whether the words have a verb: "according to" may also stand beside a mere name or time."""
    passage = reading.passage_at(piece)
    tokens = passage.tokens_in(piece) if passage is not None else []
    return any(token.pos_ in {"VERB", "AUX"} for token in tokens)


def _is_clause(frame: Frame) -> bool:
    """Whether the content is a finite clause."""
    return frame.states and frame.clause is not None and not infinitive(frame.clause)


def _noun_says(frame: Frame, lemma: str) -> bool:
    listed = words("reporting", "nouns") | words("reporting", "stance_nouns")
    if _is_clause(frame):
        return lemma in listed or _is_known(frame, lemma)
    holder = frame.cue[0].lemma_.lower()
    if frame.name.startswith("subject's ") and holder in words("reporting", "phrase_speech"):
        return True  # "announced plans to ..."
    return lemma in words("reporting", "phrase_nouns") | words("reporting", "stance_nouns")


def _is_known(frame: Frame, lemma: str) -> bool:
    if any(lemma in words("reporting", name) for name in ("speech", "thought", "phrase_speech")):
        return True
    count = frame_counts().get((lemma, frame.name), NEVER)
    return count.cued >= _SEEN and count.cued >= _SHARE * count.seen
