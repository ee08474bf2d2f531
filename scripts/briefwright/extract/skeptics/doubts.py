"""Words of doubt with their holder and target, as the parse gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.syntax import subject_of
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt as the parse gives it: heads of holder and target, and the words of doubt."""

    stance: str
    cue: Sequence[Token]
    holder: Token | None
    target: Token
    grounds: Token | None = None


def read_doubt(token: Token) -> Doubt | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and (phrase := _phrase(token)) is not None:
        return phrase
    if token.pos_ == "VERB" and lemma in _stances("verbs"):
        return _verb(token, _stances("verbs")[lemma])
    if token.pos_ in {"VERB", "ADJ"} and lemma in table("doubt")["negated"]:
        return _negated(token)
    if token.pos_ == "ADJ" and lemma in _stances("adjectives"):
        return _adjective(token, _stances("adjectives")[lemma])
    if token.pos_ == "NOUN" and token.lower_ in _stances("nouns") | _plurals():
        stance = _stances("nouns").get(token.lower_) or _plurals()[token.lower_]
        return _noun(token, stance)
    return None


@cache
def _stances(kind: str) -> dict[str, str]:
    """Each word of a part of speech and its stance."""
    return {word: stance for stance, all_ in table("doubt")[kind].items() for word in all_}


@cache
def _plurals() -> dict[str, str]:
    return {f"{word}s": stance for word, stance in _stances("nouns").items()}


def _child(token: Token, *deps: str) -> Token | None:
    return next((c for c in token.children if c.dep_ in deps), None)


def _negation(token: Token) -> Token | None:
    return _child(token, "neg")


