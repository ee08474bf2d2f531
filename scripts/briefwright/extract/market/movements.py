"""All movements of an article, sentence by sentence: prices, output, demand, whatever moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.market.move import Move
from briefwright.extract.market.moves import find_moves
from briefwright.extract.reading import Passage, Reading

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


@dataclass(frozen=True, slots=True)
class Movements:
    """The movements of one sentence, in text order; a cue stands once for each thing it moves."""

    passage: Passage
    sentence: Tokens
    moves: tuple[Move, ...]


def find_movements(reading: Reading) -> Iterator[Movements]:
    """The sentences with words of movement, quoted ones too.

    Market effects are what is told of instruments among these (`Move.told`).
    """
    for passage in reading.passages:
        for sentence in passage.doc.sents:
            moves = tuple(move for token in sentence for move in find_moves(token))
            if moves:
                yield Movements(passage, sentence, moves)
