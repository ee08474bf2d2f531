"""A frame: a word that may report, with who would speak and what would be reported."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.clauses import clause_pieces, tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefwright.extract.reading import Passage, Reading
    from briefwright.model import Span


@dataclass(frozen=True, slots=True)
class Frame:
    """A word in one of its frames.

    Attributes:
        name: which frame.
        word: the word that stands in it.
        cue: the reporting words: the word with its particle or its copula.
        speaker: head of the speaker's noun phrase; None where the frame names nobody.
        clause: head of the reported clause; None where a run of words is the content.
        runs: the content as runs of tokens, where it is no clause.
        relative: the "who" or "which" by which the speaker is called here.
    """

    name: str
    word: Token
    cue: tuple[Token, ...]
    speaker: Token | None
    clause: Token | None
    runs: tuple[tuple[Token, ...], ...] = ()
    relative: Token | None = None

    @property
    def width(self) -> int:
        """How many tokens the content has, as the parse cuts it."""
        if self.runs:
            return sum(map(len, self.runs))
        return self.clause.right_edge.i - self.clause.left_edge.i + 1 if self.clause else 0

    @property
    def states(self) -> bool:
        """Whether the content is a clause, which can be true or false; else it is a phrase."""
        return self.clause is not None and self.clause.pos_ in {"VERB", "AUX"}

    def pieces(self, passage: Passage, reading: Reading) -> list[Span]:
        """The content as exact spans, in text order."""
        if self.runs:
            return [s for run in self.runs if (s := tidy(passage, run, reading)) is not None]
        return clause_pieces(passage, self.clause, reading) if self.clause is not None else []