def _prepositions(token: Token, allowed: Sequence[str]) -> Iterator[Token]:
    """The objects of the token's prepositions of those words, nearest first."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in allowed:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp", "dobj"})


def _verb(verb: Token, stance: str) -> Doubt | None:
    if _negation(verb) is not None:
        return None
    if verb.tag_ == "VBN" and _child(verb, "auxpass") is not None:
        target = _child(verb, "nsubjpass")
        holder = next(_prepositions(verb, ("by",)), None)
        return Doubt(stance, [verb], holder, target) if target is not None else None
    holder = subject_of(verb)
    target = _child(verb, "dobj", "ccomp", "xcomp")
    if holder is None or target is None or holder == target:
        return None
    if verb.lemma_.lower() in {
        "question",
        "contest",
        "challenge",
        "counter",
        "reject",
        "oppose",
    } and (not _addresses_words(target)):
        return None
    if verb.lemma_.lower() == "reject" and target.lemma_.lower() in {
        "allegation",
        "accusation",
        "charge",
    }:
        stance = "denies"
    grounds = _child(verb, "prep")
    reason = None
    if stance == "criticises" and grounds is not None and grounds.lower_ in {"for", "of"}:
        reason = next((c for c in grounds.children if c.dep_ in {"pcomp", "pobj"}), None)
    return Doubt(stance, [verb], holder, target, reason or _cited(verb))


def _phrase(verb: Token) -> Doubt | None:
    """As in "took issue with", "hit out at": a verb, its object and a preposition that belong together."""
    for entry in table("doubt")["phrases"]:
        if entry["verb"] != verb.lemma_ or _negation(verb) is not None:
            continue
        noun = next(
            (c for c in verb.children if c.lemma_ == entry["object"] and c.i > verb.i), None
        )
        if (noun is None) != (entry["object"] is None):
            continue
        governors = [
            verb,
            *([noun] if noun is not None else []),
            *(c for c in verb.children if c.dep_ in {"prt", "advmod"}),
        ]
        target = next(
            (t for g in governors for t in _prepositions(g, (entry["preposition"],))), None
        )
        holder = subject_of(verb)
        if target is not None and holder is not None:
            end = max(target.left_edge.i, verb.i + 1)
            return Doubt(entry["stance"], list(verb.doc[verb.i : end]), holder, target)
    return None


def _addresses_words(target: Token) -> bool:
    """Whether the object is something said or decided: these verbs also take plain things."""
    nouns = table("doubt")["claim_nouns"]
    if target.dep_ in {"ccomp", "xcomp"}:
        return True
    return (
        target.lower_ in nouns
        or target.lemma_.lower() in nouns
        or any(c.dep_ in {"acl", "ccomp"} for c in target.children)
    )


def _cited(verb: Token) -> Token | None:
    """What a doubter points to: ", alluding to reports ...", ", citing a power cut ..."."""
    citing = words("reporting", "citing")
    for child in verb.children:
        if child.dep_ == "advcl" and child.lemma_.lower() in citing:
            below = next(_prepositions(child, ("to", "at")), None)
            return below if below is not None else _child(child, "dobj")
    return None


def _negated(token: Token) -> Doubt | None:
    """As in "is not persuaded that ...", "don't believe them", "that's not true"."""
    verb = token if token.pos_ == "VERB" else token.head
    negation = _negation(token) or _negation(verb)
    if negation is None:
        return None
    if token.pos_ == "ADJ":
        if token.lemma_ != "true" or verb.lemma_ != "be":
            return None
        target = _child(verb, "nsubj")
        return Doubt("denies", [negation, token], None, target) if target is not None else None
    if token.lemma_ in {"accept", "impress", "trust", "buy"} and _child(token, "ccomp") is None:
        return None
    passive = _child(token, "auxpass") is not None
    holder = _child(token, "nsubjpass" if passive else "nsubj")
    target = _child(token, "ccomp", "dobj") or next(_prepositions(token, ("by", "of")), None)
    if holder is None or target is None:
        return None
    auxiliary = _child(token, "aux")
    start = auxiliary if auxiliary is not None and not passive else negation
    cue = list(token.doc[start.i : token.i + 1]) if token.i - start.i <= 2 else [token]  # noqa: PLR2004
    return Doubt("doubts", cue, holder, target)


def _adjective(token: Token, stance: str) -> Doubt | None:
    verb = token.head
    if verb.lemma_ not in {"be", "remain", "stay", "become", "sound", "seem", "grow"}:
        return None
    if _negation(verb) is not None:
        return None
    holder = _child(verb, "nsubj")
    target = (
        next(_prepositions(token, table("doubt")["target_prepositions"]), None)
        or _child(token, "ccomp")
        or _child(verb, "ccomp")
    )
    return (
        Doubt(stance, [token], holder, target)
        if holder is not None and target is not None
        else None
    )


def _noun(noun: Token, stance: str) -> Doubt | None:
    doubt = table("doubt")
    targets, holders = doubt["target_prepositions"], doubt["holder_prepositions"]
    if _child(noun, "det") is not None and _child(noun, "det").lower_ == "no":  # type: ignore[union-attr]
        return None
    own_target = next(_prepositions(noun, [t for t in targets if t != "with"]), None)
    own_holder = next(_prepositions(noun, holders), None)
    owner = _child(noun, "poss")
    above = noun.head
    if (
        noun.dep_ == "pobj"
        and above.head.lemma_ in doubt["receiving"]
        and above.lower_ in {"with", "by"}
    ):
        target = _child(above.head, "nsubjpass", "nsubj")
        return Doubt(stance, [noun], own_holder, target) if target is not None else None
    if noun.dep_ == "dobj" and above.lemma_ in doubt["receiving"]:
        target = subject_of(above)
        return Doubt(stance, [noun], own_holder, target) if target is not None else None
    if noun.dep_ == "dobj" and above.lemma_ in doubt["carriers"] and _negation(above) is None:
        target = own_target or next(_prepositions(above, targets), None)
        holder = subject_of(above)
        if target is None or holder is None:
            return None
        cue = [above, noun] if above.i + 1 == noun.i else [noun]
        return Doubt(stance, cue, holder, target, _cited(above))
    if noun.dep_ in {"nsubj", "attr"} and above.lemma_ in [*doubt["carriers"], "be"]:
        target = own_target or next(_prepositions(above, targets), None)
        if noun.dep_ == "attr" and noun.lemma_ in {"critic", "skeptic", "sceptic"}:
            target = target or owner
            subject = _child(above, "nsubj")
            return (
                Doubt(stance, [noun], subject, target)
                if target is not None and subject is not None
                else None
            )
        expletive = _child(above, "expl") is not None or noun.dep_ == "nsubj"
        if target is not None and expletive:
            return Doubt(stance, [noun], own_holder or owner, target)
        return None
    if owner is not None and own_target is not None:
        return Doubt(stance, [noun], owner, own_target)
    return None
