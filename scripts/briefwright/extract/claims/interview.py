"""Interviews in questions and answers, told by their labels."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.reading import Reading
from briefwright.model import Span, Speaker

_LABEL = re.compile(
    r"(?:\*\*)?(?P<label>Q|A|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?:\*\*)?:(?:\*\*)? +"
)
_MIN_TURNS = 2


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
    if asking is None or len([c for c in counts.values() if c >= _MIN_TURNS]) < 2:  # noqa: PLR2004
        return {}
    turns: dict[int, Turn] = {}
    for block, (label, start) in labels.items():
        span = reading.article.blocks[block].span
        answer = label != asking
        pieces = [Span(start, span.end)] if start < span.end else []
        pieces += _going_on(reading, block, labels) if answer else []
        speaker = _speaker(reading, mentions, span, label, labels)
        turns[block] = Turn(block, answer, speaker, tuple(pieces) if answer else ())
        for offset in range(1, len(pieces)):
            turns[block + offset] = Turn(block + offset, answer, speaker, ())
    return turns


def _going_on(reading: Reading, block: int, labels: dict[int, tuple[str, int]]) -> list[Span]:
    """The paragraphs without label that follow an answer and are followed by another label."""
    following = [b for b in labels if b > block]
    if not following:
        return []
    between = reading.article.blocks[block + 1 : min(following)]
    return [b.span for b in between if b.kind == "paragraph"]


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


def _speaker(
    reading: Reading,
    mentions: Mentions,
    block: Span,
    label: str,
    labels: dict[int, tuple[str, int]],
) -> Speaker:
    at = reading.text.index(label, block.start)
    span = Span(at, at + len(label))
    if label not in {"A", "Q"}:
        named = mentions.inside(span)
        return Speaker(quote=label, at=span, entity=named[0].id if named else None)
    # "A" is whoever the introduction is about: its first person.
    first = reading.article.blocks[min(labels)].span.start
    entity = (
        next((e for e in mentions.inside(Span(0, first)) if e.type == "person"), None)
        if first
        else None
    )
    return Speaker(quote=label, at=span, entity=entity.id if entity and label == "A" else None)
