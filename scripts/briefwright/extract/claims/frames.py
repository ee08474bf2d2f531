"""The frames of reporting words: which words of a sentence would be what a word reports.

A frame has a name: "that" ("She fears that ..."), "to" ("He hopes to ..."), "object" ("They back
the plan"), "of" ("He warned of ..."), "passive to" ("She is said to ..."), "owner's that" ("her
claim that ..."). The parse lets a word stand in several frames; which of them reports something is
for `claims.likelihood` to say. Frames as in FrameNet's Communication and Cognition (Baker et al.
1998), named by their syntax alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.syntax import SUBJECTS, child_of, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from briefwright.extract.reading import Passage, Reading
    from briefwright.model import Span

_QUESTION_WORDS = {"WDT", "WP", "WRB", "WP$"}
_ASKING = {"whether", "if"}
_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_CLAUSES = {"ccomp", "xcomp", "acl", "relcl", "advcl"}
_INFINITIVES = {"xcomp", "ccomp", "acl", "advcl"}
# Whoever is addressed, between the verb and what he is to do.
_WHOM = {"dobj", "dative", "prep"}
_AUTHORS = {"by", "of", "from", "among"}
_DESCRIBING = {"prep", "oprd", "xcomp"}


@dataclass(frozen=True, slots=True)
class Frame:
    """A word in one of its frames.

    Attributes:
        name: which frame.
        word: the word that stands in it.
        cue: the reporting words: the word with its particle or its copula.
        speaker: head of the speaker's noun phrase; None where the frame names nobody.
        clause: head of the reported clause; None where a run of words is the content.
        runs: the content as runs of tokens, where it is no clause.
        relative: the "who" or "which" by which the speaker is called here.
    """

    name: str
    word: Token
    cue: tuple[Token, ...]
    speaker: Token | None
    clause: Token | None
    runs: tuple[tuple[Token, ...], ...] = ()
    relative: Token | None = None

    @property
    def width(self) -> int:
        """How many tokens the content has, as the parse cuts it."""
        if self.runs:
            return sum(map(len, self.runs))
        return self.clause.right_edge.i - self.clause.left_edge.i + 1 if self.clause else 0

    @property
    def states(self) -> bool:
        """Whether the content is a clause, which can be true or false; else it is a phrase."""
        return self.clause is not None and self.clause.pos_ in {"VERB", "AUX"}

    def pieces(self, passage: Passage, reading: Reading) -> list[Span]:
        """The content as exact spans, in text order."""
        if self.runs:
            return [s for run in self.runs if (s := tidy(passage, run, reading)) is not None]
        return clause_pieces(passage, self.clause, reading) if self.clause is not None else []


@dataclass(frozen=True, slots=True)
class _Complement:
    """What stands below a word and might be reported."""

    name: str
    clause: Token | None
    run: tuple[Token, ...] = ()

    def of(self, prefix: str, word: Token, speaker: Token | None, *beside: Token) -> Frame:
        cue = tuple(sorted((word, *beside), key=lambda t: t.i))
        runs = (self.run,) if self.run else ()
        return Frame(prefix + self.name, word, cue, speaker, self.clause, runs)


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
    for below in (*_complements(verb), *_objects(verb)):
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


def _complements(word: Token) -> Iterator[_Complement]:
    """The clauses and the prepositional phrases after a verb, a noun or an adjective."""
    for child in word.children:
        if child.i <= word.i:
            continue
        if child.dep_ in _CLAUSES:
            name = _clause_name(word, child)
            if name is not None:
                yield _Complement(name, child)
        elif child.dep_ in {"prep", "agent"}:
            run = tuple(t for t in child.subtree if t != child)
            if run:
                yield _Complement(child.lower_, next(iter(child.children), None), run)


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


def infinitive(clause: Token) -> bool:
    """Whether the clause is a "to ..."."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)


def _objects(verb: Token) -> Iterator[_Complement]:
    """The object: alone, with what is said of it, and with what it is to do."""
    after = [c for c in verb.children if c.i > verb.i]
    whom = next((c for c in after if c.dep_ in _WHOM), None)
    to = next((c for c in after if c.dep_ in {"xcomp", "ccomp"} and infinitive(c)), None)
    if whom is not None and to is not None and whom.i < to.i:
        first = whom.i + 1 if whom.dep_ == "prep" else whom.left_edge.i
        run = verb.doc[max(first, verb.i + 1) : to.right_edge.i + 1]
        yield _Complement("whom to", to, tuple(run))
    thing = next((c for c in after if c.dep_ == "dobj"), None)
    if thing is None:
        return
    first, last = thing.left_edge.i, thing.right_edge.i
    extra = next((c for c in after if c.i > thing.i and c.dep_ in _DESCRIBING), None)
    if extra is not None and extra.left_edge.i <= last + 1:
        kind = extra.lower_ if extra.dep_ == "prep" else extra.dep_
        run = verb.doc[first : extra.right_edge.i + 1]
        yield _Complement(f"object {kind}", extra, tuple(run))
    yield _Complement("object", None, tuple(verb.doc[first : last + 1]))


def _passive(verb: Token) -> Iterator[Frame]:
    subject = child_of(verb, "nsubjpass") or subject_of(verb)
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children), None)
    before = tuple(subject.subtree) if subject is not None and subject.i < verb.i else ()
    for below in _complements(verb):
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
    for below in _complements(word):
        yield below.of("", word, subject, verb)


def _noun(noun: Token) -> Iterator[Frame]:
    """A noun that names what is said: its owner, its author, or who has, makes or hears it."""
    owner, author = child_of(noun, "poss"), _author(noun)
    holder = _holder(noun)
    for below in _complements(noun):
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


def _shared(noun: Token, holder: Token, below: _Complement) -> Frame:
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
