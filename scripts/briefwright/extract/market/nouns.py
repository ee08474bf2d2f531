"""Nouns of movement: "a 1.4% decline in the index", "saw a loss of $600bn", "the price slide"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.happened import denies, happened
from briefwright.extract.market.move import (
    Move,
    conjoined,
    directions,
    forms,
    is_amount,
    listed,
)
from briefwright.extract.syntax import child_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMES = {"PERSON", "GPE", "LOC", "FAC", "NORP"}
_SHORT = 3  # letters of words that a title may leave small
_MOST = 0.7
_TITLE_REACH = 12  # words on each side
_CLIMBS = 20  # words above a noun, up to its verb; a bound keeps odd parses cheap
_PLACES = ("in", "of", "for")
_PLACES_OF_WAVES = ("through", "across", "on", "in")


def noun_moves(noun: Token) -> Iterator[Move]:
    """A noun's moves: of what stands after it, of its verb's subject, or of what is before it."""
    direction = directions("nouns")[noun.lemma_.lower()]
    loss = noun.lemma_.lower() in listed("loss_words")
    verb = _verb_of(noun)
    told = not _supposed(noun, verb)
    found = list(_after(noun, direction, verb, loss, told=told))
    if not _of_something(noun):
        found.extend(_carried(noun, direction, loss, told=told and happened(verb)))
    yield from found
    if found or direction is None or noun.lemma_.lower() in listed("spells"):
        return
    if not _rise_of_somebody(noun):
        yield Move((noun,), direction, verb, tuple(_before(noun)), loss, told=False)


def mistaken_word(word: Token) -> Iterator[Move]:
    """A word of movement that the tagger takes for another part of speech.

    It takes verbs in a headline of capitals for names ("Oil Prices Slip"), "the spike" and
    "soaring" for adjectives.
    """
    direction = forms().get(word.lower_)
    if direction is None or word.ent_type_:
        return
    if word.pos_ == "PROPN" and not _in_title(word):
        return
    if word.pos_ == "ADJ" and word.lower_.endswith("ing"):
        yield Move((word,), direction, word, (word.head,), told=False)
    elif word.i and not word.is_sent_start:
        yield Move((word,), direction, word, (word.nbor(-1),), told=False)


def _in_title(word: Token) -> bool:
    """Whether most words around it have capitals."""
    around = word.doc[max(0, word.i - _TITLE_REACH) : word.i + _TITLE_REACH]
    long = [t for t in around if t.is_alpha and len(t) > _SHORT]
    return sum(t.text[0].isupper() for t in long) > len(long) * _MOST


def _verb_of(noun: Token) -> Token:
    node = noun
    for _ in range(_CLIMBS):
        if node.pos_ in {"VERB", "AUX"} or node.head == node:
            break
        node = node.head
    return node


def _after(
    noun: Token, direction: str | None, verb: Token, loss: bool, *, told: bool
) -> Iterator[Move]:
    """The move of what "in", "of" or "through" brings after the noun."""
    places = _PLACES if direction is not None else _PLACES_OF_WAVES
    beside = noun.head.children if noun.dep_ == "dobj" else ()
    for child in [*noun.children, *beside]:
        if child.dep_ == "prep" and child.lower_ in places and child.i > noun.i:
            for target in (c for c in child.children if c.dep_ == "pobj"):
                if child.lower_ != "of" or target.ent_type_ not in _NAMES:
                    yield Move((noun,), direction, verb, conjoined(target), loss, told=told)


def _carried(noun: Token, direction: str | None, loss: bool, *, told: bool) -> Iterator[Move]:
    """The move of the subject of "saw a loss of"."""
    if noun.dep_ != "dobj" or noun.head.lemma_ not in listed("noun_carriers"):
        return
    subject = subject_of(noun.head)
    if subject is not None and direction is not None:
        yield Move((noun,), direction, noun.head, conjoined(subject), loss, told=told)


def _of_something(noun: Token) -> bool:
    """Whether the noun itself says of what it is: "an increase in earnings"."""
    for child in noun.children:
        target = child_of(child, "pobj") if child.dep_ == "prep" else None
        if target is not None and child.lower_ in {"in", "of"} and not is_amount(target):
            return True
    return False


def _before(noun: Token) -> Iterator[Token]:
    """What moves before the noun: "the price slide", "oil's rise"."""
    return (c for c in noun.children if c.dep_ in {"compound", "poss"} and c.pos_ != "PRON")


def _rise_of_somebody(noun: Token) -> bool:
    """Whether it is a career: "the rise of Lyon"."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    target = child_of(of, "pobj") if of is not None else None
    return target is not None and target.ent_type_ in _NAMES


def _supposed(noun: Token, verb: Token) -> bool:
    """Whether it is an expected or feared one, or what is above it denies or forecasts it."""
    if any(c.lower_ in listed("supposed") for c in noun.children):
        return True
    node = noun
    while node != verb:
        node = node.head
        if node.lemma_.lower() in listed("forecasting"):
            return True
    words = {c.lower_ for c in verb.children if c.dep_ in {"aux", "mark"}}
    return any(map(denies, verb.children)) or bool(
        words & (listed("unrealised") | listed("suppositions"))
    )
