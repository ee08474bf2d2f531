"""A doubt as the parse gives it, and what its readers share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.syntax import child_of
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of doubt and what belongs to it.

    Attributes:
        stance: doubts, disputes, denies or criticises.
        cue: the words of doubt.
        holder: head of the holder's noun phrase; None when nobody is named.
        target: head of what is doubted.
        grounds: head of what the holder points to.
    """

    stance: str
    cue: Sequence[Token]
    holder: Token | None
    target: Token
    grounds: Token | None = None


@cache
def stances(kind: str) -> dict[str, str]:
    """Each word of a part of speech ("verbs", "nouns", "adjectives") and its stance."""
    return {word: stance for stance, all_ in table("doubt")[kind].items() for word in all_}


def prepositions(token: Token, allowed: Sequence[str]) -> Iterator[Token]:
    """The objects of the token's prepositions of those words, nearest first."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in allowed:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp", "dobj"})


def negation(token: Token) -> Token | None:
    """The "not" of the token."""
    return child_of(token, "neg")


def cited(verb: Token) -> Token | None:
    """What a doubter points to: ", alluding to reports ...", ", citing a power cut ..."."""
    citing = words("reporting", "citing")
    for child in verb.children:
        if child.dep_ == "advcl" and child.lemma_.lower() in citing:
            below = next(prepositions(child, ("to", "at")), None)
            return below if below is not None else child_of(child, "dobj")
    return None
