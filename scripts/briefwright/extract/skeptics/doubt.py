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
        frame: what the target has to be, see `frames` in the table; "" for anything.
        proves: whether a thing can be the holder, such as a study that contradicts a claim.
        spoken: the holder is whoever says the words, and there is no doubt without one.
        bare_holder: the holder's phrase ends with its head ("critics", not "critics of the plan").
        words: the target's words where its head does not tell them.
    """

    stance: str
    cue: Sequence[Token]
    holder: Token | None
    target: Token
    grounds: Token | None = None
    frame: str = ""
    proves: bool = False
    spoken: bool = False
    bare_holder: bool = False
    words: Sequence[Token] = ()


@cache
def stances(kind: str) -> dict[str, str]:
    """Each word of a part of speech ("verbs", "nouns", "adjectives") and its stance."""
    return {word: stance for stance, all_ in table("doubt")[kind].items() for word in all_}


@cache
def listed(key: str) -> frozenset[str]:
    """A list of the table as a set."""
    return frozenset(table("doubt")[key])


@cache
def frame_of(verb: str) -> str:
    """What the verb's object has to be; "" for anything."""
    frames = table("doubt")["frames"].items()
    return next((name for name, verbs in frames if verb in verbs), "")


def prepositions(token: Token, allowed: Sequence[str] | frozenset[str]) -> Iterator[Token]:
    """The objects of the token's prepositions of those words, nearest first."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in allowed:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp", "dobj"})


def negation(token: Token) -> Token | None:
    """The "not" or "never" of the token."""
    return child_of(token, "neg")


def is_be(verb: Token) -> bool:
    """Whether it is a form of "be"; the lemma of a short form with a curly apostrophe is not."""
    return verb.lemma_ == "be" or verb.lower_ in {"’s", "'s", "’re", "'re"}


def told(noun: Token, key: str) -> bool:
    """Whether the noun, as written or in the singular, stands under `key` of the table."""
    known = listed(key) if isinstance(table("doubt")[key], list) else words("doubt", key)
    return noun.lower_ in known or noun.lemma_.lower() in known
