"""Whether an event is past, ongoing, scheduled or only possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.dates.timex import first_day
from briefwright.extract.tables import words
from briefwright.extract.tense import tense_of
from briefwright.model import DateExpression

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITIONS = {"if", "unless", "whether"}
_PERFECT = {"has", "have", "had"}


def status_of(head: Token, verb: Token | None, date: DateExpression, published: str | None) -> str:
    """The status of the event with the given verb, from its tense and its date.

    Args:
        head: the time's head; it stands for the verb of an event that has none.
        verb: the event's verb.
        date: the time.
        published: ISO date that divides past from to come; None when unknown.
    """
    node = verb if verb is not None else head
    if _only_possible(head, node):
        return "hypothetical"
    day = first_day(date.value) if date.value else None
    later = bool(published and day and day.isoformat() > published)
    tense = tense_of(node)
    if tense == "future" and (later or date.basis == "unresolved"):
        return "scheduled"
    if tense == "past" and not later:
        return "ongoing" if _lasts(head, node) else "past"
    if later:
        return "scheduled"
    return "ongoing" if tense == "present" and verb is not None and not published else "past"


def _only_possible(head: Token, node: Token) -> bool:
    if any(c.dep_ == "mark" and c.lower_ in _CONDITIONS for c in node.children):
        return True
    if _auxiliaries(node) & words("dates", "hypothetical_modals"):
        return True
    if any(t.lower_ in {"likely", "unlikely"} for t in [head, *head.ancestors]):
        return True
    forecasts = words("dates", "forecast_verbs")
    above = (t for t in [node, *node.ancestors] if t.tag_ in {"VBZ", "VBP"})
    return any(t.lemma_.lower() in forecasts for t in above)


def _lasts(head: Token, node: Token) -> bool:
    """Whether it began at the time and goes on: "has risen since March"."""
    since = (c for c in node.children if c.lower_ == "since")
    begun = any(head in c.subtree for c in since)
    return begun and bool(_auxiliaries(node) & _PERFECT)


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ == "aux"}
