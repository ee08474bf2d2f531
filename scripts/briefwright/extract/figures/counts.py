"""Counted things: a number and the noun phrase it counts ("around 50,000 Nvidia chips")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from briefwright.extract.figures.amounts import Amount
from briefwright.extract.numbers import DIGITS, digits_value, scale_value, words_value
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import table, words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# What may stand between a number and the noun it counts.
_INSIDE_DEPS = {"amod", "compound", "nmod", "nummod", "quantmod", "advmod", "punct", "poss", "case"}
# Below ten, a number word is mostly grammar ("two people said"); digits are written to be noticed.
_SMALLEST_WORD = 10
_APPROXIMATOR_WORDS = 3  # the longest approximators of the table ("in excess of")


def find_counts(reading: Reading, taken: Sequence[Span]) -> Iterator[Amount]:
    """Counts outside of `taken`. Years, dates, ages, ordinals and names with numbers are none."""
    busy = Placed(taken, lambda span: span)
    for passage in reading.passages:
        for token in passage.doc:
            if token.pos_ != "NUM" or token.dep_ not in {"nummod", "compound"}:
                continue
            head = token.head
            while head.dep_ in {"compound", "quantmod"} and head.pos_ == "NUM":
                head = head.head
            count = _count(passage, token, head)
            if count is not None and not busy.overlapping(count.span):
                yield count


def _count(passage: Passage, token: Token, head: Token) -> Amount | None:
    plural = head.tag_ in {"NNS", "NNPS"} or head.lemma_ == "people"
    if head.pos_ != "NOUN" or not plural or head.i < token.i or _goes_on(head):
        return None
    if head.lemma_.lower() in words("dates", "count_stoppers"):
        return None
    if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT"}:
        return None
    value = _value(token, head)
    first, approximate = _start(token)
    if _ends_a_word(token):
        return None
    if value is None or not (value >= _SMALLEST_WORD or token.text[0].isdigit() or approximate):
        return None
    before = passage.doc[first - 1] if first else None
    if before is not None and before.pos_ == "PROPN" and before.head.i >= token.i:
        return None  # "the STOXX Europe 600 banks index"
    upper = None
    part, low = _part_of(token), _low_end(token)
    if part is not None:
        first, value = part
    elif low is not None and low[1] < value:
        first, value, upper = min(first, low[0]), low[1], value
    inner = passage.doc[token.i + 1 : head.i]
    if any(t.dep_ not in _INSIDE_DEPS and t.pos_ != "NUM" for t in inner):
        return None
    span = passage.span(passage.doc[first : head.i + 1])
    return Amount(span, "count", value, upper=upper, approximate=approximate)


def _ends_a_word(token: Token) -> bool:
    """Whether the number ends a longer word ("one-to-two hundred people")."""
    doc, first = token.doc, token.i
    while first and doc[first - 1].pos_ == "NUM":
        first -= 1
    return first > 1 and doc[first - 1].text in {"-", "–"} and doc[first - 2].is_alpha


def _goes_on(head: Token) -> bool:
    """Whether the noun is only the first half of a word ("78 co-petitioners", "9 flu related")."""
    doc, after = head.doc, head.i + 1
    if after == len(doc):
        return False
    joined = doc[after].text in {"-", "/"} and not head.whitespace_
    return joined or doc[after].lower_ in words("numbers", "compound_ends")


def _low_end(token: Token) -> tuple[int, Decimal] | None:
    """The lower end of "18,000 to 63,000 visitors", "8-10 people": where it starts, its value."""
    doc, at = token.doc, token.i - 1
    if at < 1 or doc[at].lower_ not in {"to", "or", "-", "–", "and"}:
        return None
    between = at > 1 and doc[at - 2].lower_ == "between"
    if doc[at].lower_ == "and" and not between:
        return None
    value = _plain(doc[at - 1].text) if doc[at - 1].like_num else None
    return None if value is None else (at - 2 if between else at - 1, value)


def _part_of(token: Token) -> tuple[int, Decimal] | None:
    """The number that is counted in "31 of 44 sites", "21 of the 25 members": where it starts."""
    doc, at = token.doc, token.i - 1
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at <= 0 or doc[at].lower_ != "of":
        return None
    before = doc[at - 1]
    if before.lower_ == "out" and at > 1:
        before = doc[at - 2]
    text = before.text.lower()
    start = before.i
    if before.i > 1 and doc[before.i - 1].text == "-" and before.like_num:  # "twenty-one"
        text, start = f"{doc[before.i - 2].lower_}-{text}", before.i - 2
    part = _plain(text)
    if part is None or part == 1:  # "one of eighteen ships" tells how many there are
        return None
    return start, part


def _value(token: Token, head: Token) -> Decimal | None:
    text = token.text.lower()
    scales = table("numbers")["scales"]
    if text in scales:  # "3.6 million people": the parser hangs the number below its scale
        below = [t for t in token.children if t.pos_ == "NUM" and t.i < token.i]
        if not below:
            return None
        value = _plain(below[-1].text)
        return value * scale_value(text) if value is not None else None
    above = token.head
    if above != head and above.text.lower() in scales:
        return None  # the scale word speaks for the whole number
    return _plain(token.text)


def _plain(text: str) -> Decimal | None:
    return digits_value(text) if re.fullmatch(DIGITS, text) else words_value(text)


def _start(token: Token) -> tuple[int, bool]:
    """Index of the first token of the number with its modifiers, and whether it is approximate."""
    low = _low_end(token)
    below = [t.i for t in token.subtree if t.pos_ == "NUM" and t.i <= token.i]
    first = min(below) if low is None else low[0]
    if low is None and _has_gap(token, first):
        first = token.i
    approximators = table("numbers")["approximators"]
    weak = set() if _is_large(token) else set(table("numbers")["weak_approximators"])
    for width in range(min(_APPROXIMATOR_WORDS, first), 0, -1):
        lead = token.doc[first - width : first].text.lower()
        if lead in approximators and lead not in weak:
            return first - width, True
    return first, False


def _has_gap(token: Token, first: int) -> bool:
    """Whether other words stand between: in "120 firms and 80 towns" the 80 is a number alone."""
    return any(t.pos_ not in {"NUM", "PUNCT", "SPACE"} for t in token.doc[first : token.i])


def _is_large(token: Token) -> bool:
    """Whether it is written with digits or at least ten."""
    value = _plain(token.text)
    return value is None or value >= _SMALLEST_WORD or token.text[0].isdigit()
