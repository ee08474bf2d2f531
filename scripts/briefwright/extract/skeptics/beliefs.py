"""Belief denied: "is not persuaded", "finds it hard to believe", "skeptical of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.skeptics.doubt import Doubt, is_be, listed, negation, prepositions, told
from briefwright.extract.skeptics.real import really
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import table

if TYPE_CHECKING:
    from spacy.tokens import Token

# "Did not quite believe": the auxiliary stands so near before the verb that both are quoted.
_CUE_REACH = 2
_FORMS_OF_TENSE = {"do", "does", "did", "is", "are", "was", "were", "has", "have", "had"}


def negated_doubt(token: Token) -> Doubt | None:
    """A negated belief: "is not persuaded that ...", "don't believe them", "that's not true"."""
    if token.pos_ == "ADJ":
        return _untrue(token)
    if token.lemma_ in listed("untrue"):  # "true" is a verb only to a mistaken parser
        return None
    not_ = negation(token)
    if not_ is None:
        return _hindered(token)
    if not _stated(token):
        return None
    passive = child_of(token, "auxpass") is not None
    if token.lemma_ in listed("convincing") and not passive:
        return _not_convinced(token, not_)
    holder = child_of(token, "nsubjpass" if passive else "nsubj")
    target = _believed(token)
    if holder is None or target is None:
        return None
    auxiliary = child_of(token, "aux")
    start = not_ if auxiliary is None or passive else auxiliary
    near = 0 <= token.i - start.i <= _CUE_REACH
    cue = list(token.doc[start.i : token.i + 1]) if near else [token]
    return Doubt("doubts", cue, holder, target)


def _stated(verb: Token) -> bool:
    """Whether it is said of what is: "would not believe" and questions are not."""
    modals = [c.lower_ for c in verb.children if c.dep_ == "aux"]
    if any(m not in _FORMS_OF_TENSE for m in modals):
        return False
    return all(t.text != "?" for t in verb.doc[max(verb.i, verb.sent.end - 2) : verb.sent.end])


def _believed(verb: Token) -> Token | None:
    """What is not believed; what one also refuses to take ("the offer") only with a clause."""
    prepositional = next(prepositions(verb, ("by", "of", "with")), None)
    target = child_of(verb, "ccomp", "dobj") or prepositional
    if target is not None and target.i < verb.i:
        return None  # "they tried another line: he does not believe it"
    if target is None or verb.lemma_ not in listed("negated_clauses"):
        return target
    clause = target.dep_ == "ccomp"
    return target if clause or told(target, "claim_nouns") else None


def _not_convinced(verb: Token, not_: Token) -> Doubt | None:
    """The object doubts the subject: "the answer did not convince Anna Berg"."""
    holder, target = child_of(verb, "dobj"), child_of(verb, "nsubj")
    if holder is None or target is None or child_of(verb, "xcomp", "ccomp") is not None:
        return None
    near = verb.i - not_.i <= _CUE_REACH
    cue = list(verb.doc[not_.i : verb.i + 1]) if near else [verb]
    return Doubt("doubts", cue, holder, target, frame="words")


def _untrue(adjective: Token) -> Doubt | None:
    verb = adjective.head
    not_ = negation(adjective) or negation(verb)
    target = child_of(verb, "nsubj")
    if adjective.lemma_ not in listed("untrue") or not is_be(verb) or not_ is None:
        return None
    if target is None or child_of(verb, "aux") is not None or adjective.dep_ != "acomp":
        return None
    if target.tag_ in {"WDT", "WP"} or child_of(adjective, "advmod") is not None:
        return None  # "not politically correct"
    if any(c.dep_ == "mark" and c.lower_ == "if" for c in verb.children):
        return None
    return Doubt("denies", [not_, adjective], None, target, frame="words", spoken=True)


def _hindered(verb: Token) -> Doubt | None:
    """Belief that is hindered: "finds it hard to believe that", "refuses to accept that"."""
    hindrance = verb.head
    if hindrance.lemma_ == "fail" and verb.lemma_ in listed("convincing"):
        return _failed_to_convince(verb)
    hinders = hindrance.lemma_.lower() in listed("hindering")
    if not hinders or child_of(verb, "aux") is None or verb.lemma_ in listed("convincing"):
        return None
    target = _believed(verb)
    finding = hindrance.head if hindrance.pos_ == "ADJ" else hindrance
    holder = subject_of(finding)
    if target is None or holder is None or not really(finding) or holder.lower_ == "it":
        return None
    return Doubt("doubts", list(verb.doc[hindrance.i : verb.i + 1]), holder, target)


def _failed_to_convince(verb: Token) -> Doubt | None:
    """The object doubts the subject: "the answer failed to convince Anna Berg"."""
    failing = verb.head
    holder, target = child_of(verb, "dobj"), subject_of(failing)
    if holder is None or target is None or not really(failing):
        return None
    cue = list(verb.doc[failing.i : verb.i + 1])
    return Doubt("doubts", cue, holder, target, frame="words")


def adjective_doubt(token: Token, stance: str) -> Doubt | None:
    """Somebody "is skeptical of" it, "remains unconvinced that ..."."""
    verb, allowed = token.head, table("doubt")["target_prepositions"]
    target = next(prepositions(token, allowed), None) or child_of(token, "ccomp")
    if verb.lemma_ in listed("copulas") and token.dep_ in {"acomp", "oprd", "attr", "advcl"}:
        holder = subject_of(verb)
        target = target or child_of(verb, "ccomp")
        if not really(verb):
            return None
    elif token.dep_ in {"amod", "acl", "appos", "relcl"} and verb.i < token.i:
        holder = verb  # "residents wary of the plan"
    else:
        return None
    if holder is None or target is None or negation(token) is not None or target == holder:
        return None
    frame = "words" if token.lemma_.lower() in listed("adjectives_of_words") else ""
    return Doubt(stance, [token], holder, target, frame=frame)


def wonder_doubt(verb: Token) -> Doubt | None:
    """Those who "wonder how much is left" or whether it is: others than the one who asks."""
    clause = child_of(verb, "ccomp")
    holder = subject_of(verb)
    if clause is None or holder is None or not really(verb) or holder.lower_ in {"i", "we"}:
        return None
    first = verb.doc[clause.left_edge.i]
    degree = first.lower_ == "how" and first.nbor().lower_ in listed("wondering_degrees")
    if first.lower_ not in listed("wondering") and not degree:
        return None
    return Doubt("doubts", [verb], holder, clause)
