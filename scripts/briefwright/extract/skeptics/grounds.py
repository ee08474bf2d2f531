"""Why somebody doubts: what he cites, the reason he gives, what he says beside the doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import prepositions
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BECAUSE = {"because", "since", "as", "given"}


def stated_grounds(verb: Token) -> Token | None:
    """The head of the grounds that the verb's own sentence states.

    ", citing a power cut", "alluding to reports", "because it is old", ", saying that it is old".
    """
    citing, speech = words("reporting", "citing"), words("reporting", "speech")
    for child in verb.children:
        if child.dep_ not in {"advcl", "conj"} or child.i < verb.i:
            continue
        lemma = child.lemma_.lower()
        if lemma in citing and child.tag_ == "VBG":
            below = next(prepositions(child, ("to", "at")), None)
            return below if below is not None else child_of(child, "dobj", "ccomp")
        if lemma in speech and child.tag_ == "VBG":
            return child_of(child, "ccomp")
        marked = any(c.dep_ == "mark" and c.lower_ in _BECAUSE for c in child.children)
        if marked and child.lemma_ != "do":
            return child
    return None
