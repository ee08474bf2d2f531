"""Interviews in questions and answers, told by their labels."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Reading
from briefwright.model import Span, Speaker

_LABEL = re.compile(
    r"(?:\*\*)?(?P<label>Q|A|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?:\*\*)?:(?:\*\*)? +"
)
_MIN_TURNS, _MIN_SPEAKERS = 2, 2


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview.

    Attributes:
        block: the paragraph.
        answer: whether it is an answer; questions make no claims.
        speaker: the label's words, and who they stand for.
        pieces: the answer's paragraphs without label; empty for those after the first.
    """

    block: int
    answer: bool
    speaker: Speaker | None
    pieces: tuple[Span, ...]


def find_turns(reading: Reading, mentions: Mentions) -> dict[int, Turn]:
    """The turns by paragraph; empty when the article is no interview.

    An interview has two labels that come back, one of them before questions.
    """
    labels = _labels(reading)
    counts = Counter(label for label, _ in labels.values())
    asking = _questioner(reading, labels)
    if asking is None or sum(c >= _MIN_TURNS for c in counts.values()) < _MIN_SPEAKERS:
        return {}
    introduced = _introduced(reading, mentions, min(labels))
    following = dict(pairwise(sorted(labels)))
    turns: dict[int, Turn] = {}
    for block, (label, start) in labels.items():
        span = reading.article.blocks[block].span
        answer = label != asking
        pieces = [Span(start, span.end)] if start < span.end else []
        if answer and block in following:
            pieces += _going_on(reading, block, following[block])
        speaker = _speaker(reading, mentions, span, label, introduced)
        turns[block] = Turn(block, answer, speaker, tuple(pieces) if answer else ())
        for offset in range(1, len(pieces)):
            turns[block + offset] = Turn(block + offset, answer, speaker, ())
    return turns


def _labels(reading: Reading) -> dict[int, tuple[str, int]]:
    """For each labelled paragraph its label and where its text starts."""
    found: dict[int, tuple[str, int]] = {}
    for index, block in enumerate(reading.article.blocks):
        match = _LABEL.match(reading.text, block.span.start, block.span.end)
        if match and block.kind == "paragraph":
            found[index] = (match["label"], match.end())
    return found


def _questioner(reading: Reading, labels: dict[int, tuple[str, int]]) -> str | None:
    """The label whose paragraphs end in a question mark most often."""
    questions: Counter[str] = Counter()
    for block, (label, _) in labels.items():
        if reading.article.blocks[block].span.of(reading.text).rstrip("*_ ").endswith("?"):
            questions[label] += 1
    if "Q" in questions:
        return "Q"
    best = questions.most_common(1)
    return best[0][0] if best and best[0][1] >= _MIN_TURNS else None


def _introduced(reading: Reading, mentions: Mentions, first: int) -> str | None:
    """The first person named before the first turn: the one an "A" without name stands for."""
    start = reading.article.blocks[first].span.start
    people = [e for e in mentions.inside(Span(0, start)) if e.type == "person"] if start else []
    return people[0].id if people else None


def _going_on(reading: Reading, block: int, following: int) -> list[Span]:
    """The paragraphs without label between an answer and the next label."""
    between = reading.article.blocks[block + 1 : following]
    return [b.span for b in between if b.kind == "paragraph"]


def _speaker(
    reading: Reading, mentions: Mentions, block: Span, label: str, introduced: str | None
) -> Speaker:
    at = reading.text.index(label, block.start)
    span = Span(at, at + len(label))
    if label in {"A", "Q"}:
        return Speaker(quote=label, at=span, entity=introduced if label == "A" else None)
    named = mentions.inside(span)
    return Speaker(quote=label, at=span, entity=named[0].id if named else None)
