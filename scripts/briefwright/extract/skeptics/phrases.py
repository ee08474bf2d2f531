"""Fixed phrases of doubt: "took issue with", "brushed aside", "called into question"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from briefwright.extract.skeptics.doubt import Doubt, listed, prepositions
from briefwright.extract.skeptics.doubter import doubter_of
from briefwright.extract.skeptics.real import really
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTICLES = {"prt", "advmod"}
_READERS = ("phrases", "particles", "objects")


@cache
def _by_verb() -> dict[str, list[tuple[str, Mapping[str, Any]]]]:
    """For each verb its phrases, each with the list that it stands in."""
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for kind in _READERS:
        for entry in table("doubt")[kind]:
            found.setdefault(entry["verb"], []).append((kind, entry))
    return found


def phrase_doubt(verb: Token) -> Doubt | None:
    """The doubt of a verb with a preposition, particle or noun that belong together."""
    entries = _by_verb().get(verb.lemma_.lower())
    if entries is None or verb.dep_ == "amod":
        return None
    for kind, entry in entries:
        found = _READ[kind](verb, entry)
        if found is not None:
            return found if really(verb) else None
    return None


def _prepositional(verb: Token, entry: Mapping[str, Any]) -> Doubt | None:
    """A verb, its object if any, and a preposition: "took issue with it", "hit out at it"."""
    noun = next((c for c in verb.children if c.lemma_ == entry["object"] and c.i > verb.i), None)
    if (noun is None) != (entry["object"] is None):
        return None
    if noun is None and child_of(verb, "dobj", "attr", "acomp") is not None:
        return None
    if child_of(verb, "auxpass") is not None:
        return None  # who "was warned against" it warns nobody
    particles = [c for c in verb.children if c.dep_ in _PARTICLES and c.i > verb.i]
    if "particle" in entry and all(p.lower_ != entry["particle"] for p in particles):
        return None
    governors = [verb, *([] if noun is None else [noun]), *particles]
    targets = (t for g in governors for t in prepositions(g, (entry["preposition"],)))
    target, holder = next(targets, None), doubter_of(verb)
    if target is None or holder is None or target.i < verb.i:
        return None
    end = max(target.left_edge.i, verb.i + 1)
    cue = list(verb.doc[verb.i : end])
    return Doubt(entry["stance"], cue, holder, target, frame=entry.get("frame", ""))


def _with_particle(verb: Token, entry: Mapping[str, Any]) -> Doubt | None:
    """A verb with its particle: "brushed aside the criticism"."""
    particle = next(
        (c for c in verb.children if c.dep_ in _PARTICLES and c.lower_ in entry["particle"]), None
    )
    target, holder = child_of(verb, "dobj"), doubter_of(verb)
    if child_of(verb, "auxpass") is not None:
        target, holder = child_of(verb, "nsubjpass"), next(prepositions(verb, ("by",)), None)
    if particle is None or target is None:
        return None
    if particle.i != verb.i + 1 and target.pos_ == "PRON":
        return None  # "tried to laugh it off" tells too little
    cue = [verb, particle] if particle.i == verb.i + 1 else [verb]
    return Doubt(entry["stance"], cue, holder, target, frame="words")


def _around_object(verb: Token, entry: Mapping[str, Any]) -> Doubt | None:
    """A verb with a preposition and noun around its object: "called it into question"."""
    target, holder = child_of(verb, "dobj"), doubter_of(verb)
    if child_of(verb, "auxpass") is not None:
        target, holder = child_of(verb, "nsubjpass"), next(prepositions(verb, ("by",)), None)
    governors = [verb, *([] if target is None else [target])]
    nouns = (t for g in governors for t in prepositions(g, (entry["preposition"],)))
    noun = next((n for n in nouns if n.lemma_ == entry["noun"]), None)
    if noun is None or target is None or noun == target:
        return None
    words = (target,) if noun in target.subtree and len(list(target.children)) == 1 else ()
    return Doubt(entry["stance"], [verb], holder, target, proves=True, words=words)


_READ = {"phrases": _prepositional, "particles": _with_particle, "objects": _around_object}


def odds_doubt(noun: Token) -> Doubt | None:
    """What is "at odds with" what somebody says."""
    at = noun.head
    if noun.lower_ not in listed("odds") or at.lower_ != "at" or at.dep_ != "prep":
        return None
    verb = at.head
    target = next(prepositions(noun, ("with",)), None) or next(prepositions(at, ("with",)), None)
    if target is None and verb.pos_ in {"VERB", "AUX"}:
        target = next(prepositions(verb, ("with",)), None)
    holder = doubter_of(verb) if verb.pos_ in {"VERB", "AUX"} else verb
    if target is None or holder is None or not really(verb):
        return None
    cue = list(noun.doc[at.i : noun.i + 1])
    return Doubt("disputes", cue, holder, target, frame="words", proves=True)
