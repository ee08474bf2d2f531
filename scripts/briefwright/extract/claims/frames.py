"""The frames of reporting words other than "says that": described as, claims to, expressed hope for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.quoted import next_verb_start
from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def clause_around(
    passage: Passage, verb: Token, reading: Reading
) -> tuple[list[Span], list[Token]]:
    """As in "The deal was close to collapse, two diplomats said, after ...": the clause around it."""
    own = {t.i for t in verb.subtree}
    clause = verb.head
    before = [t for t in clause.subtree if t.i not in own and t.i < verb.i]
    after = [t for t in clause.subtree if t.i not in own and t.i > verb.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return pieces, [clause]


def described(
    passage: Passage, verb: Token, lemma: str, reading: Reading
) -> tuple[list[Span], list[Token]]:
    """As in "described X as ...", "called X ...": the quoted words, or the whole description."""
    if lemma not in words("reporting", "describing"):
        return [], []
    sentence = passage.span(verb.sent)
    end = next_verb_start(passage, verb, sentence)
    region = Span(passage.starts[verb.i], end)
    quoted = [q for q in reading.quotations_at(region) if region.contains(q.inner)]
    if quoted:
        return [quoted[0].inner], []
    phrase = next(
        (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as" and c.i > verb.i), None
    )
    if phrase is None:
        return [], []
    span = tidy(passage, [t for t in phrase.subtree if t != phrase], reading)
    return ([span], []) if span else ([], [])


def infinitive(passage: Passage, verb: Token, reading: Reading) -> tuple[list[Span], list[Token]]:
    clause = next(
        (
            c
            for c in verb.children
            if c.dep_ == "xcomp" and any(a.dep_ == "aux" and a.lower_ == "to" for a in c.children)
        ),
        None,
    )
    if clause is None:
        return [], []
    return clause_pieces(passage, clause, reading), [clause]


def stance(passage: Passage, verb: Token, reading: Reading) -> tuple[list[Span], list[Token]]:
    """As in "expressed confidence in the plan": the noun's complement is what is stated."""
    noun = next(
        (
            c
            for c in verb.children
            if c.dep_ == "dobj" and c.lemma_.lower() in words("reporting", "stance_nouns")
        ),
        None,
    )
    if noun is None:
        return [], []
    complement = next(
        (c for c in noun.children if c.dep_ in {"prep", "acl", "ccomp"} and c.i > noun.i), None
    ) or next((c for c in verb.children if c.dep_ in {"prep", "ccomp"} and c.i > noun.i), None)
    if complement is None:
        return [], []
    span = tidy(passage, list(complement.subtree), reading)
    return ([span], [complement]) if span else ([], [])
