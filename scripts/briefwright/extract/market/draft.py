"""A market effect in the making."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.extract.market.instruments import Traded
from briefwright.extract.market.moves import Move
from briefwright.extract.reading import Passage
from briefwright.model import DateExpression, Figure, Span


@dataclass(slots=True)
class Draft:
    traded: Traded
    move: Move
    sentence: Span
    passage: Passage
    change: tuple[Figure, ...] = ()
    date: DateExpression | None = None
    cause: Span | None = None
