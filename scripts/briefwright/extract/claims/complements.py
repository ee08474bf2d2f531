"""What stands below a word and might be reported: its clauses, its phrases, its object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.extract.claims.frame import Frame
from briefwright.extract.syntax import SUBJECTS, child_of, infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

_QUESTION_WORDS = {"WDT", "WP", "WRB", "WP$"}
_ASKING = {"whether", "if"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_CLAUSES = {"ccomp", "xcomp", "acl", "relcl", "advcl"}
_INFINITIVES = {"xcomp", "ccomp", "acl", "advcl"}
# Whoever is addressed, between the verb and what he is to do.
_WHOM = {"dobj", "dative", "prep"}
_TURNING = {"against"}
_DESCRIBING = {"prep", "oprd", "xcomp"}


@dataclass(frozen=True, slots=True)
class Complement:
    """What stands below a word and might be reported."""

    name: str
    clause: Token | None
    run: tuple[Token, ...] = ()

    def of(self, prefix: str, word: Token, speaker: Token | None, *beside: Token) -> Frame:
        """The frame of `word` with it: `beside` are the words of its cue next to it."""
        cue = tuple(sorted((word, *beside), key=lambda t: t.i))
        runs = (self.run,) if self.run else ()
        return Frame(prefix + self.name, word, cue, speaker, self.clause, runs)


def complements(word: Token) -> Iterator[Complement]:
    """The clauses and the prepositional phrases after a verb, a noun or an adjective."""
    for child in word.children:
        if child.i <= word.i:
            continue
        if child.dep_ in _CLAUSES:
            name = _clause_name(word, child)
            if name is not None:
                yield Complement(name, child)
        elif child.dep_ in {"prep", "agent"}:
            # "Cautioned against optimism" says the opposite without its preposition.
            run = tuple(t for t in child.subtree if t != child or t.lower_ in _TURNING)
            if run:
                yield Complement(child.lower_, next(iter(child.children), None), run)


def _clause_name(word: Token, clause: Token) -> str | None:
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    noun = word.pos_ in {"NOUN", "PROPN"}
    states = child_of(clause, *SUBJECTS, "csubj", "expl") is not None
    if infinitive(clause):
        if states:
            return None if noun else "whom to"
        return "to" if clause.dep_ in _INFINITIVES else None
    if clause.dep_ == "advcl" or (clause.dep_ == "relcl" and "that" not in marks):
        return None
    if clause.left_edge.tag_ in _QUESTION_WORDS or marks & _ASKING:
        return "wh" if clause.left_edge.i > word.i else None
    if "that" in marks:
        return "that"
    if noun:
        return None
    if clause.dep_ == "xcomp" and clause.tag_ == "VBG":
        return "ing"
    if clause.dep_ != "ccomp" or not states:
        return None
    finite = clause.tag_ in _FINITE or any(c.tag_ in _FINITE for c in clause.children)
    return "that" if finite else "small clause"


def objects(verb: Token) -> Iterator[Complement]:
    """The object: alone, with what is said of it, and with what it is to do."""
    after = [c for c in verb.children if c.i > verb.i]
    whom = next((c for c in after if c.dep_ in _WHOM), None)
    to = next((c for c in after if c.dep_ in {"xcomp", "ccomp"} and infinitive(c)), None)
    if whom is not None and to is not None and whom.i < to.i:
        first = whom.i + 1 if whom.dep_ == "prep" else whom.left_edge.i
        run = verb.doc[max(first, verb.i + 1) : to.right_edge.i + 1]
        yield Complement("whom to", to, tuple(run))
    thing = next((c for c in after if c.dep_ == "dobj"), None)
    if thing is None:
        return
    first, last = thing.left_edge.i, thing.right_edge.i
    extra = next((c for c in after if c.i > thing.i and c.dep_ in _DESCRIBING), None)
    if extra is not None and extra.left_edge.i <= last + 1:
        kind = extra.lower_ if extra.dep_ == "prep" else extra.dep_
        run = verb.doc[first : extra.right_edge.i + 1]
        yield Complement(f"object {kind}", extra, tuple(run))
    yield Complement("object", None, tuple(verb.doc[first : last + 1]))
