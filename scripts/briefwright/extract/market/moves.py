"""Moves: words that say that something traded went up, down or nowhere, with their instruments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.syntax import subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Move:
    """A word of movement.

    Attributes:
        cue: its tokens.
        direction: up, down, flat, mixed, closed; None when the word gives none.
        verb: the verb of its clause, to which times, sizes and causes belong.
        instruments: heads of the noun phrases that moved.
        loss: "a loss of $5bn": a movement of value only where the text speaks of market value.
    """

    cue: tuple[Token, ...]
    direction: str | None
    verb: Token
    instruments: tuple[Token, ...]
    loss: bool = False


@cache
def _directions(kind: str) -> dict[str, str | None]:
    entries = table("market")[kind]
    return {w: (None if d == "none" else d) for d, all_ in entries.items() for w in all_}


def find_moves(token: Token) -> Iterator[Move]:
    """The moves whose main word is `token`."""
    market = table("market")
    lemma = token.lemma_.lower()
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"aux", "auxpass"}:
        if lemma in _directions("verbs") and token.pos_ == "VERB":
            yield from _moving_verb(token, _directions("verbs")[lemma])
        if lemma in market["plain_verbs"] or lemma in _directions("verbs"):
            yield from _directed_verb(token)
        if lemma in {"close", "shut"} and token.tag_ == "VBN":
            yield from _shut(token)
        if lemma in market["movers"]:
            yield from _moved_object(token, market["movers"][lemma])
        if lemma in market["takers"]:
            yield from _taken(token, market["takers"][lemma])
    elif token.pos_ == "NOUN" and token.lower_ in _directions("nouns"):
        yield from _noun(token, _directions("nouns")[token.lower_])


def _conjoined(head: Token) -> tuple[Token, ...]:
    """The noun and what "and" joins to it."""
    found = [head]
    for child in head.children:
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN"}:
            found.extend(_conjoined(child))
    return tuple(found)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


# "par" is what the lemmatizer makes of "pared".
_REALISED = {
    "help",
    "go",
    "continue",
    "begin",
    "start",
    "manage",
    "pare",
    "par",
    "recover",
    "rebound",
    "reverse",
    "rally",
    "swing",
    "erase",
    "fall",
    "rise",
    "turn",
    "retreat",
}


def _hypothetical(verb: Token) -> bool:
    """Whether it only may happen; "pared losses to end down" and "helped to drag" did happen."""
    realised = (
        verb.dep_ in {"xcomp", "advcl"}
        and verb.head.tag_ in {"VBD", "VBN"}
        and (verb.head.lemma_ in _REALISED)
    )
    modals = {"would", "could", "may", "might", "should", "can", "will", "to", "must", "wo", "'ll"}
    return any(
        c.dep_ == "aux" and c.lower_ in modals and not (c.lower_ == "to" and realised)
        for c in verb.children
    )


def _moving_verb(verb: Token, direction: str | None) -> Iterator[Move]:
    if _negated(verb) or _hypothetical(verb) or _result(verb) or _ends_otherwise(verb):
        return
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    subject = subject_of(verb)
    taken = next(
        (c for c in verb.children if c.dep_ == "dobj" and c.lower_ in _directions("nouns")), None
    )
    if taken is not None:
        return  # "pared losses": the object turns the direction; the closing word tells it
    if subject is not None and not passive and verb.dep_ not in {"acl", "relcl"}:
        yield Move((verb,), direction, verb, _conjoined(subject))
    elif (subject is not None and not passive and verb.dep_ == "relcl") or (
        subject is not None and verb.dep_ == "acl" and verb.tag_ == "VBG"
    ):
        yield Move((verb,), direction, verb, (subject,))


_CLOSING = {"end", "close", "finish", "settle"}


def _ends_otherwise(verb: Token) -> bool:
    """As in "recovered from an early drop to finish flat": the close is the move."""
    return any(
        c.lemma_ in _CLOSING and c.i > verb.i and _result(c) is not None
        for c in verb.children
        if c.dep_ in {"xcomp", "advcl"}
    )


def _result(verb: Token) -> Token | None:
    """The direction word after a verb ("closed lower", "was up"), also as "little changed"."""
    words = {
        w: d for d, all_ in table("market")["directions"].items() for w in all_ if " " not in w
    }
    for child in verb.children:
        if child.i <= verb.i:
            continue
        if child.lower_ in words and child.dep_ in {
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
        }:
            return child
        if child.lower_ == "changed" or (
            child.lower_ in {"advcl", "xcomp"} and child.lower_ in words
        ):
            return child
    return None


def _directed_verb(verb: Token) -> Iterator[Move]:
    if _negated(verb) or _hypothetical(verb):
        return
    word = _result(verb)
    subject = subject_of(verb)
    if word is None or subject is None:
        return
    directions = {w: d for d, all_ in table("market")["directions"].items() for w in all_}
    if word.lower_ == "changed":
        before = [c for c in word.children if c.lower_ == "little"]
        if not before:
            return
        yield Move((*before, word), "flat", verb, _conjoined(subject))
        return
    direction = directions[word.lower_]
    if word.lower_ in {"up", "down"} and verb.lemma_ not in {
        "be",
        "close",
        "end",
        "finish",
        "settle",
        "trade",
        "edge",
        "tick",
        "open",
        "drift",
        "inch",
        "turn",
    }:
        return  # "take up", "slow down": particles
    cue = (word,) if verb.lemma_ in {"be", "stand", "remain", "hold", "stay"} else (verb, word)
    if direction == "closed" and verb.lemma_ not in {"be", "remain", "stay"}:
        return
    contiguous = cue if len(cue) == 1 or cue[0].i + 1 == cue[1].i else (word,)
    yield Move(contiguous, direction, verb, _conjoined(subject))


def _shut(verb: Token) -> Iterator[Move]:
    """As in "London was closed for the bank holiday"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if subject is not None and not _negated(verb) and not _hypothetical(verb):
        yield Move((verb,), "closed", verb, _conjoined(subject))


