"""One reading of an article: paragraphs parsed once, with every token's place in the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefwright.extract.pieces import Piece, cut_pieces
from briefwright.extract.pipeline import load
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation, find_quotations
from briefwright.model import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# Pieces that the parser takes at once; a larger batch holds more text in its memory.
_BATCH = 32


def read(article: Article, pipeline: str) -> Reading:
    """Parse `article` with the spaCy pipeline named `pipeline`."""
    nlp = load(pipeline)
    quotations = find_quotations(article.text, article.blocks)
    pieces = list(cut_pieces(article, quotations))
    docs = nlp.pipe((p.text for p in pieces), batch_size=_BATCH)
    passages = [_passage(piece, doc) for piece, doc in zip(pieces, docs, strict=True) if len(doc)]
    passages.sort(key=lambda p: (p.block, p.starts[0], p.quotation is not None))
    return Reading(article, quotations, tuple(passages))


@dataclass(frozen=True, eq=False)
class Passage:
    """A parsed piece: a paragraph's frame, or the inside of a quotation.

    Attributes:
        doc: the parse.
        starts: for each token, where it starts in the article.
        ends: for each token, where it ends; a stand-in covers its whole quotation.
        block: index of the paragraph in `Article.blocks`.
        quotation: the quotation whose inside this is; None for a frame.
        masks: token index of each stand-in, and the quotation it stands for.
    """

    doc: Doc
    starts: list[int]
    ends: list[int]
    block: int
    quotation: Quotation | None
    masks: dict[int, Quotation]

    def span(self, tokens: Sequence[Token] | Tokens) -> Span:
        """The article's span from the first of `tokens` to the last."""
        return Span(min(self.starts[t.i] for t in tokens), max(self.ends[t.i] for t in tokens))

    def tokens_in(self, span: Span) -> list[Token]:
        """The tokens that lie wholly inside `span`."""
        first = bisect_left(self.starts, span.start)
        last = first
        while last < len(self.ends) and self.ends[last] <= span.end:
            last += 1
        return list(self.doc[first:last])

    @property
    def extent(self) -> Span:
        """From the passage's first token to its last."""
        return Span(self.starts[0], self.ends[-1])


@dataclass(frozen=True, eq=False)
class Reading:
    """All passages of an article in the order of the text."""

    article: Article
    quotations: tuple[Quotation, ...]
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.article.text

    def frames(self) -> Iterator[Passage]:
        """The paragraphs, without the insides of masked quotations."""
        return (p for p in self.passages if p.quotation is None)

    def inside(self, quotation: Quotation) -> list[Passage]:
        """The parsed inside of a masked quotation; empty for one that stayed in its frame."""
        return self._by_quotation.get(quotation, [])

    def passage_at(self, span: Span) -> Passage | None:
        """The passage in which the words at `span` were parsed."""
        around = self._placed_passages.overlapping(span)
        return next((p for p in around if p.tokens_in(span)), None)

    def quotations_at(self, span: Span) -> list[Quotation]:
        """The quotations that share a character with `span`, marks included."""
        return self._placed_quotations.overlapping(span)

    def quoted(self, span: Span) -> bool:
        """Whether `span` lies inside a quotation."""
        return any(q.inner.contains(span) for q in self.quotations_at(span))

    @cached_property
    def _by_quotation(self) -> dict[Quotation, list[Passage]]:
        found: dict[Quotation, list[Passage]] = {}
        for passage in self.passages:
            if passage.quotation is not None:
                found.setdefault(passage.quotation, []).append(passage)
        return found

    @cached_property
    def _placed_passages(self) -> Placed[Passage]:
        return Placed(self.passages, lambda p: p.extent)

    @cached_property
    def _placed_quotations(self) -> Placed[Quotation]:
        return Placed(self.quotations, lambda q: q.outer)


def _passage(piece: Piece, doc: Doc) -> Passage:
    starts: list[int] = []
    ends: list[int] = []
    masks: dict[int, Quotation] = {}
    for token in doc:
        quotation = piece.masks.get(token.idx)
        if quotation is not None:
            masks[token.i] = quotation
            starts.append(quotation.inner.start)
            ends.append(quotation.inner.end)
        else:
            starts.append(piece.places[token.idx])
            ends.append(piece.places[token.idx + len(token) - 1] + 1)
    return Passage(doc, starts, ends, piece.block, piece.quotation, masks)
