"""Movement beside the verbs: "falling prices", "lower output", "..., down 3% from June"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.market.happened import happened
from briefwright.extract.market.move import (
    Move,
    conjoined,
    directions,
    is_amount,
    listed,
    quantities,
    result_of,
)
from briefwright.extract.syntax import child_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_MARKS = {",", "–", "—", "-", "("}
_AMOUNT_REACH = 5  # words from "up" over its amount to "from"
_CLIMBS = 4  # words between a loose direction and the verb it belongs to


def falling_thing(word: Token) -> Iterator[Move]:
    """The move of what a participle stands before: "rising output", "increased demand"."""
    lemma = word.lemma_.lower()
    direction = directions("verbs").get(lemma)
    done = word.tag_ == "VBN" and lemma in listed("either_way")
    if direction is None or not (word.tag_ == "VBG" or done):
        return
    if word.head.lower_ not in listed("no_quantities"):
        yield Move((word,), direction, word, (word.head,), told=False)


def loose_direction(word: Token) -> Iterator[Move]:
    """The move of a direction word that is no verb's result (`result_of` tells those).

    It may stand for the verb, in headlines ("Stocks lower as ...").

    Before a noun of quantity it compares ("lower prices"); with an amount or "from" after it, it
    says how the thing changed ("traded at $80, down 2%"; "down from 17").
    """
    direction = directions("directions")[word.lower_]
    if direction not in {"up", "down"} or _is_result(word):
        return
    if word.pos_ == "PROPN" and word.i and word.nbor(-1).lower_ in listed("plain_verbs"):
        yield Move((word,), direction, word, (), told=False)  # "Oil Prices Edge Lower"
    elif word.dep_ == "amod" and word.i < word.head.i:
        if word.lower_ in listed("comparing") and word.head.lemma_.lower() in quantities():
            yield Move((word,), direction, word, (word.head,), told=False)
    elif word.dep_ == "ROOT" and (subject := child_of(word, "nsubj")) is not None:
        yield Move((word,), direction, word, conjoined(subject))  # "Stocks lower as ..."
    elif _has_amount(word):
        beside = _beside(word)
        if beside is not None:
            yield Move((word,), direction, word, (beside,))
            return
        verb = _verb_above(word)
        subject = subject_of(verb) if verb is not None else None
        if verb is None or subject is None:
            yield Move((word,), direction, word, (), told=False)
        else:
            told = (
                _apart(word)
                and not _from_another(word)
                and verb.lemma_ in listed("quoting_verbs")
                and happened(verb)
            )
            yield Move((word,), direction, verb, conjoined(subject), told=told)


def _is_result(word: Token) -> bool:
    head = word.head
    return head.pos_ in {"VERB", "AUX"} and head.i < word.i and result_of(head) == word


def _apart(word: Token) -> bool:
    """Whether it follows what the thing stood at, or its size: "at 3,204, down 1%", "3% down"."""
    if word.i == 0:
        return False
    before = word.nbor(-1)
    if before.lower_ in {"both", "all"} and before.i > 0:
        before = before.nbor(-1)
    return before.text in _MARKS or (word.lower_ in {"up", "down"} and is_amount(before))


def _beside(word: Token) -> Token | None:
    """What moves after "with": "with the index up 2%"."""
    own = child_of(word, "nsubj")
    if own is not None:
        return own if word.dep_ == "pcomp" else None
    before = word.nbor(-1) if word.i else word
    return before if before.dep_ == "pobj" and before.head.lower_ == "with" else None


def _from_another(word: Token) -> bool:
    """Whether it is a distance to another thing: "up $3 from its rival"."""
    after = word.doc[word.i + 1 : word.i + 1 + _AMOUNT_REACH]
    source = next((t for t in after if t.lower_ == "from"), None)
    if source is None or source.i + 1 >= len(word.doc):
        return False
    return source.nbor().lower_ in {"its", "their"} and child_of(source, "pobj") is not None


def _has_amount(word: Token) -> bool:
    doc = word.doc
    following = doc[word.i + 1] if word.i + 1 < len(doc) else None
    before = doc[word.i - 1] if word.i else None
    if word.lower_ in {"up", "down"}:
        if before is not None and is_amount(before):
            return True
        if following is None or (before is not None and before.pos_ == "VERB"):
            return False
        return following.lower_ in listed("before_amounts") or _starts_amount(following)
    return before is not None and is_amount(before)


def _starts_amount(token: Token) -> bool:
    return token.is_currency or any(c.isdigit() for c in token.text)


def _verb_above(word: Token) -> Token | None:
    node = word.head
    for _ in range(_CLIMBS):
        if node.pos_ in {"VERB", "AUX"}:
            return node
        node = node.head
    return None
