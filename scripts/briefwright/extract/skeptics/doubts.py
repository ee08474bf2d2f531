"""Words of doubt with their holder and target, as the parse gives them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import Doubt, cited, negation, prepositions, stances
from briefwright.extract.skeptics.nouns import noun_doubt
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Did not quite believe": the auxiliary stands so near before the verb that both are quoted.
_CUE_REACH = 2


def read_doubt(token: Token) -> Doubt | None:
    """The doubt whose main word is `token`: a verb, a fixed phrase, an adjective or a noun."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and (phrase := _phrase(token)) is not None:
        return phrase
    if token.pos_ == "VERB" and lemma in stances("verbs"):
        return _verb(token, stances("verbs")[lemma])
    if token.pos_ in {"VERB", "ADJ"} and lemma in table("doubt")["negated"]:
        return _negated(token)
    if token.pos_ == "ADJ" and lemma in stances("adjectives"):
        return _adjective(token, stances("adjectives")[lemma])
    if token.pos_ == "NOUN" and token.lower_ in _nouns():
        return noun_doubt(token, _nouns()[token.lower_])
    return None


@cache
def _nouns() -> dict[str, str]:
    """The nouns with their plurals."""
    singular = stances("nouns")
    return {f"{word}s": stance for word, stance in singular.items()} | singular


def _phrase(verb: Token) -> Doubt | None:
    """A verb, its object and a preposition that belong together: "took issue with"."""
    for entry in table("doubt")["phrases"]:
        if entry["verb"] != verb.lemma_ or negation(verb) is not None:
            continue
        noun = next(
            (c for c in verb.children if c.lemma_ == entry["object"] and c.i > verb.i), None
        )
        if (noun is None) != (entry["object"] is None):
            continue
        particles = [c for c in verb.children if c.dep_ in {"prt", "advmod"}]
        governors = [verb, *([] if noun is None else [noun]), *particles]
        targets = (t for g in governors for t in prepositions(g, (entry["preposition"],)))
        target, holder = next(targets, None), subject_of(verb)
        if target is not None and holder is not None:
            end = max(target.left_edge.i, verb.i + 1)
            return Doubt(entry["stance"], list(verb.doc[verb.i : end]), holder, target)
    return None


def _verb(verb: Token, stance: str) -> Doubt | None:
    if negation(verb) is not None:
        return None
    if verb.tag_ == "VBN" and child_of(verb, "auxpass") is not None:
        target = child_of(verb, "nsubjpass")
        holder = next(prepositions(verb, ("by",)), None)
        return Doubt(stance, [verb], holder, target) if target is not None else None
    holder, target = subject_of(verb), child_of(verb, "dobj", "ccomp", "xcomp")
    if holder is None or target is None or holder == target:
        return None
    doubt, lemma = table("doubt"), verb.lemma_.lower()
    if lemma in doubt["verbs_of_words"] and not _addresses_words(target):
        return None
    if lemma == "reject" and target.lemma_.lower() in doubt["charges"]:
        stance = "denies"
    reason = _reason(verb) if stance == "criticises" else None
    return Doubt(stance, [verb], holder, target, reason or cited(verb))


def _addresses_words(target: Token) -> bool:
    """Whether the object is something said or decided: these verbs also take plain things."""
    if target.dep_ in {"ccomp", "xcomp"} or child_of(target, "acl", "ccomp") is not None:
        return True
    nouns = table("doubt")["claim_nouns"]
    return target.lower_ in nouns or target.lemma_.lower() in nouns


def _reason(verb: Token) -> Token | None:
    """What somebody is criticised for or accused of."""
    preposition = child_of(verb, "prep")
    if preposition is None or preposition.lower_ not in {"for", "of"}:
        return None
    return child_of(preposition, "pcomp", "pobj")


def _negated(token: Token) -> Doubt | None:
    """A negated belief: "is not persuaded that ...", "don't believe them", "that's not true"."""
    verb = token if token.pos_ == "VERB" else token.head
    not_ = negation(token) or negation(verb)
    if not_ is None:
        return None
    if token.pos_ == "ADJ":
        target = child_of(verb, "nsubj")
        untrue = token.lemma_ == "true" and verb.lemma_ == "be" and target is not None
        return Doubt("denies", [not_, token], None, target) if untrue and target else None
    if token.lemma_ in table("doubt")["negated_clauses"] and child_of(token, "ccomp") is None:
        return None
    passive = child_of(token, "auxpass") is not None
    holder = child_of(token, "nsubjpass" if passive else "nsubj")
    target = child_of(token, "ccomp", "dobj") or next(prepositions(token, ("by", "of")), None)
    if holder is None or target is None:
        return None
    auxiliary = child_of(token, "aux")
    start = not_ if auxiliary is None or passive else auxiliary
    near = token.i - start.i <= _CUE_REACH
    cue = list(token.doc[start.i : token.i + 1]) if near else [token]
    return Doubt("doubts", cue, holder, target)


def _adjective(token: Token, stance: str) -> Doubt | None:
    """Somebody "is skeptical of" it, "remains unconvinced that ..."."""
    verb, doubt = token.head, table("doubt")
    if verb.lemma_ not in doubt["copulas"] or negation(verb) is not None:
        return None
    holder = child_of(verb, "nsubj")
    target = next(prepositions(token, doubt["target_prepositions"]), None)
    target = target or child_of(token, "ccomp") or child_of(verb, "ccomp")
    if holder is None or target is None:
        return None
    return Doubt(stance, [token], holder, target)
