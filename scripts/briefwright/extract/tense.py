"""Whether a clause speaks of the past or of what is to come, read from its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefwright.extract.syntax import infinitive
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future"]

_CLIMBS = 12  # a parse is rarely deeper; a bound keeps odd parses cheap
_PRESENT_PERFECT = {"has", "have", "'s", "’s", "'ve", "’ve"}
_WILL = {"will", "shall", "wo", "'ll", "’ll"}
_IS_TO = 3  # words from "is" to the infinitive: "is officially to meet"
_PRESENT_AUXILIARIES = {"is", "are", "am", "do", "does"}
# Complements that a word such as "plan" or "due" puts ahead.
_COMPLEMENTS = {"xcomp", "advcl", "ccomp"}


def tense_of(token: Token) -> Tense | None:
    """The tense of the nearest finite verb at or above `token`; None when there is none."""
    node = token
    for _ in range(_CLIMBS):
        found = _tense_at(node)
        if found is not None:
            return found
        if node.head == node:
            return None
        node = node.head
    return None


def _tense_at(node: Token) -> Tense | None:
    lemma = node.lemma_.lower()
    if lemma in words("dates", "future_adjectives") or _is_to(node):
        return "future"
    governors = words("dates", "future_governors")
    if node.pos_ not in {"VERB", "AUX"} and node.lemma_ not in governors:
        return None
    auxiliaries = {c.lower_ for c in node.children if c.dep_ in {"aux", "auxpass"}}
    if auxiliaries & words("dates", "future_modals"):
        # "might have met" is over; "will have met" is not yet.
        return "past" if "have" in auxiliaries and not auxiliaries & _WILL else "future"
    if lemma in governors and _puts_ahead(node) and auxiliaries & _PRESENT_PERFECT:
        return "future"
    if node.tag_ == "VBD" or auxiliaries & words("dates", "past_auxiliaries"):
        return "past"
    told = None if lemma in governors else _nonfinite(node)
    if told is not None:
        return told
    if (lemma in governors and _puts_ahead(node)) or _forecasts(node):
        return "future"
    if node.tag_ in {"VBZ", "VBP"} or auxiliaries & _PRESENT_AUXILIARIES:
        return "present"
    return None


def _nonfinite(node: Token) -> Tense | None:
    """Future for an infinitive that tells what is to come ("an event to be held on Friday", "agreed
    to meet on Friday"), past for a participle ("findings published on Friday"); None for others, as
    in "the first to be built".
    """
    to_come = infinitive(node)
    if node.tag_ == "VBN" and node.dep_ == "acl" and not to_come:
        return "past"
    if not to_come:
        return None
    if node.dep_ in {"acl", "relcl"}:
        done = words("dates", "ordinal_words")
        return None if any(c.lower_ in done for c in node.head.children) else "future"
    promised = node.head.lemma_.lower() in words("dates", "future_governors")
    return "future" if node.dep_ == "xcomp" and promised else None


def _is_to(node: Token) -> bool:
    """Whether it is the verb or the infinitive of "is to meet", "was to be opened"."""
    if node.lemma_ == "be" and node.pos_ in {"AUX", "VERB"}:
        return any(c.dep_ == "xcomp" and _to_infinitive(c, node) for c in node.children)
    return node.dep_ == "xcomp" and node.head.lemma_ == "be" and _to_infinitive(node, node.head)


def _to_infinitive(verb: Token, above: Token) -> bool:
    near = 0 < verb.i - above.i <= _IS_TO
    passive = any(c.dep_ == "auxpass" and c.lower_ == "be" for c in verb.children)
    return near and infinitive(verb) and (verb.tag_ == "VB" or passive)


def _puts_ahead(node: Token) -> bool:
    """Whether it governs what is to come: "plans to ...", "is due for ..."."""
    return any(c.dep_ in _COMPLEMENTS or c.lower_ == "for" for c in node.children)


def _forecasts(verb: Token) -> bool:
    if verb.lemma_ in words("dates", "forecast_verbs") and verb.tag_ in {"VBZ", "VBP"}:
        return True
    return verb.lemma_ == "expect" and all(c.dep_ != "auxpass" for c in verb.children)
