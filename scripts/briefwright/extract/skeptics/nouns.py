"""Nouns of doubt: who has it, and what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import Doubt, listed, negation, prepositions
from briefwright.extract.skeptics.doubter import doubter_of
from briefwright.extract.skeptics.real import really
from briefwright.extract.syntax import child_of
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGAINST = {"over", "despite"}
_CUE_REACH = 2  # "came under fire"
_OBJECTS = {"dobj", "attr", "oprd"}


def noun_doubt(noun: Token, stance: str) -> Doubt | None:
    """The doubt of a noun such as "skepticism", "criticism", "objection"."""
    doubt, above = table("doubt"), noun.head
    determiner = child_of(noun, "det")
    if determiner is not None and determiner.lower_ == "no":
        return None
    raised = noun.lemma_ in doubt["raised"]
    if noun.dep_ == "pobj" and above.lower_ in {"with", "by", "under", "in"}:
        verb = above.head
        if verb.lemma_ in doubt["receiving"] and (verb.lemma_ != "come" or above.lower_ == "under"):
            return None if raised else _received(noun, stance, verb)
    elif noun.dep_ == "pobj" and above.lower_ in _AGAINST:
        return None if raised else _overruled(noun, stance)
    elif noun.dep_ == "dobj" and above.lemma_ in doubt["receiving"]:
        return None if raised else _received(noun, stance, above)
    elif noun.dep_ == "dobj" and above.lemma_ in doubt["carriers"] and negation(above) is None:
        if not raised or above.lemma_ == "raise":
            return _carried(noun, stance)
    elif noun.dep_ in {"nsubj", "attr"} and above.lemma_ in [*doubt["carriers"], "be"]:
        return None if noun.lemma_ in words("doubt", "carried_nouns") else _stated(noun, stance)
    return None if noun.lemma_ in words("doubt", "carried_nouns") else _owned(noun, stance)


def _received(noun: Token, stance: str, verb: Token) -> Doubt | None:
    """The plan "has been met with skepticism", "drew criticism from unions for" something."""
    target = child_of(verb, "nsubjpass", "nsubj") or doubter_of(verb)
    if target is None or not really(verb):
        return None
    if target.lower_ in {"which", "that", "who"} and verb.dep_ == "relcl":
        target = verb.head
    holder = _source(noun) or _source(verb)
    grounds = next(prepositions(noun, table("doubt")["reason_prepositions"]), None)
    grounds = grounds or next(prepositions(verb, table("doubt")["reason_prepositions"]), None)
    bare = False
    if grounds is None and holder is not None:  # "from unions for the delay"
        grounds = next(prepositions(holder, table("doubt")["reason_prepositions"]), None)
        bare = grounds is not None
    if noun.lower_ in {"fire", "flak"} and grounds is None:
        return None  # soldiers come under fire too; critics have a reason
    together = noun.lower_ in {"fire", "flak"} and noun.i - verb.i <= _CUE_REACH
    cue = list(noun.doc[(verb if together else noun).i : noun.i + 1])
    return Doubt(stance, cue, holder, target, grounds, "sayer", bare_holder=bare)


def _overruled(noun: Token, stance: str) -> Doubt | None:
    """Approved "over the objections of farmers": against what the verb above does."""
    verb = noun.head.head
    holder = next(prepositions(noun, ("of", "from", "by", "among")), None) or child_of(noun, "poss")
    while verb.pos_ == "NOUN" and verb.dep_ in _OBJECTS:
        verb = verb.head
    if verb.pos_ != "VERB" or holder is None:
        return None
    own = next(prepositions(noun, ("to", "about")), None)
    target = own or child_of(verb, "nsubjpass", "dobj")
    if target is None:
        return None
    return Doubt(stance, [noun], holder, target, frame="words")


def _carried(noun: Token, stance: str) -> Doubt | None:
    """Somebody "cast doubt on" it, "voiced reservations about" it."""
    verb = noun.head
    target = _object(noun) or _object_of_verb(verb)
    holder = doubter_of(verb)
    if target is None or holder is None or not really(verb):
        return None
    cue = [verb, noun] if verb.i + 1 == noun.i else [noun]
    frame = "words" if noun.lemma_ in table("doubt")["raised"] else ""
    proves = noun.lemma_ not in table("doubt")["raised"]  # leaks raise questions and doubt nothing
    return Doubt(stance, cue, holder, target, frame=frame, proves=proves)


def _stated(noun: Token, stance: str) -> Doubt | None:
    """There "is skepticism about" it, "doubts remain" about it."""
    verb, owner = noun.head, child_of(noun, "poss")
    target = _object(noun) or _object_of_verb(verb)
    expletive = child_of(verb, "expl") is not None or noun.dep_ == "nsubj"
    if target is None or not expletive or not really(verb):
        return None
    return Doubt(stance, [noun], _source(noun) or owner, target)


def _owned(noun: Token, stance: str) -> Doubt | None:
    """Somebody's doubts about it, wherever they stand."""
    owner, target = child_of(noun, "poss"), _object(noun)
    if owner is None or target is None or owner.lower_ in {"your", "one"}:
        return None
    return Doubt(stance, [noun], owner, target)


