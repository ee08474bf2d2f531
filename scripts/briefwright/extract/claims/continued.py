"""Quotations that go on: nothing introduces them, so they belong to the speech before."""

from __future__ import annotations

from briefwright.extract.claims.draft import Draft
from briefwright.extract.claims.interview import Turn
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.speakers import speaker_of
from briefwright.extract.syntax import subject_of
from briefwright.model import Span, Speaker


def continue_quotations(
    reading: Reading,
    mentions: Mentions,
    drafts: list[Draft],
    used: set[Quotation],
    turns: dict[int, Turn],
) -> list[Draft]:
    """The drafts with the quotations that have no words of their own to introduce them.

    In the same paragraph, and over paragraphs while the quotation is not closed, they go on with
    the speech before them. Otherwise nobody is said to speak. An interview's answers are whole.
    """
    speeches = _Speeches(reading, drafts)
    previous: Quotation | None = None
    for passage in reading.frames():
        turn = turns.get(passage.block)
        answered = turn is not None and turn.answer
        for index, quotation in sorted(passage.masks.items()):
            if quotation not in used and not answered:
                draft = speeches.before(passage, index, previous)
                if draft is not None:
                    speeches.go_on(draft, quotation)
                elif _alone(passage, index):
                    speaker = _subject_before(passage, index, mentions, reading.text)
                    draft = None
                    if speaker is None:
                        draft = speeches.earlier(passage.block, quotation)
                    if draft is None:
                        draft = Draft(speaker, None, [], "asserted", 1, passage.block)
                        speeches.add(draft)
                    speeches.go_on(draft, quotation)
            previous = quotation
    return speeches.drafts


class _Speeches:
    """The drafts so far, found by their quotations and by their reporting words."""

    def __init__(self, reading: Reading, drafts: list[Draft]) -> None:
        self.drafts: list[Draft] = []
        self._reading = reading
        self._number: dict[Draft, int] = {}
        self._last: dict[Span, list[Draft]] = {}
        self._holding: dict[Span, Draft] = {}
        self._in_block: dict[int, list[Draft]] = {}
        self._cued = Placed(
            [(d.cue, d) for d in drafts if d.cue is not None], lambda placed: placed[0]
        )
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        self._number[draft] = len(self.drafts)
        self.drafts.append(draft)
        for piece in draft.pieces:
            self._holding.setdefault(piece, draft)
        if draft.last is not None:
            self._last.setdefault(draft.last.inner, []).append(draft)
        if draft.speaker is not None and draft.depth == 1 and draft.pieces:
            self._in_block.setdefault(draft.block, []).append(draft)

    def go_on(self, draft: Draft, quotation: Quotation) -> None:
        """Add the quotation to the draft, which it then ends with."""
        draft.pieces.append(quotation.inner)
        draft.last = quotation
        self._holding.setdefault(quotation.inner, draft)
        self._last.setdefault(quotation.inner, []).append(draft)
        if draft.speaker is not None:
            self._in_block.setdefault(quotation.block, []).append(draft)

    def before(self, passage: Passage, index: int, previous: Quotation | None) -> Draft | None:
        """The speech that a quotation goes on with: unclosed before it, or in the sentence before.

        Args:
            passage: the frame in which the quotation stands.
            index: its stand-in's token index.
            previous: the quotation before it in the article.
        """
        if previous is not None and previous.continued and passage.block == previous.block + 1:
            return self._holding.get(previous.inner)
        first = passage.doc[index].sent.start
        if first == 0:
            return None
        sentence = passage.span(passage.doc[first - 1].sent)
        start = passage.masks[index].inner.start
        earlier = [
            d
            for d in self._around(sentence)
            if d.block == passage.block and d.last is not None and d.last.inner.end < start
        ]
        return min(earlier, key=lambda d: (-d.pieces[-1].end, self._number[d]), default=None)

    def earlier(self, block: int, quotation: Quotation) -> Draft | None:
        """The last speech before a quotation, in its paragraph or the one right before."""
        for number in (block, block - 1):
            said = [
                d
                for d in self._in_block.get(number, ())
                if d.pieces[-1].end <= quotation.inner.start
            ]
            if said:
                return max(said, key=lambda d: d.pieces[-1].end)
        return None

    def _around(self, sentence: Span) -> list[Draft]:
        """The drafts that end with a quotation in the sentence, or are reported in it."""
        quoted = [q.inner for q in self._reading.quotations_at(sentence)]
        ending = [
            d
            for inner in quoted
            for d in self._last.get(inner, ())
            if inner.overlaps(sentence) and d.last is not None and d.last.inner == inner
        ]
        return [*ending, *(d for _, d in self._cued.inside(sentence))]


def _subject_before(passage: Passage, index: int, mentions: Mentions, text: str) -> Speaker | None:
    """The person of the sentence before: "He questioned the figures. "If that's true, ..."."""
    first = passage.doc[index].sent.start
    if first == 0:
        return None
    head = subject_of(passage.doc[first - 1].sent.root)
    entity = mentions.resolve(passage, head) if head is not None else None
    if head is None or entity is None or entity.type != "person":
        return None
    return speaker_of(passage, head, mentions, text)


def _alone(passage: Passage, index: int) -> bool:
    """Whether the quotation is a sentence by itself, as after a paragraph's end."""
    return sum(t.is_alpha for t in passage.doc[index].sent) <= 1
