"""How sure a statement is of itself: asserted, hedged, denied or projected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token


def certainty_of(cue: Token | None, heads: Iterable[Token]) -> str:
    """The certainty of a claim from its reporting word and its main verbs.

    Only the main clauses count: in "If you could do it, I think that's good" nothing is hedged by
    the "could" of the condition.
    """
    lemma = cue.lemma_.lower() if cue is not None else ""
    if lemma in words("reporting", "deny"):
        negated = any(c.dep_ == "neg" for c in cue.children) if cue is not None else False
        return "asserted" if negated else "denied"
    mains = [head for head in heads if not _conditional(head)]
    if lemma in words("reporting", "hedge_cues") or any(_hedged(m) for m in mains):
        return "hedged"
    if lemma in words("reporting", "projecting_cues") or any(_projected(m) for m in mains):
        return "projected"
    return "asserted"


def _conditional(head: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "if" for c in head.children)


def _hedged(verb: Token) -> bool:
    modals, adverbs = words("reporting", "hedge_modals"), words("reporting", "hedge_adverbs")
    return any(
        (c.dep_ == "aux" and c.lower_ in modals) or (c.dep_ == "advmod" and c.lower_ in adverbs)
        for c in verb.children
    )


def _projected(verb: Token) -> bool:
    modals = words("reporting", "future_modals")
    if any(c.dep_ == "aux" and c.lower_ in modals for c in verb.children):
        return True
    going = verb.lemma_ == "go" and any(c.dep_ == "xcomp" for c in verb.children)
    planned = verb.lemma_.lower() in words("reporting", "projecting_verbs") and any(
        c.dep_ == "xcomp" for c in verb.children
    )
    return (going and verb.tag_ == "VBG") or planned
