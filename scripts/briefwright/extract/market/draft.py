"""A market effect in the making, and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.market.instruments import Traded
from briefwright.extract.market.move import Move
from briefwright.extract.reading import Passage, Reading
from briefwright.model import DateExpression, Figure, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its article, its dates and those of its figures that can be a change.

    `trading` tells whether the article speaks of markets.
    """

    tokens: Tokens
    passage: Passage
    reading: Reading
    mentions: Mentions
    dates: Sequence[DateExpression]
    figures: Sequence[Figure]
    trading: bool

    @property
    def extent(self) -> Span:
        """Its place in the article."""
        return self.passage.span(self.tokens)


@dataclass(slots=True)
class Draft:
    """A market effect in the making.

    Attributes:
        traded: what moved.
        move: how.
        sentence: the words it is read from.
        passage: where they were parsed.
        change: by how much; empty when no size is given.
        date: when, if the move's own verb says so.
        cause: why, if the text says so.
    """

    traded: Traded
    move: Move
    sentence: Span
    passage: Passage
    change: tuple[Figure, ...] = ()
    date: DateExpression | None = None
    cause: Span | None = None
