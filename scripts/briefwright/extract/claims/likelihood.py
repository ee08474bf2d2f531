"""How likely a word in one of its frames reports something.

A log-linear model (logistic regression; Berger et al. 1996) of two things: how often the word in
this frame is a cue in a corpus whose attributions people marked, and the circumstances in which the
frame stands. The counts and the weights are tables, made by `python -m benchmarks.mine` from the
training articles of PolNeAR, so that each verdict can be followed by hand.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from briefwright.extract import tables
from briefwright.extract.speakers import AGENT_ENDINGS
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefwright.extract.claims.frame import Frame

# The lemma under which a frame's counts over all words stand.
ANY_WORD = "*"
# What is known of a frame over all words weighs as much as so many sightings of the word itself.
PRIOR = 3
# The part of a frame's own rate that a word never seen in it is given.
UNSEEN = 0.6
# No rate is taken for 0 or 1: the corpus is finite.
LEAST, MOST = 0.005, 0.98
# Upper bounds of the content's width in tokens, by which widths are classed.
_WIDTHS = (3, 7, 20, 45)
_ASSURING = {"did", "does", "do"}
_MODALS = frozenset(["would", "could", "should", "may", "might", "can", "must", "will", "wo", "ca"])
_OWN = {"i", "we", "you", "me", "us"}
_CLIMBS = 4  # verbs above one another in which an "if" is looked for


class Count(NamedTuple):
    """How often a word was seen in a frame, and how often it was a cue there."""

    cued: int
    seen: int


NEVER = Count(0, 0)


def likelihood(frame: Frame) -> float:
    """The probability, by the tables, that the frame's word reports the frame's content."""
    weights: dict[str, float] = table("frames")["weights"]
    counts = frame_counts()
    own = counts.get((frame.word.lemma_.lower(), frame.name), NEVER)
    score = weights["evidence"] * evidence(own, counts.get((ANY_WORD, frame.name), NEVER))
    score += sum(weights.get(name, 0.0) for name in circumstances(frame))
    return 1 / (1 + math.exp(-score))


def evidence(count: Count, every: Count) -> float:
    """The log-odds of a word's rate in a frame, smoothed by the rate of all words in it."""
    rate = UNSEEN * (every.cued + 1) / (every.seen + 20)
    smoothed = (count.cued + PRIOR * rate) / (count.seen + PRIOR)
    bounded = min(max(smoothed, LEAST), MOST)
    return math.log(bounded / (1 - bounded))


@cache
def frame_counts() -> dict[tuple[str, str], Count]:
    """The counts by lemma and frame, from `tables/frame_counts.tsv`."""
    lines = (files(tables) / "frame_counts.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {(lemma, frame): Count(int(cued), int(seen)) for lemma, frame, cued, seen in rows}


def circumstances(frame: Frame) -> Iterator[str]:
    """The names of what holds of the frame, as in the table of weights."""
    word, lemma = frame.word, frame.word.lemma_.lower()
    yield "always"
    yield f"frame {frame.name}"
    yield f"tag {word.tag_}"
    yield f"relation {word.dep_}"
    yield f"speaker {_kind_of(frame)}"
    yield f"width {sum(frame.width >= bound for bound in _WIDTHS)}"
    for name in ("speech", "thought", "nouns", "describing", "infinitive", "directing"):
        if lemma in words("reporting", name):
            yield f"listed {name} {frame.name.rsplit(' ', maxsplit=1)[-1]}"
    yield from (f"auxiliary {name}" for name in sorted(set(_auxiliaries(word))))
    if _conditional(word):
        yield "conditional"
    if word.sent[-1].text == "?":
        yield "question"


def _kind_of(frame: Frame) -> str:
    """What kind of word names the speaker."""
    head = frame.speaker
    if head is None:
        return "nobody"
    if frame.relative is not None:
        return f"relative {frame.relative.lower_}"
    if head.pos_ == "PRON" or head.tag_ == "DT":
        lower = head.lower_
        if lower in _OWN:
            return "own"
        if lower in words("people", "person_pronouns"):
            return "he"
        return lower if lower in {"it", "they"} else "pronoun"
    if head.pos_ == "PROPN":
        return f"name {head.ent_type_}"
    lemma = head.lemma_.lower()
    if lemma in words("reporting", "documents"):
        return "document"
    if lemma in words("people", "roles") or lemma.endswith(AGENT_ENDINGS):
        return "role"
    return "things" if head.tag_ == "NNS" else "thing"


def _auxiliaries(word: Token) -> Iterator[str]:
    for child in word.children:
        if child.dep_ == "neg":
            yield "not"
        elif child.dep_ in {"aux", "auxpass"}:
            lower = child.lower_
            if lower in _ASSURING:
                yield "do"
            elif lower in _MODALS:
                yield "modal"
            elif lower == "to":
                yield "to"
            elif child.lemma_ == "have":
                yield "have"


def _conditional(word: Token) -> bool:
    node = word
    for _ in range(_CLIMBS):
        if any(c.dep_ == "mark" and c.lower_ == "if" for c in node.children):
            return True
        if node.head == node:
            return False
        node = node.head
    return False
