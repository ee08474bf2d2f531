"""Verbs that move their object, or take something off it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.move import Move, conjoined, directions, result_of
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


def moved_object(verb: Token, direction: str | None) -> Iterator[Move]:
    """The move of an object: "sent its shares lower", "dragged the index", "affected tech stocks".

    Args:
        verb: a mover that happened.
        direction: the verb's own; "none" when it has an effect but no direction, None when only
            the word after it gives one.
    """
    word = result_of(verb)
    target = next((c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i), None)
    if word is not None:
        target = target or child_of(word, "nsubj", "dobj")
        if target is not None and word.lower_ in directions("directions"):
            yield Move((word,), directions("directions")[word.lower_], verb, conjoined(target))
    elif target is not None and direction == "none":
        yield Move((verb,), None, verb, conjoined(target))
    elif target is not None and direction is not None and not _needs_preposition(verb):
        yield Move((verb,), direction, verb, conjoined(target))


def _needs_preposition(verb: Token) -> bool:
    return verb.lemma_ in table("market")["movers_with_preposition"]


def taken(verb: Token, direction: str) -> Iterator[Move]:
    """The move of what an amount is taken off: "wiped about €4bn off its market value"."""
    if child_of(verb, "dobj") is None:
        return
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"off", "from", "to"} and child.i > verb.i:
            target = child_of(child, "pobj")
            if target is not None:
                yield Move((verb,), direction, verb, (target,))
