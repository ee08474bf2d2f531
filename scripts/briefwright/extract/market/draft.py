"""A market effect in the making, and the sentence it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.market.instruments import Traded
from briefwright.extract.market.move import Move
from briefwright.extract.market.movements import Movements
from briefwright.extract.reading import Passage, Reading
from briefwright.model import DateExpression, Figure, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its movements, its dates and those of its figures that can be a change.

    `trading` tells whether the article speaks of markets.
    """

    found: Movements
    reading: Reading
    mentions: Mentions
    dates: Sequence[DateExpression]
    figures: Sequence[Figure]
    trading: bool

    @property
    def passage(self) -> Passage:
        """The passage it was parsed in."""
        return self.found.passage

    @property
    def extent(self) -> Span:
        """Its place in the article."""
        return self.passage.span(self.found.sentence)


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