def people_doubt(noun: Token, stance: str) -> Doubt | None:
    """Those who doubt, by their name: "critics of the plan", "the study's critic"."""
    owner = child_of(noun, "poss")
    named = next((c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)
    target = next(prepositions(noun, ("of",)), None) or owner or named  # "a Lind critic"
    determiner = child_of(noun, "det")
    if target is not None and target == owner and target.pos_ == "PRON":
        return None  # "his critics" says too little of what they are against
    if target is None or (determiner is not None and determiner.lower_ == "no"):
        return None
    alone = determiner is not None and determiner.lower_ in {"a", "an"}
    if noun.dep_ == "pobj" and (noun.head.lower_ == "among" or alone):
        return None  # "count him among the plan's critics", "he was more of a critic of the plan"
    holder: Token | None = noun
    if noun.dep_ == "attr" and noun.head.lemma_ in listed("copulas"):
        holder = child_of(noun.head, "nsubj") if really(noun.head) else None
    elif noun.dep_ == "appos":
        holder = noun.head
    if holder is None or target == holder:
        return None
    frame = "words" if noun.lemma_ in listed("rivals") else ""
    return Doubt(stance, [noun], holder, target, frame=frame, bare_holder=holder is noun)


def distrust(noun: Token) -> Doubt | None:
    """Somebody "has no faith in" it, "lost confidence in" it."""
    verb, det = noun.head, child_of(noun, "det", "amod")
    none = det is not None and det.lower_ in {"no", "little"} and verb.lemma_ == "have"
    holder, target = doubter_of(verb), next(prepositions(noun, ("in",)), None)
    target = target or next(prepositions(verb, ("in",)), None)
    if noun.dep_ != "dobj" or not (none or verb.lemma_ in listed("losing")):
        return None
    if holder is None or target is None or not really(verb):
        return None
    if any(c.dep_ == "aux" and c.lower_ in {"will", "would"} for c in verb.children):
        return None
    return Doubt("doubts", list(noun.doc[verb.i : noun.i + 1]), holder, target, frame="sayer")


def _object(noun: Token) -> Token | None:
    """What the noun is about; the "with" of a noun names company, not a target."""
    allowed = [t for t in table("doubt")["target_prepositions"] if t != "with"]
    return next(prepositions(noun, allowed), None)


def _object_of_verb(verb: Token) -> Token | None:
    return next(prepositions(verb, table("doubt")["target_prepositions"]), None)


def _source(word: Token) -> Token | None:
    """Whose doubt it is, after the "from" or "among" of the noun or of its verb."""
    return next(prepositions(word, table("doubt")["holder_prepositions"]), None)
