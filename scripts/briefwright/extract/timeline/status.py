"""Whether an event is past, ongoing, scheduled or only possible."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefwright.extract.dates.timex import first_day
from briefwright.extract.tables import words
from briefwright.extract.tense import tense_of
from briefwright.model import DateExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_PERFECT = {"has", "have", "had"}
_MONTH, _YEAR = len("2025-01"), len("2025")  # characters of values that cover more than a day
_CHAIN = 8  # words between a time and what makes its clause only possible


def status_of(head: Token, verb: Token | None, date: DateExpression, published: str | None) -> str:
    """The status of the event with the given verb, from its tense and its date.

    Args:
        head: the time's head; it stands for the verb of an event that has none.
        verb: the event's verb.
        date: the time.
        published: ISO date that divides past from to come; None when unknown.
    """
    node = verb if verb is not None else head
    day = first_day(date.value) if date.value else None
    later = bool(published and day and day.isoformat() > published)
    if _only_possible(head, node) or (later and verb is None and _chance(head)):
        return "hypothetical"
    now = published is not None and date.value is not None and _covers(date.value, published)
    tense = tense_of(node)
    if node.tag_ == "VBN" and node.dep_ == "acl" and not later and not _planned(node):
        return "past"  # "letters printed this month"
    if tense == "future" and (later or now or date.basis == "unresolved" or day is None):
        return "scheduled"
    if tense == "past" and now and _planned(node):
        return "scheduled"
    if tense in {"past", "present"} and not later and _lasts(head, node):
        return "ongoing"
    if tense == "past" and not later:
        return "ongoing" if _goes_on(node) else "past"
    if later:
        return "scheduled"
    present = tense == "present" and verb is not None
    return "ongoing" if present and (now or not published) else "past"


def _covers(value: str, published: str) -> bool:
    """Whether the value's week, month or year is the one of publication."""
    if "-W" in value:
        iso = dt.date.fromisoformat(published).isocalendar()
        week = f"{iso.year:04}-W{iso.week:02}"
        return value in {week, f"{week}-WE"}
    return len(value) in {_YEAR, _MONTH} and published.startswith(value)


def _only_possible(head: Token, node: Token) -> bool:
    conditions = words("timeline", "conditions")
    if any(c.dep_ == "mark" and c.lower_ in conditions for c in node.children):
        return True
    if _provided(head, node) or _wished(node):
        return True
    modals = _auxiliaries(node) & words("dates", "hypothetical_modals")
    if modals and not (modals == {"would"} and _decided(node)):
        return True
    if any(t.lower_ in {"likely", "unlikely"} for t in [head, *head.ancestors]):
        return True
    forecasts = words("dates", "forecast_verbs")
    above = (t for t in [node, *node.ancestors] if t.tag_ in {"VBZ", "VBP"})
    return any(t.lemma_.lower() in forecasts for t in above)


def _provided(head: Token, node: Token) -> bool:
    """Whether "provided that ..." stands in the clause, above it or after its time."""
    above = [node.head] if node.dep_ == "ccomp" else []
    after = head.doc[head.i + 1 : head.i + 3]  # parsers hang it on some other verb
    return any(
        t.lower_ in {"provided", "providing"} and t.i + 1 < len(t.doc) and t.nbor().lower_ == "that"
        for t in [*above, *after, *node.children]
    )


def _wished(node: Token) -> bool:
    """Whether somebody only wants it: "ministers want every region connected by 2027"."""
    if node.dep_ == "acl" and node.head.dep_ == "dobj":
        node = node.head
    wishing = node.dep_ in {"ccomp", "xcomp", "dobj"}
    return wishing and node.head.lemma_ in words("timeline", "wishes")


def _decided(node: Token) -> bool:
    """Whether "would" tells what was decided: "the court declared that it would close in May"."""
    deciding = node.dep_ == "ccomp" and node.head.lemma_ in words("timeline", "deciding")
    return deciding and node.head.tag_ in {"VBD", "VBN"}


def _planned(node: Token) -> bool:
    """Whether it was set for the time: "was scheduled to meet this week"."""
    chain = [node, *(c for c in node.children if c.dep_ == "xcomp"), node.head]
    return any(t.lemma_ in words("timeline", "planning") and t.tag_ == "VBN" for t in chain)


def _chance(head: Token) -> bool:
    """Whether the event is spoken of as a chance: "a 60% chance of one more cut by July"."""
    chances = words("timeline", "chances")
    for _, node in zip(range(_CHAIN), head.ancestors, strict=False):
        if node.lemma_.lower() in chances:
            return True
    return False


def _lasts(head: Token, node: Token) -> bool:
    """Whether it began at the time and goes on: "has risen since March", "is closed since May"."""
    above = (t for _, t in zip(range(_CHAIN), head.ancestors, strict=False))
    begun = any(t.lower_ == "since" and t.dep_ == "prep" for t in above)
    return begun and (bool(_auxiliaries(node) & _PERFECT) or tense_of(node) == "present")


def _goes_on(node: Token) -> bool:
    """Whether what began then is not over: "the trial, which began on Monday, is to last weeks"."""
    if node.dep_ != "relcl" or node.lemma_ not in {"begin", "start"}:
        return False
    noun = node.head
    while noun.dep_ in {"pobj", "prep"}:
        noun = noun.head
    return noun.dep_ in {"nsubj", "nsubjpass"} and tense_of(noun.head) in {"present", "future"}


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "aux"}