def _moved_object(verb: Token, direction: str | None) -> Iterator[Move]:
    """As in "sent its shares sharply lower", "dragged the index 0.7% lower", "affected tech stocks"."""
    if _negated(verb) or _hypothetical(verb):
        return
    word = _result(verb)
    target = next((c for c in verb.children if c.dep_ in {"dobj", "nsubj"} and c.i > verb.i), None)
    if word is not None:
        inner = next((c for c in word.children if c.dep_ in {"nsubj", "dobj"}), None)
        target = target or inner
        directions = {w: d for d, all_ in table("market")["directions"].items() for w in all_}
        if target is not None and word.lower_ in directions:
            yield Move((word,), directions[word.lower_], verb, _conjoined(target))
        return
    if target is None:
        return
    if direction == "none":
        yield Move((verb,), None, verb, _conjoined(target))
    elif direction is not None and verb.lemma_ not in {"knock", "hit", "weigh"}:
        yield Move((verb,), direction, verb, _conjoined(target))


def _taken(verb: Token, direction: str) -> Iterator[Move]:
    """As in "wiped about €4bn off its market value"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in {"off", "from", "to"} and child.i > verb.i:
            target = next((c for c in child.children if c.dep_ == "pobj"), None)
            amount = any(c.dep_ == "dobj" for c in verb.children)
            if target is not None and amount:
                yield Move((verb,), direction, verb, (target,))


def _noun(noun: Token, direction: str | None) -> Iterator[Move]:
    """As in "a 1.4% decline in the index", "saw a loss of $600bn", "sent ripples through markets"."""
    loss = noun.lemma_.lower() in {"loss", "gain"}
    verb = noun
    while verb.pos_ not in {"VERB", "AUX"} and verb.head != verb:
        verb = verb.head
    places = ("in", "of", "for") if direction is not None else ("through", "across", "on", "in")
    for child in [*noun.children, *(noun.head.children if noun.dep_ == "dobj" else [])]:
        if child.dep_ == "prep" and child.lower_ in places and child.i > noun.i:
            for target in (c for c in child.children if c.dep_ == "pobj"):
                yield Move((noun,), direction, verb, _conjoined(target), loss)
    carriers = table("market")["noun_carriers"]
    if noun.dep_ == "dobj" and noun.head.lemma_ in carriers and direction is not None:
        subject = subject_of(noun.head)
        if subject is not None:
            yield Move((noun,), direction, noun.head, _conjoined(subject), loss)
