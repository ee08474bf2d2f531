"""Which dates tell when something happens, by the words around them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.numbers import alternatives
from briefwright.extract.pieces import DATELINE
from briefwright.extract.reading import Reading
from briefwright.extract.syntax import asked
from briefwright.extract.tables import table, words
from briefwright.extract.tense import tense_of
from briefwright.extract.timeline.clause import When
from briefwright.model import DateExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_WIDTH = 60  # characters before a time in which the words stand that say what it does
_WITHIN = re.compile(r"\b(within|in|after)\s+(?:(?:just|only|about|less than)\s*)?$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|than|from|like|versus|against)\s+(?:the\s+)?$", re.IGNORECASE)
_COMPARED = re.compile(r"\b(?:against|from|compared with|versus|than|up on)\b[^.;,]{0,40}$")
_COUNTED_BACK = ("earlier", "before", "ago")
_DECADE = 3  # digits of the value of a decade; a century has two
_SUPERLATIVES = {"JJS", "RBS"}
_NOTHING = {"no", "nobody", "none", "nothing"}
_PAST = {"had", "has", "have", "was", "were"}
_RANKED = 8  # words between a superlative and the "since" that it goes with


def tells_when(date: DateExpression, reading: Reading) -> bool:
    """Whether the words around a date let it tell when something happens.

    Frequencies, plain durations, datelines and the far ends of comparisons do not.
    """
    before = reading.text[max(0, date.at.start - _WIDTH) : date.at.start]
    if date.type == "SET" or (date.quote.lower() == "today" and reading.quoted(date.at)):
        return False
    if date.type == "DURATION":
        after = reading.text[date.at.end : date.at.end + 4]
        return bool(_WITHIN.search(before)) and not after.startswith(" of ")
    if _in_dateline(date, reading):
        return False
    if date.quote.endswith(_COUNTED_BACK) and _COMPARED.search(before):
        return False
    return not (_SINCE.search(before) and _superlative().search(before))


def _in_dateline(date: DateExpression, reading: Reading) -> bool:
    block = reading.article.block_at(date.at)
    if block is None:
        return False
    dateline = DATELINE.match(reading.text, block.span.start, block.span.end)
    return dateline is not None and date.at.end <= dateline.end()


@cache
def _superlative() -> re.Pattern[str]:
    ranks = alternatives(table("dates")["superlatives"])
    return re.compile(rf"\b(?:{ranks})\b[^.;]{{0,40}}$", re.IGNORECASE)


def is_event(date: DateExpression, head: Token, verb: Token | None, when: When) -> bool:
    """Whether the clause that was found for a date tells something that happens.

    Args:
        date: the time.
        head: its main word.
        verb: the clause's verb; None when a noun tells it.
        when: what is known of the time.
    """
    if asked(head) or _ranked(head) or _compared(head) or _labels(head):
        return False
    if verb is None:
        return date.type != "DURATION"
    if _compares(verb):
        return False
    if date.type == "DURATION":
        return _runs_out(head, verb)
    tense = tense_of(verb)
    if when.later and tense == "past" and _ends(head, verb):
        return False
    if date.value is not None and date.value.isdigit() and len(date.value) <= _DECADE:
        return tense == "past"
    return not (_negated(verb) and (date.quote.endswith("ago") or head.head.lower_ == "before"))


def _negated(verb: Token) -> bool:
    """Whether it did not happen: "nobody may leave before Monday", "did not exist a year ago"."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    nothing = any(t.lower_ in _NOTHING for s in subjects for t in [s, *s.children])
    return nothing or any(c.dep_ == "neg" for c in verb.children)


def _ends(head: Token, verb: Token) -> bool:
    """Whether the time is only an end: of "had stopped work until Easter" Easter tells no event.

    What is put off until a time is to happen then.
    """
    finite = verb.tag_ == "VBD" or any(c.lower_ in _PAST for c in verb.children)
    put_off = verb.lemma_.lower() in words("timeline", "putting_off")
    ends = head.head.lower_ in {"until", "till"}
    return ends and finite and not put_off and verb.tag_ not in {"VB", "VBG"}


def _ranked(head: Token) -> bool:
    """Whether the time is the other end of a rank: "the coldest since the storm in 2018"."""
    above = (t for _, t in zip(range(_RANKED), head.ancestors, strict=False))
    since = next((t for t in above if t.lower_ == "since"), None)
    if since is None:
        return False
    before = head.doc[max(head.sent.start, since.i - _RANKED) : since.i]
    return any(t.tag_ in _SUPERLATIVES for t in before)


def _compared(head: Token) -> bool:
    """Whether the time's phrase hangs on a word of comparison."""
    comparing = words("timeline", "comparing")
    for node in head.ancestors:
        if node.pos_ in {"VERB", "AUX"}:
            return False
        if node.lower_ in comparing:
            return True
    return False


def _compares(verb: Token) -> bool:
    """Whether the clause only says what something is compared with: "than there were in 2018"."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "prep", "attr", "advmod"}}
    marks |= {t.lower_ for t in verb.doc[verb.left_edge.i : verb.left_edge.i + 1]}
    before = verb.doc[verb.left_edge.i - 1].lower_ if verb.left_edge.i else ""
    return "than" in marks or before == "than" or ("what" in marks and verb.lemma_ == "be")


def _labels(head: Token) -> bool:
    """Whether the time tells what a figure or plan is about: "a forecast for fiscal 2026"."""
    preposition = head.head
    if preposition.lower_ != "for":
        return False
    noun: Token | None = preposition.head
    if noun is not None and noun.pos_ == "VERB":  # "gave a forecast for 2026"
        given = (c for c in noun.children if c.dep_ == "dobj" and c.i < preposition.i)
        noun = next(given, None)
    return noun is not None and noun.lemma_.lower() in words("timeline", "labels")


def _runs_out(head: Token, verb: Token) -> bool:
    """Whether a duration's end is a point in time: "must pay within three months".

    Not what is usual ("ships pass within 48 hours") nor how often ("the fourth time in a decade").
    """
    tense = tense_of(verb)
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if tense is None or tense == "present" or "would" in auxiliaries:
        return False
    ranks = {"first", "second", "third", "fourth", "fifth", "time", "times"}
    ranked = any(t.lower_ in ranks for t in verb.doc[verb.i : max(verb.i, head.i)])
    return not ranked and (tense == "future" or head.head.lower_ != "in")
