"""Whether a clause speaks of the past or of what is to come, read from its verb."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future"]


def tense_of(token: Token) -> Tense | None:
    """The tense of the nearest finite verb at or above `token`; None when there is none."""
    governors, modals = words("dates", "future_governors"), words("dates", "future_modals")
    past, forecasts = words("dates", "past_auxiliaries"), words("dates", "forecast_verbs")
    node = token
    for _ in range(12):  # a parse is rarely deeper; a bound keeps odd parses cheap
        if node.lemma_.lower() in words("dates", "future_adjectives"):
            return "future"
        if node.pos_ in {"VERB", "AUX"} or node.lemma_ in governors:
            auxiliaries = {c.lower_ for c in node.children if c.dep_ in {"aux", "auxpass"}}
            if auxiliaries & modals:
                return "future"
            if node.tag_ == "VBD" or auxiliaries & past:
                return "past"
            if node.lemma_.lower() in governors and any(
                c.dep_ in {"xcomp", "advcl", "ccomp"} or c.lower_ == "for" for c in node.children
            ):
                return "future"
            announced = node.lemma_ in forecasts and node.tag_ in {"VBZ", "VBP"}
            if announced or (node.lemma_ == "expect" and "auxpass" not in _deps(node)):
                return "future"
            if node.tag_ in {"VBZ", "VBP"} or auxiliaries & {"is", "are", "am", "do", "does"}:
                return "present"
        if node.head == node:
            return None
        node = node.head
    return None


def _deps(token: Token) -> set[str]:
    return {child.dep_ for child in token.children}
