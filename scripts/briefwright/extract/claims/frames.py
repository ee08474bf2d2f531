"""The frames of reporting words other than "says that": described as, claims to, expressed hope."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefwright.extract.claims.quoted import next_verb_start, quoted_object
from briefwright.extract.claims.report import NOTHING, Content
from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_Frame = Callable[[Passage, "Token", Reading], Content]
# Whoever is addressed, between the verb and what he is to do.
_WHOM = {"dobj", "dative", "prep"}


def framed_content(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The content of a verb without clause or quotation of its own: the first frame that fits."""
    return _first(passage, verb, reading, _clause_around, _described, *_ACTS, _quoted)


def acted_content(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The content of a verb that is no reporting word, but tells what somebody wants."""
    return _first(passage, verb, reading, *_ACTS)


def _first(passage: Passage, verb: Token, reading: Reading, *frames: _Frame) -> Content:
    contents = (frame(passage, verb, reading) for frame in frames)
    return next((content for content in contents if content.pieces), NOTHING)


def _clause_around(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The clause around the words in "The deal was close, two diplomats said, after ..."."""
    if verb.dep_ != "parataxis" or verb.lemma_.lower() not in words("reporting", "speech"):
        return NOTHING
    own = {t.i for t in verb.subtree}
    clause = verb.head
    before = [t for t in clause.subtree if t.i not in own and t.i < verb.i]
    after = [t for t in clause.subtree if t.i not in own and t.i > verb.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return Content(pieces, [clause])


def _described(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The quoted words, or the whole description, in "described X as ...", "called X ..."."""
    if verb.lemma_.lower() not in words("reporting", "describing"):
        return NOTHING
    end = next_verb_start(passage, verb, passage.span(verb.sent))
    region = Span(passage.starts[verb.i], end)
    quoted = [q for q in reading.quotations_at(region) if region.contains(q.inner)]
    if quoted:
        return Content([quoted[0].inner], [])
    phrase = next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None
    )
    if phrase is None:
        return NOTHING
    span = tidy(passage, [t for t in phrase.subtree if t != phrase], reading)
    return Content([span], []) if span else NOTHING


def _infinitive(passage: Passage, verb: Token, reading: Reading) -> Content:
    """What somebody "claims to have developed" or "promised to repay"."""
    if verb.lemma_.lower() not in words("reporting", "infinitive"):
        return NOTHING
    for clause in verb.children:
        if clause.dep_ == "xcomp" and any(
            c.dep_ == "aux" and c.lower_ == "to" for c in clause.children
        ):
            return Content(clause_pieces(passage, clause, reading), [clause])
    return NOTHING


def _directed(passage: Passage, verb: Token, reading: Reading) -> Content:
    """What somebody is to do, in "urged the council to act", "called on the council to act".

    Without anybody addressed it is no claim ("asked not to be named").
    """
    if verb.lemma_.lower() not in words("reporting", "directing"):
        return NOTHING
    to = next((c for c in verb.children if c.i > verb.i and _to_do(c)), None)
    if to is None:
        return NOTHING
    whom = next((c for c in verb.children if verb.i < c.i < to.i and c.dep_ in _WHOM), None)
    if whom is None and to.dep_ != "ccomp":
        return NOTHING
    addressed = whom.subtree if whom is not None else ()
    tokens = [t for t in (*addressed, *to.subtree) if t != whom or t.dep_ != "prep"]
    run = verb.doc[min(t.i for t in tokens) : to.right_edge.i + 1]
    span = tidy(passage, [t for t in run if t.i > verb.i], reading)
    return Content([span], [to]) if span else NOTHING


def _to_do(clause: Token) -> bool:
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
    return to and clause.dep_ in {"xcomp", "ccomp"}


def _called_for(passage: Passage, verb: Token, reading: Reading) -> Content:
    """What somebody "called for"."""
    if verb.lemma_.lower() not in words("reporting", "calling"):
        return NOTHING
    phrase = next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for" and c.i > verb.i), None
    )
    if phrase is None:
        return NOTHING
    span = tidy(passage, [t for t in phrase.subtree if t != phrase], reading)
    return Content([span], [phrase]) if span else NOTHING


def stance(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The noun's complement in "expressed confidence in the plan"."""
    if verb.lemma_.lower() not in words("reporting", "light_verbs"):
        return NOTHING
    nouns = words("reporting", "stance_nouns")
    noun = next((c for c in verb.children if c.dep_ == "dobj" and c.lemma_.lower() in nouns), None)
    if noun is None:
        return NOTHING
    own = [c for c in noun.children if c.dep_ in {"prep", "acl", "ccomp"} and c.i > noun.i]
    verbs = [c for c in verb.children if c.dep_ in {"prep", "ccomp"} and c.i > noun.i]
    complement = next(iter([*own, *verbs]), None)
    if complement is None:
        return NOTHING
    span = tidy(passage, list(complement.subtree), reading)
    return Content([span], [complement]) if span else NOTHING


def _quoted(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The quoted words right after the verb ("praised "a bold step"")."""
    if verb.lemma_.lower() in words("reporting", "asking"):
        return NOTHING
    return Content(quoted_object(passage, verb, reading), [])


_ACTS: tuple[_Frame, ...] = (_infinitive, _directed, _called_for, stance)
