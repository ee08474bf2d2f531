"""A report: a reporting word with its speaker and its content, as the parse gives them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from briefwright.extract.reading import Passage
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


class Content(NamedTuple):
    """What is reported: its pieces in text order, and its main verbs, for its certainty."""

    pieces: list[Span]
    heads: list[Token]


NOTHING = Content([], [])


@dataclass(slots=True)
class Report:
    """A reporting word and what belongs to it.

    Attributes:
        passage: where it stands.
        cue: the tokens of the reporting words.
        speaker: head of the speaker's noun phrase; None when nobody is named.
        pieces: the content, in text order.
        heads: the content's main verbs, for its certainty.
        depth: 2 when the speaker only passes on what a document says.
        unsure: the reporting words themselves doubt it ("reportedly", "is thought to").
        states: the content can be true or false; else it is a phrase, as in "backed the plan".
    """

    passage: Passage
    cue: list[Token]
    speaker: Token | None
    pieces: list[Span]
    heads: list[Token] = field(default_factory=list)
    depth: int = 1
    unsure: bool = False
    states: bool = True

    @property
    def verb(self) -> Token:
        """The reporting word itself, without negation or particle."""
        return next((t for t in self.cue if t.pos_ in {"VERB", "NOUN", "ADJ"}), self.cue[0])
