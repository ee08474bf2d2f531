"""One reading of an article: paragraphs parsed once, with every token's place in the text.

A quotation that is a sentence of its own is taken out of its paragraph before the parser sees it
and parsed apart; a stand-in word keeps its place. So the frame around it ("He observed, ..., while
speaking to reporters") is parsed as the short sentence it is, and a full stop inside the quotation
splits nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from briefwright.extract.pipeline import load
from briefwright.extract.placed import Placed
from briefwright.extract.quotes import Quotation, find_quotations
from briefwright.model import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

# The parser takes "this" for a noun phrase in every position in which a quotation can stand.
STAND_IN = "this"
# Longest piece handed to the parser at once; its memory grows with the longest piece.
MAX_PIECE = 8_000
_TERMINAL = re.compile(r"[.?!…][\"”’')\]]?\s")
_ENDS_CLAUSE = re.compile(r"[,.?!…—–-]$")
# "FRANKFURT, March 6 (Meridian Wire) - " is no part of the sentence after it.
DATELINE = re.compile(
    r"[A-Z][A-Z.'’/-]+[A-Z](?:[ ,][^.!?“\"]{0,60}?)?\s?(?:[–—]|-{1,2}(?=\s))\s*(?=\S)"
)
_MIN_MASKED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Text for the parser and, for each of its characters, the place in the article."""

    text: str
    places: list[int]
    block: int
    masks: dict[int, Quotation]
    quotation: Quotation | None = None


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


def read(article: Article, pipeline: str) -> Reading:
    """Parse `article` with the spaCy pipeline named `pipeline`."""
    nlp = load(pipeline)
    quotations = find_quotations(article.text, article.blocks)
    pieces = list(_pieces(article, quotations))
    docs = nlp.pipe((p.text for p in pieces), batch_size=32)
    passages = [_passage(piece, doc) for piece, doc in zip(pieces, docs, strict=True) if len(doc)]
    passages.sort(key=lambda p: (p.block, p.starts[0], p.quotation is not None))
    return Reading(article, quotations, tuple(passages))


def _pieces(article: Article, quotations: Sequence[Quotation]) -> Iterator[Piece]:
    for index, block in enumerate(article.blocks):
        if block.kind != "paragraph":
            continue
        masked = [
            q for q in quotations if q.block == index and _is_sentence(article.text, q, block.span)
        ]
        yield from _cut(_frame(article.text, block.span, index, masked))
        for quotation in masked:
            places = list(range(quotation.inner.start, quotation.inner.end))
            inside = _flat(quotation.inner.of(article.text))
            yield from _cut(Piece(inside, places, index, {}, quotation))


def _flat(text: str) -> str:
    """The text with line breaks and tabs as spaces; no character is added or lost."""
    return re.sub(r"\s", " ", text)


def _is_sentence(text: str, quotation: Quotation, block: Span) -> bool:
    """Whether the quotation is speech of its own, not a phrase inside another's sentence."""
    inner = quotation.inner.of(text)
    if _TERMINAL.search(inner):
        return True
    before = text[block.start : quotation.outer.start].rstrip()
    after = text[quotation.outer.end : block.end].lstrip()
    if len(inner.split()) < _MIN_MASKED_WORDS and not (before.endswith((",", ":")) or not before):
        return False
    starts_fresh = not before or before[-1] in ',:.?!…—–”"’'
    ends_clause = bool(_ENDS_CLAUSE.search(inner)) or not after or after[0] in ",."
    capital = inner.lstrip("[(‘“'\"…. ")[:1].isupper()
    return starts_fresh and ends_clause and (capital or bool(before[-1:] in {",", "”", '"', "’"}))


def _frame(text: str, block: Span, index: int, masked: Sequence[Quotation]) -> Piece:
    chars: list[str] = []
    places: list[int] = []
    masks: dict[int, Quotation] = {}

    def copy(start: int, end: int) -> None:
        chars.append(_flat(text[start:end]))
        places.extend(range(start, end))

    position = block.start
    for quotation in masked:
        inner = quotation.inner
        copy(position, inner.start)
        masks[len(places)] = quotation
        chars.append(STAND_IN)
        places.extend([inner.start] * (len(STAND_IN) - 1) + [inner.end - 1])
        ending = _frame_ending(text, quotation, block)
        if ending:
            chars.append(ending)
            places.append(inner.end - 1)
        position = inner.end
    copy(position, block.end)
    return Piece("".join(chars), places, index, masks)


def _frame_ending(text: str, quotation: Quotation, block: Span) -> str:
    """The punctuation to keep after a stand-in: a question that runs on becomes a comma."""
    last = text[quotation.inner.end - 1]
    after = text[quotation.outer.end : block.end].lstrip()
    if last in "?!…—–-" and after[:1].islower():
        return ","
    if last in ",.":
        return last
    return "." if last in "?!…" else ""


def _cut(piece: Piece) -> Iterator[Piece]:
    """The piece, cut after its dateline, and so that no part is longer than `MAX_PIECE`."""
    start = 0
    dateline = DATELINE.match(piece.text) if piece.quotation is None else None
    if dateline:
        start = dateline.end()
        yield _part(piece, 0, start)
    while len(piece.text) - start > MAX_PIECE:
        window = piece.text[start : start + MAX_PIECE]
        ends = [m.end() for m in _TERMINAL.finditer(window)]
        cut = ends[-1] if ends else max(window.rfind(" ") + 1, 0) or MAX_PIECE
        yield _part(piece, start, start + cut)
        start += cut
    yield _part(piece, start, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Piece:
    masks = {at - start: q for at, q in piece.masks.items() if start <= at < end}
    return Piece(
        piece.text[start:end], piece.places[start:end], piece.block, masks, piece.quotation
    )


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
