"""The frames of reporting words: which words of a sentence would be what a word reports.

A frame has a name: "that" ("She fears that ..."), "to" ("He hopes to ..."), "object" ("They back
the plan"), "of" ("He warned of ..."), "passive to" ("She is said to ..."), "owner's that" ("her
claim that ..."). The parse lets a word stand in several frames; which of them reports something is
for `claims.likelihood` to say. Frames as in FrameNet's Communication and Cognition (Baker et al.
1998), named by their syntax alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefwright.extract.claims.complements import Complement, complements, objects
from briefwright.extract.claims.frame import Frame
from briefwright.extract.syntax import child_of, infinitive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_AUTHORS = {"by", "of", "from", "among"}


def frames_of(word: Token) -> Iterator[Frame]:
    """All frames in which the parse lets `word` stand."""
    if word.pos_ in {"VERB", "AUX"}:
        passive = child_of(word, "auxpass") is not None
        yield from _passive(word) if passive else _active(word)
    elif word.pos_ == "ADJ":
        yield from _adjective(word)
    elif word.pos_ in {"NOUN", "PROPN"}:
        yield from _noun(word)


def _active(verb: Token) -> Iterator[Frame]:
    subject = subject_of(verb)
    if subject is None:
        return
    relative = relative_of(verb)
    particle = [c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1]
    prefix = "".join(f"{p.lower_} " for p in particle)
    for below in (*complements(verb), *objects(verb)):
        yield replace(below.of(prefix, verb, subject, *particle), relative=relative)
    to = next((c for c in verb.children if c.dep_ == "xcomp" and infinitive(c)), None)
    own = child_of(verb, "nsubj")
    if to is not None and own is not None and own.i < verb.i:
        yield Frame("raising", verb, (verb,), None, to, (tuple(own.subtree), tuple(to.subtree)))


def relative_of(verb: Token) -> Token | None:
    """The "who" or "which" that is the subject of a relative clause."""
    if verb.dep_ != "relcl":
        return None
    own = child_of(verb, "nsubj")
    return own if own is not None and own.tag_ in {"WP", "WDT"} and own.i < verb.i else None


def _passive(verb: Token) -> Iterator[Frame]:
    subject = child_of(verb, "nsubjpass") or subject_of(verb)
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children), None)
    before = tuple(subject.subtree) if subject is not None and subject.i < verb.i else ()
    for below in complements(verb):
        yield below.of("passive ", verb, agent)
        if subject is not None:
            yield below.of("passive subject's ", verb, subject)
        if before and below.clause is not None:
            rest = below.run or tuple(below.clause.subtree)
            name = f"passive all {below.name}"
            yield Frame(name, verb, (verb,), agent, below.clause, (before, rest))
    if before and agent is not None:
        yield Frame("passive by", verb, (verb,), agent, None, (before,))


def _adjective(word: Token) -> Iterator[Frame]:
    """A predicate: "She is sure that ...", "They were wary of ..."."""
    verb = word.head
    if word.dep_ not in {"acomp", "oprd"} or verb.pos_ not in {"VERB", "AUX"}:
        return
    subject = subject_of(verb)
    if subject is None:
        return
    for below in complements(word):
        yield below.of("", word, subject, verb)


def _noun(noun: Token) -> Iterator[Frame]:
    """A noun that names what is said: its owner, its author, or who has, makes or hears it."""
    owner, author = child_of(noun, "poss"), _author(noun)
    holder = _holder(noun)
    for below in complements(noun):
        if owner is not None:
            yield below.of("owner's ", noun, owner)
        elif author is not None and below.name not in _AUTHORS:
            yield below.of("author's ", noun, author)
        else:
            if holder is not None:
                yield _shared(noun, holder, below)
            yield below.of("nobody's ", noun, None)
    whose = owner or author
    if whose is not None and noun.dep_ == "nsubj" and noun.head.lemma_ == "be":
        clause = next((c for c in noun.head.children if c.dep_ == "ccomp" and c.i > noun.i), None)
        if clause is not None:
            yield Frame("is that", noun, (noun,), whose, clause)


def _shared(noun: Token, holder: Token, below: Complement) -> Frame:
    """The noun with its verb and its preposition: "expressed confidence" "in the plan"."""
    beside = (noun.head,) if noun.dep_ == "dobj" and noun.head.i < noun.i else ()
    run = below.run
    if run and run[0].i - 1 > noun.i:
        run = (noun.doc[run[0].i - 1], *run)
    return replace(below, run=run).of("subject's ", noun, holder, *beside)


def _author(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in _AUTHORS and child.i > noun.i:
            found = child_of(child, "pobj")
            if found is not None:
                return found
    return None


def _holder(noun: Token) -> Token | None:
    if noun.dep_ not in {"dobj", "pobj"}:
        return None
    verb = noun.head if noun.dep_ == "dobj" else noun.head.head
    return subject_of(verb) if verb.pos_ in {"VERB", "AUX"} else None
