"""A dossier as the pages see it: rejected facts gone, and every reference easy to follow."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from briefwright.compose.dossier import Dossier
from briefwright.compose.withheld import characters, is_shown, redacted, told, visible
from briefwright.model import (
    KINDS,
    Article,
    Block,
    Claim,
    DateExpression,
    Entity,
    Fact,
    Facts,
    Figure,
    Finding,
    Quote,
    Span,
    Speaker,
)
from briefwright.model.spots import main_spans

FactT = TypeVar("FactT", bound=Fact)
# Stands for words that are not shown.
LEFT_OUT = "[…]"
QUOTE_MARKS = "\"'“”‘’«»„‚"


def _fingerprint(article: Article, facts: Facts) -> str:
    return hashlib.sha256(f"{article.sha256}\n{facts.model_dump_json()}".encode()).hexdigest()


class Source:
    """One article's accepted and proposed facts; a reference to a rejected fact leads nowhere."""

    def __init__(self, dossier: Dossier) -> None:
        self.article: Article = dossier.article
        self.shown = dossier.shown
        self.updates = dossier.changes.updates if dossier.changes else ()
        kept = {
            kind: tuple(fact for fact in getattr(dossier.facts, kind) if not fact.rejected)
            for kind in KINDS
        }
        self.facts: Facts = dossier.facts.model_copy(update=kept)
        refused = [fact for fact in dossier.facts.all() if fact.rejected]
        self.rejected = len(refused)
        self.rejected_spans = tuple(span for fact in refused for span in main_spans(fact))
        # Of the text and the facts as they are, not as they may be shown.
        self.fingerprint = _fingerprint(self.article, self.facts)
        known = self.facts.by_id()
        self.findings: tuple[Finding, ...] = tuple(
            finding
            for finding in dossier.findings
            if not finding.facts or any(fact in known for fact in finding.facts)
        )
        if dossier.shown is not None:
            self.findings = told(self.findings, known, dossier.shown)
            self.facts = redacted(self.facts, self.article, dossier.shown, self.place)

    @cached_property
    def _by_id(self) -> dict[str, Fact]:
        return self.facts.by_id()

    def _get(self, kind: type[FactT], id: str | None) -> FactT | None:
        fact = self._by_id.get(id) if id else None
        return fact if isinstance(fact, kind) else None

    def fact(self, id: str) -> Fact | None:
        """The fact of any kind under `id`."""
        return self._by_id.get(id)

    def entity(self, id: str | None) -> Entity | None:
        """The entity under `id`."""
        return self._get(Entity, id)

    def date(self, id: str | None) -> DateExpression | None:
        """The date expression under `id`."""
        return self._get(DateExpression, id)

    def claim(self, id: str | None) -> Claim | None:
        """The claim under `id`."""
        return self._get(Claim, id)

    def figures(self, ids: Iterable[str]) -> list[Figure]:
        """The figures under `ids`, in that order."""
        found = (self._get(Figure, name) for name in ids)
        return [figure for figure in found if figure]

    def speaker(self, speaker: Speaker | None) -> Entity | None:
        """The entity that speaks, when it is a named one."""
        return self.entity(speaker.entity) if speaker else None

    def words(self, span: Span) -> str:
        """The article's words at `span`, with a mark for those that are not shown."""
        pieces = self.visible(span)
        if not pieces:
            return f"[{self.place(span)}, {characters(span)}]"
        said = f" {LEFT_OUT} ".join(piece.of(self.article.text) for piece in pieces)
        before = f"{LEFT_OUT} " if pieces[0].start > span.start else ""
        after = f" {LEFT_OUT}" if pieces[-1].end < span.end else ""
        return f"{before}{said}{after}"

    def visible(self, span: Span) -> list[Span]:
        """The pieces of `span` that pages may show."""
        return visible(span, self.shown)

    def shows(self, span: Span) -> bool:
        """Whether pages may show all of `span`."""
        return is_shown(span, self.shown)

    @cached_property
    def shown_words(self) -> int:
        """How many of its words pages may show."""
        text = self.article.text
        spans = [Span(0, len(text))] if self.shown is None else self.shown
        return sum(len(span.of(text).split()) for span in spans)

    @cached_property
    def _ends(self) -> list[int]:
        return [block.span.end for block in self.article.blocks]

    @cached_property
    def paragraph_numbers(self) -> list[int | None]:
        """For each block the number of its paragraph, counted from 1; None for a heading."""
        numbers: list[int | None] = []
        count = 0
        for block in self.article.blocks:
            count += block.kind == "paragraph"
            numbers.append(count if block.kind == "paragraph" else None)
        return numbers

    def blocks_of(self, span: Span) -> range:
        """The indexes of the blocks that `span` overlaps."""
        first = bisect_right(self._ends, span.start)
        last = first
        blocks = self.article.blocks
        while last < len(blocks) and blocks[last].span.start < span.end:
            last += 1
        return range(first, last)

    def block_of(self, span: Span) -> Block | None:
        """The first block that `span` overlaps."""
        return next((self.article.blocks[index] for index in self.blocks_of(span)), None)

    def place(self, span: Span) -> str:
        """Where `span` starts, as a reader counts: `¶3` for the third paragraph, `¶3, p. 2` in a
        paged source.
        """
        number = next((self.paragraph_numbers[index] for index in self.blocks_of(span)), None)
        page = self.article.page_at(span.start)
        paragraph = "heading" if number is None else f"¶{number}"
        return paragraph if page is None else f"{paragraph}, p. {page}"

    @cached_property
    def _claims_by_block(self) -> dict[int, list[Claim]]:
        found: dict[int, list[Claim]] = {}
        for claim in self.facts.claims:
            for index in self.blocks_of(Span.cover(piece.at for piece in claim.content)):
                found.setdefault(index, []).append(claim)
        return found

    @cached_property
    def _moves_and_events_by_block(self) -> dict[int, list[Quote]]:
        found: dict[int, list[Quote]] = {}
        quotes: tuple[Quote, ...] = (*self.facts.market_effects, *self.facts.timeline)
        for quote in quotes:
            for index in self.blocks_of(quote.at):
                found.setdefault(index, []).append(quote)
        return found

    def claims_near(self, span: Span) -> list[Claim]:
        """The claims with words in the blocks of `span`."""
        return [c for index in self.blocks_of(span) for c in self._claims_by_block.get(index, ())]

    def clauses_near(self, span: Span) -> list[Quote]:
        """Claims' words, market effects and events in the blocks of `span`."""
        indexes = self.blocks_of(span)
        moves = [q for index in indexes for q in self._moves_and_events_by_block.get(index, ())]
        return [*moves, *(piece for claim in self.claims_near(span) for piece in claim.content)]

    def widen(self, span: Span) -> Span:
        """`span` with a quotation mark right before or after it taken in, and the bracket that
        closes one opened inside it.
        """
        text = self.article.text
        start, end = span
        if start and text[start - 1] in QUOTE_MARKS:
            start -= 1
        if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
            end += 1
        if text[end : end + 1] and text[end] in QUOTE_MARKS:
            end += 1
        return Span(start, end)
