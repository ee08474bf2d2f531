"""The evidence page: the article's full text with each fact's words marked, linked both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import anchor
from briefwright.compose.marks import Mark, marked
from briefwright.compose.source import Source, main_span
from briefwright.compose.uses import Use, Uses
from briefwright.model import (
    Block,
    Claim,
    DateExpression,
    Entity,
    Fact,
    Figure,
    MarketEffect,
    Skeptic,
    Span,
)


@dataclass(frozen=True, slots=True)
class Note:
    """What a brief makes of one marked passage."""

    number: int
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class EvidenceBlock:
    """One heading or paragraph.

    `number` counts paragraphs as the briefs do (¶3); headings have none. `names` are the
    entities that it names, linked to their lines.
    """

    kind: Literal["heading", "paragraph"]
    number: int | None
    text: SafeMarkdown
    notes: tuple[Note, ...]
    names: tuple[Use, ...]


def evidence_blocks(source: Source, uses: Uses) -> list[EvidenceBlock]:
    """The article block by block; the text of the blocks is the article's, exactly."""
    facts = sorted(source.facts.all(), key=_place)
    article = source.article.id
    used = {fact.id: tuple(uses.get((article, fact.id), ())) for fact in facts}
    numbered = [fact for fact in facts if not isinstance(fact, Entity) and used[fact.id]]
    numbers = {fact.id: number for number, fact in enumerate(numbered, 1)}
    page = _Page(source, facts, used, numbers)
    blocks = []
    paragraphs = 0
    for block in source.article.blocks:
        paragraphs += block.kind == "paragraph"
        blocks.append(page.block(block, paragraphs if block.kind == "paragraph" else None))
    return blocks


@dataclass(frozen=True, slots=True)
class _Page:
    source: Source
    facts: Sequence[Fact]
    used: dict[str, tuple[Use, ...]]
    numbers: dict[str, int]

    def block(self, block: Block, number: int | None) -> EvidenceBlock:
        ending = [f for f in self.facts if f.id in self.numbers and self._ends_in(f, block.span)]
        after: dict[int, list[SafeMarkdown]] = {}
        for fact in ending:
            after.setdefault(_end(fact), []).append(self._back(fact))
        marks = [mark for fact in self.facts for mark in self._marks(fact)]
        return EvidenceBlock(
            kind=block.kind,
            number=number,
            text=marked(self.source.article.text, block.span, marks, after),
            notes=tuple(Note(self.numbers[f.id], self.used[f.id]) for f in ending),
            names=tuple(self._names(block.span)),
        )

    def _ends_in(self, fact: Fact, span: Span) -> bool:
        return span.start < _end(fact) <= span.end

    def _back(self, fact: Fact) -> SafeMarkdown:
        """The small number after a marked passage; the page's end holds its address."""
        number = self.numbers[fact.id]
        return SafeMarkdown(f"[{number}][]{{.bw-back data-search-exclude=1}}")

    def _marks(self, fact: Fact) -> Iterator[Mark]:
        name = anchor(self.source.article.id, fact.id)
        main = _main_spans(fact)
        kind = _KINDS.get(type(fact), "event")
        for index, span in enumerate(main):
            yield Mark(span, name, kind, name if index == 0 else None)
        for span in fact.spans():
            if not any(whole.contains(span) for whole in main):
                yield Mark(span, name, "part")

    def _names(self, span: Span) -> Iterator[Use]:
        for fact in self.facts:
            if isinstance(fact, Entity) and any(m.overlaps(span) for m in fact.mentions):
                yield from self.used[fact.id][:1]


_KINDS: dict[type[Fact], str] = {
    Entity: "name",
    DateExpression: "date",
    Figure: "figure",
    Claim: "claim",
    Skeptic: "doubt",
    MarketEffect: "market",
}


def _main_spans(fact: Fact) -> tuple[Span, ...]:
    """The spans that stand for the fact; the first one carries its id."""
    if isinstance(fact, Entity):
        return fact.mentions
    if isinstance(fact, Claim):
        return tuple(piece.at for piece in fact.content)
    return (main_span(fact),)


def _end(fact: Fact) -> int:
    return max(span.end for span in _main_spans(fact))


def _place(fact: Fact) -> tuple[int, Span, str]:
    """By where the fact's number stands."""
    return (_end(fact), main_span(fact), fact.id)
