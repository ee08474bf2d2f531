"""Quotations that go on: nothing introduces them, so they belong to the speech before."""

from __future__ import annotations

from briefwright.extract.claims.draft import Draft
from briefwright.extract.claims.interview import Turn
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import speaker_of
from briefwright.extract.syntax import subject_of
from briefwright.model import Speaker


def continue_quotations(
    reading: Reading,
    mentions: Mentions,
    drafts: list[Draft],
    used: set[Quotation],
    turns: dict[int, Turn],
) -> None:
    """Quotations without words of their own to introduce them.

    In the same paragraph, and over paragraphs while the quotation is not closed, they go on with
    the speech before them. Otherwise nobody is said to speak.
    """
    masked = [(p, i, q) for p in reading.frames() for i, q in sorted(p.masks.items())]
    previous: Quotation | None = None
    for passage, index, quotation in masked:
        turn = turns.get(passage.block)
        if quotation not in used and not (turn is not None and turn.answer):
            draft = _speech_before(passage, index, drafts, previous)
            if draft is not None:
                draft.pieces.append(quotation.inner)
                draft.last = quotation
            elif _alone(passage, quotation):
                speaker = _subject_before(passage, index, mentions, reading.text)
                drafts.append(
                    Draft(
                        speaker,
                        None,
                        [quotation.inner],
                        "asserted",
                        1,
                        passage.block,
                        last=quotation,
                    )
                )
            used.add(quotation)
        previous = quotation


def _speech_before(
    passage: Passage, index: int, drafts: list[Draft], previous: Quotation | None
) -> Draft | None:
    """The speech that a quotation goes on with: unclosed before it, or in the sentence before."""
    block = passage.block
    if previous is not None and previous.continued and block == previous.block + 1:
        return next((d for d in drafts if previous.inner in d.pieces), None)
    first = passage.doc[index].sent.start
    if first == 0:
        return None
    before = passage.span(passage.doc[first - 1].sent)
    earlier = [
        d
        for d in drafts
        if d.block == block
        and d.last is not None
        and (before.overlaps(d.last.inner) or (d.cue is not None and before.contains(d.cue)))
        and d.last.inner.end < passage.masks[index].inner.start
    ]
    return max(earlier, key=lambda d: d.pieces[-1].end) if earlier else None


def _subject_before(passage: Passage, index: int, mentions: Mentions, text: str) -> Speaker | None:
    """As in "He questioned the figures. "If that's true, ..."": the person the sentence before is about."""
    first = passage.doc[index].sent.start
    if first == 0:
        return None
    head = subject_of(passage.doc[first - 1].sent.root)
    entity = mentions.resolve(passage, head) if head is not None else None
    if head is None or entity is None or entity.type != "person":
        return None
    return speaker_of(passage, head, mentions, text)


def _alone(passage: Passage, quotation: Quotation) -> bool:
    """Whether the quotation is a sentence by itself, as after a paragraph's end."""
    mask = next(i for i, q in passage.masks.items() if q is quotation)
    sentence = passage.doc[mask].sent
    return sum(t.is_alpha for t in sentence) <= 1
