"""Why somebody doubts: what he cites, the reason he gives, what he says beside the doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import prepositions
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BECAUSE = {"because", "given"}  # "as" and "since" tell when as often as why
_NEAR = 80  # characters from a doubt to what still belongs to it
# Words after which something else is said than why: "denied it, but said ...".
_TURNS = re.compile(r"\b(?:but|while|although|though|however|yet|whereas|asked)\b", re.IGNORECASE)


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
            if next(prepositions(child, ("as",)), None) is not None:
                return None  # "citing the move as absurd" calls it so
            below = next(prepositions(child, ("to", "at")), None)
            return below if below is not None else child_of(child, "dobj", "ccomp")
        if lemma in speech and child.tag_ == "VBG":
            return child_of(child, "ccomp")
        marked = any(c.dep_ == "mark" and c.lower_ in _BECAUSE for c in child.children)
        if marked and child.lemma_ != "do":
            return child
    return None


def goes_on(between: str) -> bool:
    """Whether what follows the words between a doubt and it is still about the doubt."""
    return _TURNS.search(between) is None and len(between) <= _NEAR
