"""Verbs of doubt with their holder and target."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import (
    Doubt,
    frame_of,
    listed,
    prepositions,
    stances,
    told,
)
from briefwright.extract.skeptics.doubter import doubter_of
from briefwright.extract.skeptics.real import really
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSES = {"ccomp", "xcomp"}
_REJECTING = {"reject", "dispute", "contest", "dismiss"}
_NO_TARGETS = {"way", "manner", "time", "day", "year", "place", "part", "case"}
_REASONS = {"for", "over", "as", "of"}


@cache
def doubting_verbs() -> dict[str, str]:
    """Each verb of doubt and its stance."""
    return stances("verbs") | dict.fromkeys(table("doubt")["striking"], "criticises")


def verb_doubt(verb: Token) -> Doubt | None:
    """The doubt of a verb such as "deny", "criticise", "question"."""
    lemma, passive = verb.lemma_.lower(), _passive(verb)
    if verb.dep_ == "amod" or not really(verb):
        return None
    target, holder = _of_passive(verb) if passive else (_object(verb), doubter_of(verb))
    if target is None or target == holder or not _meant(verb, lemma, target, passive):
        return None
    if holder is None and (not passive or verb.dep_ in {"acl", "relcl"}):
        return None
    stance, grounds = doubting_verbs()[lemma], None
    if lemma in _REJECTING and told(target, "charges"):
        stance = "denies"
    if stance == "criticises" and not (lemma == "blame" and target.dep_ == "pobj"):
        grounds = _reason(verb, target)
    frame = frame_of(lemma)
    if frame == "reason":
        if grounds is None and target.pos_ == "PRON":
            return None  # "knocked it out of the park"
        frame = "words" if grounds is None else "sayer"
    elif frame == "charge":
        frame = "sentient"
    proves = lemma in words("doubt", "proving")
    accused = verb.doc[target.left_edge.i : target.i + 1] if lemma == "accuse" else ()
    return Doubt(stance, [verb], holder, target, grounds, frame, proves=proves, words=list(accused))


def _passive(verb: Token) -> bool:
    if verb.tag_ != "VBN":
        return False
    if child_of(verb, "auxpass") is not None:
        return True
    # "The claims, disputed by the ministry, ..."
    return verb.dep_ == "acl" and child_of(verb, "agent") is not None


def _of_passive(verb: Token) -> tuple[Token | None, Token | None]:
    """What is doubted and by whom, of a passive: "the claims are disputed by unions"."""
    holder = next(prepositions(verb, ("by",)), None)
    subject = child_of(verb, "nsubjpass", "nsubj")
    if verb.lemma_ == "oppose" and holder is None:  # "farmers are opposed to the dam"
        auxiliary = child_of(verb, "auxpass")
        if subject is None and auxiliary is not None:
            subject = child_of(auxiliary, "nsubj")
        return next(prepositions(verb, ("to",)), None), subject
    if subject is None:
        subject = verb.head if verb.dep_ == "acl" else subject_of(verb)
    if subject is None or (subject.pos_ == "PRON" and verb.lemma_ in {"dismiss", "reject"}):
        return None, holder  # bills and cases are dismissed too
    relative = subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
    return (verb.head if relative else subject), holder


def _object(verb: Token) -> Token | None:
    """What the verb is about; of "blamed the delay on the mayor", the mayor."""
    found = child_of(verb, "dobj", "ccomp", "xcomp")
    if found is not None and found.tag_ in {"WDT", "WP"} and found.lower_ != "what":
        return _antecedent(verb)
    if verb.lemma_ == "oppose" and (child_of(verb, "dobj", "xcomp") is None):
        return next(prepositions(verb, ("to",)), None)  # "farmers opposed to the dam"
    if found is not None and found.dep_ == "ccomp" and verb.lemma_ not in listed("of_clauses"):
        return None
    if found is not None and verb.lemma_ == "blame":
        blamed = next(prepositions(verb, ("on",)), None) or next(prepositions(found, ("on",)), None)
        return blamed if blamed is not None else found
    if found is not None and found.lower_ == "what" and verb.dep_ == "csubj":
        return child_of(verb.head, "attr", "ccomp")  # "what he rejects is the idea that"
    if found is not None and found.dep_ in _CLAUSES:
        wished = found.dep_ == "xcomp" and found.tag_ != "VBG"  # "challenged them to answer"
        return None if found.i < verb.i or wished else found
    return found


def _antecedent(verb: Token) -> Token | None:
    """The noun of the relative clause of "a deal which she signed and which he criticised"."""
    while verb.dep_ == "conj":
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    noun, first = verb.head, verb.left_edge
    aside = first.i > 0 and first.nbor(-1).text == ","
    # "Accused of helping in some way, which he denied": what he denies is no way.
    return None if aside and noun.lower_ in _NO_TARGETS else noun


def _meant(verb: Token, lemma: str, target: Token, passive: bool) -> bool:
    """Whether the verb has the meaning that doubts, by what it takes."""
    if lemma in {"deny", "reject", "dismiss", "challenge", "oppose"}:
        if told(target, "refused"):
            return False
        if lemma == "deny" and (child_of(verb, "dative", "iobj") is not None or _given(verb)):
            return False
    if lemma == "accuse":
        return _faulted(verb)
    if lemma == "blame" and passive and child_of(verb, "agent") is None:
        return child_of(verb, "prep") is not None and not _has_on(verb)
    if lemma == "condemn" and (child_of(verb, "xcomp") is not None or _to_noun(verb)):
        return False
    # "Denied doing it" and "the claim was denied", but not "he was denied".
    if lemma == "deny" and passive:
        return told(target, "claim_nouns") or told(target, "plan_nouns")
    return True


def _given(verb: Token) -> bool:
    """Whether something is denied to somebody: "were denied a visa", "denied him the vote"."""
    objects = [c for c in verb.children if c.dep_ in {"dobj", "oprd", "npadvmod"} and c.i > verb.i]
    if any(told(c, "refused") for c in objects):
        return True
    passive = child_of(verb, "auxpass") is not None
    return len(objects) > 1 or (passive and bool(objects))


def _has_on(verb: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ == "on" for c in verb.children)


def _to_noun(verb: Token) -> bool:
    """Whether it is a sentence: "condemned to death"."""
    return any(c.dep_ == "prep" and c.lower_ == "to" for c in verb.children)


def _faulted(verb: Token) -> bool:
    """Whether one is accused of a fault in words or duty, as in an argument; not of a crime."""
    fault = next(prepositions(verb, ("of",)), None)
    target = child_of(verb, "dobj")
    if fault is None and target is not None:
        fault = next(prepositions(target, ("of",)), None)
    if fault is None:
        return False
    # "Of misleading parliament" is an adjective to some parses.
    return any(told(t, "faults") for t in [fault, *fault.children])


def _reason(verb: Token, target: Token) -> Token | None:
    """What somebody is criticised for or accused of."""
    for governor in (verb, target):
        for preposition in governor.children:
            if preposition.dep_ != "prep" or preposition.i < verb.i:
                continue
            if preposition.lower_ in (_REASONS if governor is verb else {"for"}):
                return child_of(preposition, "pcomp", "pobj")
    return None
