"""The evidence page: the article's full text with each fact's words marked, linked both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefwright.compose.escape import SafeMarkdown, escape
from briefwright.compose.links import anchor
from briefwright.compose.marks import Mark, marked
from briefwright.compose.source import LEFT_OUT, Source
from briefwright.compose.text_fragment import Original
from briefwright.compose.uses import Use, Uses
from briefwright.compose.withheld import characters
from briefwright.model import (
    Claim,
    DateExpression,
    Entity,
    Fact,
    Figure,
    MarketEffect,
    Skeptic,
    Span,
    TimelineEvent,
)
from briefwright.model.spots import main_span, main_spans


@dataclass(frozen=True, slots=True)
class Note:
    """What the briefs make of one marked passage.

    `original` leads to the same words on the article's own page, where it has one on the web.
    """

    number: int
    uses: tuple[Use, ...]
    original: SafeMarkdown | None


@dataclass(frozen=True, slots=True)
class Withheld:
    """A fact whose words are not shown: what it is, where it stands, and what uses it."""

    anchor: SafeMarkdown
    kind: str
    place: str
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class EvidenceBlock:
    """One heading or paragraph.

    `number` counts paragraphs as the briefs do (¶3); headings have none. `page` is that of a
    paged source. `names` are the lines of each entity that it names. `withheld` are the facts whose
    words are not shown.
    """

    kind: Literal["heading", "paragraph"]
    number: int | None
    page: int | None
    text: SafeMarkdown
    notes: tuple[Note, ...]
    names: tuple[tuple[Use, ...], ...]
    withheld: tuple[Withheld, ...] = ()


def evidence_blocks(source: Source, uses: Uses, original: Original | None) -> list[EvidenceBlock]:
    """The article block by block; the text of the blocks is the article's, exactly."""
    page = _Page(source, uses, original)
    return [page.block(index) for index in range(len(source.article.blocks))]


class _Page:
    """What stands in each block: marks, the ends of facts with their numbers, and names."""

    def __init__(self, source: Source, uses: Uses, original: Original | None) -> None:
        self.source = source
        self.original = original
        article = source.article.id
        facts = sorted(source.facts.all(), key=_place)
        self.used = {fact.id: tuple(uses.get((article, fact.id), ())) for fact in facts}
        self.numbers: dict[str, int] = {}
        self.marks: dict[int, list[Mark]] = {}
        self.endings: dict[int, list[Fact]] = {}
        self.names: dict[int, dict[str, tuple[Use, ...]]] = {}
        self.withheld: dict[int, list[Withheld]] = {}
        for fact in facts:
            self._take_marks(fact)
            if isinstance(fact, Entity):
                self._take_name(fact)
            if not all(map(source.shows, self._needed(fact))):
                self._withhold(fact)
            elif not isinstance(fact, Entity) and self.used[fact.id]:
                self.numbers[fact.id] = len(self.numbers) + 1
                last = Span(_end(fact) - 1, _end(fact))
                for index in source.blocks_of(last):
                    self.endings.setdefault(index, []).append(fact)

    def _take_marks(self, fact: Fact) -> None:
        name = anchor(self.source.article.id, fact.id)
        main = main_spans(fact)
        hidden = not all(map(self.source.shows, self._needed(fact)))
        kind = _KINDS[type(fact)]
        known = set(main)
        parts = [span for span in fact.spans() if span not in known]
        found = [
            Mark(span, name, kind, None if n or hidden else name) for n, span in enumerate(main)
        ]
        found += [
            Mark(span, name, "part")
            for span in parts
            if not any(whole.contains(span) for whole in main)
        ]
        for mark in found:
            for index in self.source.blocks_of(mark.span):
                self.marks.setdefault(index, []).append(mark)

    def _needed(self, fact: Fact) -> tuple[Span, ...]:
        """What must be shown for the fact's marks to be its evidence."""
        return main_spans(fact)[:1] if isinstance(fact, Entity) else main_spans(fact)

    def _withhold(self, fact: Fact) -> None:
        span = main_span(fact)
        withheld = Withheld(
            anchor=anchor(self.source.article.id, fact.id),
            kind=_KIND_WORDS[type(fact)],
            place=", ".join(map(characters, self._needed(fact))),
            uses=self.used[fact.id],
        )
        for index in self.source.blocks_of(span)[:1]:
            self.withheld.setdefault(index, []).append(withheld)

    def _take_name(self, entity: Entity) -> None:
        for mention in entity.mentions:
            for index in self.source.blocks_of(mention):
                self.names.setdefault(index, {})[entity.id] = self.used[entity.id]

    def block(self, index: int) -> EvidenceBlock:
        """The block with its marks, its notes and its names."""
        block = self.source.article.blocks[index]
        ending = self.endings.get(index, [])
        after: dict[int, list[SafeMarkdown]] = {}
        for fact in ending:
            after.setdefault(_end(fact), []).append(self._back(fact))
        return EvidenceBlock(
            kind=block.kind,
            number=self.source.paragraph_numbers[index],
            page=self.source.article.page_at(block.span.start),
            text=self._text(block.span, self.marks.get(index, []), after),
            notes=tuple(map(self._note, ending)),
            names=tuple(filter(None, self.names.get(index, {}).values())),
            withheld=tuple(self.withheld.get(index, ())),
        )

    def _note(self, fact: Fact) -> Note:
        original = self.original.link(main_spans(fact)) if self.original else None
        return Note(self.numbers[fact.id], self.used[fact.id], original)

    def _text(
        self, block: Span, marks: Sequence[Mark], after: Mapping[int, Sequence[SafeMarkdown]]
    ) -> SafeMarkdown:
        """The block's words with their marks; what is not shown is a mark of its own."""
        pieces = self.source.visible(block)
        if pieces == [block]:
            return marked(self.source.article.text, block, marks, after)
        gap = escape(LEFT_OUT)
        parts = [] if pieces and pieces[0].start == block.start else [gap]
        for piece in pieces:
            numbers = {at: found for at, found in after.items() if piece.start < at <= piece.end}
            parts.append(marked(self.source.article.text, piece, marks, numbers))
            if piece.end < block.end:
                parts.append(gap)
        return SafeMarkdown(" ".join(parts))

    def _back(self, fact: Fact) -> SafeMarkdown:
        """The small number after a marked passage; the page's end holds its address."""
        number = self.numbers[fact.id]
        return SafeMarkdown(f"[{number}][]{{.bw-back data-search-exclude=1}}")


_KINDS: dict[type[Fact], str] = {
    Entity: "name",
    DateExpression: "date",
    Figure: "figure",
    Claim: "claim",
    Skeptic: "doubt",
    MarketEffect: "market",
    TimelineEvent: "event",
}


_KIND_WORDS: dict[type[Fact], str] = {
    Entity: "Name",
    DateExpression: "Date",
    Figure: "Figure",
    Claim: "Claim",
    Skeptic: "Doubt",
    MarketEffect: "Market effect",
    TimelineEvent: "Event",
}


def _end(fact: Fact) -> int:
    return max(span.end for span in main_spans(fact))


def _place(fact: Fact) -> tuple[int, Span, str]:
    """By where the fact's number stands."""
    return (_end(fact), main_span(fact), fact.id)
