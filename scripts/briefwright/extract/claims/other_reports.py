"""Reports without a reporting verb of their own: nouns, "according to", "reportedly", passives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.report import Report
from briefwright.extract.clauses import clause_pieces, tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def passive_report(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    """As in "Eels are thought to be in decline": a statement that nobody signs."""
    clause = next((c for c in verb.children if c.dep_ == "xcomp"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if clause is None or subject is None or verb.dep_ in {"relcl", "acl"}:
        return None
    agent = next((g for c in verb.children if c.dep_ == "agent" for g in c.children), None)
    pieces = [
        s
        for part in (list(subject.subtree), list(clause.subtree))
        if (s := tidy(passage, part, reading)) is not None
    ]
    return Report(passage, [verb], agent, pieces, [clause], unsure=True)


def noun_report(passage: Passage, noun: Token, reading: Reading) -> Report | None:
    """As in "the bank's claim that ...": a noun with its owner and its clause."""
    if noun.lemma_.lower() not in words("reporting", "nouns"):
        return None
    clause = next(
        (
            c
            for c in noun.children
            if c.dep_ in {"acl", "ccomp", "relcl"}
            and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        ),
        None,
    )
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is None:
        by = next(
            (c for c in noun.children if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "of"}),
            None,
        )
        owner = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if clause is None or owner is None:
        return None
    pieces = clause_pieces(passage, clause, reading)
    return Report(passage, [noun], owner, pieces, [clause])


def according_to(passage: Passage, token: Token, reading: Reading) -> Report | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(passage.doc) and passage.doc[token.i + 1].lower_ == "to":
        to = passage.doc[token.i + 1]
    source = next((c for c in to.children if c.dep_ == "pobj"), None) if to is not None else None
    if to is None or source is None:
        return None
    sentence = token.sent
    phrase = {t.i for t in token.subtree} | {token.i, to.i}
    before = [t for t in sentence if t.i < token.i]
    after = [t for t in sentence if t.i > max(phrase)]
    leads = not any(t.is_alpha for t in before) or (
        before[-1].lower_ == "," and len(before) > 1 and (before[-2].lower_ in {"and", "but"})
    )
    chosen = after if leads or (before and before[-1].lower_ in {"and", "but"}) else before
    span = tidy(passage, chosen, reading) if chosen else None
    head = token.head if token.head.pos_ in {"VERB", "AUX"} else sentence.root
    return Report(passage, [token, to], source, [span] if span else [], [head])


def adverb_report(passage: Passage, token: Token, reading: Reading) -> Report | None:
    verb = token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    children = [
        c
        for c in verb.children
        if c != token
        and c.dep_ not in {"advcl", "conj", "cc"}
        and not (c.dep_ == "punct" and c.i < token.i)
    ]
    tokens = sorted({t for c in children for t in c.subtree} | {verb}, key=lambda t: t.i)
    before = [t for t in tokens if t.i < token.i]
    after = [t for t in tokens if t.i > token.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return Report(passage, [token], None, pieces, [verb], unsure=True)


def through_document(report: Report) -> None:
    """A document that somebody cites: the citing person speaks, one report deeper."""
    noun = report.speaker
    cue = report.verb
    if noun is None or cue.dep_ not in {"acl", "relcl"} or cue.head != noun:
        return
    if noun.lemma_.lower() not in words("reporting", "documents"):
        return
    node = noun.head
    if node.dep_ == "prep":
        node = node.head
    if node.lemma_.lower() in words("reporting", "citing") and node.pos_ == "VERB":
        citing = subject_of(node)
        if citing is not None:
            report.speaker, report.depth = citing, 2
