"""A move as the parse gives it, and what its readers share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

# Where a direction word may hang on its verb: "closed lower", "was up", "ended the day flat".
_RESULTS = {
    "advmod",
    "acomp",
    "prt",
    "prep",
    "oprd",
    "amod",
    "ccomp",
    "xcomp",
    "npadvmod",
    "attr",
    "advcl",
}
_AMOUNTS = {"MONEY", "PERCENT"}


@dataclass(frozen=True, slots=True)
class Move:
    """A word of movement.

    Attributes:
        cue: its tokens.
        direction: up, down, flat, mixed, closed; None when the word gives none.
        verb: the verb of its clause, to which times, sizes and causes belong.
        items: heads of the noun phrases that moved; empty when the sentence names none.
        loss: "a loss of $5bn", "lost $5bn": a movement of value only where the text speaks of
            market value.
        told: the sentence tells it as something that happened; what is denied, forecast, feared or
            only named by the way ("falling prices", "after the drop") is not told.
    """

    cue: tuple[Token, ...]
    direction: str | None
    verb: Token
    items: tuple[Token, ...]
    loss: bool = False
    told: bool = True


@cache
def directions(kind: str) -> dict[str, str | None]:
    """Each word of a part of speech ("verbs", "nouns", "directions") and its direction."""
    entries = table("market")[kind]
    return {w: (None if d == "none" else d) for d, all_ in entries.items() for w in all_}


@cache
def listed(key: str) -> frozenset[str]:
    """The words of a list of the table, as a set."""
    return frozenset(table("market")[key])


@cache
def forms() -> dict[str, str]:
    """Written forms of verbs of movement, for words that the tagger takes for other things."""
    found: dict[str, str] = dict(table("market")["irregular_forms"])
    for lemma, direction in directions("verbs").items():
        if direction is not None and lemma not in listed("sized_verbs") | listed("unclear_forms"):
            stem = lemma.removesuffix("e")
            doubled = f"{lemma}{lemma[-1]}" if lemma in listed("doubling") else stem
            found |= dict.fromkeys((lemma, f"{lemma}s", f"{doubled}ing", f"{doubled}ed"), direction)
    return found


def result_of(verb: Token) -> Token | None:
    """The direction word after a verb ("closed lower", "was up"), also as "little changed"."""
    for child in verb.children:
        if child.i <= verb.i:
            continue
        directed = child.lower_ in directions("directions") and child.dep_ in _RESULTS
        if directed or (child.lower_ == "changed" and child.dep_ != "conj"):
            apart = any(t.text == "," for t in verb.doc[verb.i + 1 : child.i])
            return None if apart else child
    return None


def conjoined(head: Token) -> tuple[Token, ...]:
    """The noun and what "and" joins to it."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}:
            found.extend(conjoined(child))
    return tuple(found)


@cache
def quantities() -> frozenset[str]:
    """Nouns of what rises and falls, traded or not."""
    market = table("market")
    traded = (w for all_ in market["instruments"].values() for w in all_)
    return frozenset([*traded, *market["not_instruments"]])


def is_amount(token: Token) -> bool:
    """Whether a phrase says how much: "3%", "a third", "ground"; "3,000 jobs" are none."""
    if token.ent_type_ in _AMOUNTS or token.like_num:
        return True
    return token.lemma_.lower() in listed("amount_words")
