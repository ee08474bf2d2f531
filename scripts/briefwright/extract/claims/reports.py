"""Every report of a passage, in the order of its reporting words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.claims.beside import describes, noun_before, reporting_verbs
from briefwright.extract.claims.frames import acted_content, framed_content
from briefwright.extract.claims.other_reports import (
    according_to,
    adverb_report,
    noun_report,
    passive_report,
    through_document,
)
from briefwright.extract.claims.quoted import masks_of, speaker_after
from briefwright.extract.claims.report import Content, Report
from briefwright.extract.clauses import clause_pieces
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import SUBJECTS, child_of, inverted_subject, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = {"ccomp", "parataxis"}
_CLAUSE_HEADS = {"VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "NUM"}
_QUESTION_WORDS = {"WDT", "WP", "WRB"}
# Beside a quotation, a clause of fewer words is a torn rest of the frame.
_MIN_WORDS_BESIDE = 3


def find_reports(passage: Passage, reading: Reading) -> Iterator[Report]:
    """All reports of a passage, in the order of their reporting words."""
    for token in passage.doc:
        report = _report(passage, token, reading)
        if report is not None and report.pieces:
            yield report


def _report(passage: Passage, token: Token, reading: Reading) -> Report | None:
    if token.lower_ == "according":
        return according_to(passage, token, reading)
    if token.pos_ in {"VERB", "AUX"}:
        return _verb(passage, token, reading)
    if token.pos_ in {"NOUN", "PROPN"}:
        return noun_report(passage, token, reading)
    if token.lower_ in words("reporting", "adverbs"):
        return adverb_report(passage, token, reading)
    return None


def _verb(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    lemma = verb.lemma_.lower()
    if describes(verb):
        return None
    if child_of(verb, "auxpass") is not None:
        passive = lemma in words("reporting", "passive")
        return passive_report(passage, verb, reading) if passive else None
    if lemma not in reporting_verbs():
        content, actor = acted_content(passage, verb, reading), subject_of(verb)
        return Report(passage, [verb], actor, *content) if content.pieces and actor else None
    masks = masks_of(passage, verb, reading.text)
    content = _said(passage, verb, masks, reading)
    if not content.pieces:
        content = framed_content(passage, verb, reading)
    if not content.pieces:
        return None
    subject = speaker_after(passage, verb, masks, reading.text) or subject_of(verb)
    if subject is None and (inverted := inverted_subject(verb)) is not None:
        subject = noun_before(verb) or inverted
    if subject is None and not masks:
        return None
    report = Report(passage, _cue_tokens(verb), subject, sorted(set(content.pieces)), content.heads)
    through_document(report)
    return report


def _said(passage: Passage, verb: Token, masks: list[Token], reading: Reading) -> Content:
    """The quotations that the verb introduces and the clause below it."""
    quoted = [passage.masks[m.i] for m in masks]
    pieces = [q.inner for q in quoted]
    heads = [s.root for q in quoted for p in reading.inside(q) for s in list(p.doc.sents)[:1]]
    clause = next(
        (c for c in verb.children if c.dep_ in _CLAUSE and c.i not in passage.masks), None
    )
    if clause is None or not _reportable(verb, clause):
        return Content(pieces, heads)
    beside = clause_pieces(passage, clause, reading)
    if masks:
        # `She said that "...," and ...`: the clause beside a quotation belongs to it.
        beside = [
            piece
            for piece in beside
            if not any(piece.overlaps(q.inner) for q in quoted)
            and len(piece.of(reading.text).split()) >= _MIN_WORDS_BESIDE
        ]
    return Content([*pieces, *beside], [*heads, clause])


def _reportable(verb: Token, clause: Token) -> bool:
    """Whether the verb with this clause states something."""
    lemma = verb.lemma_.lower()
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    if lemma in words("reporting", "asking") or marks & {"whether", "if"}:
        return False
    first = clause.left_edge
    question = first.tag_ in _QUESTION_WORDS and first.i > verb.i
    marked = "that" in marks
    if lemma in words("reporting", "quote_only"):
        return marked and not question
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children):
        takes = lemma in words("reporting", "infinitive") | {"expect", "believe"}
        return takes and child_of(clause, "nsubj") is not None
    states = child_of(clause, *SUBJECTS, "csubj", "expl") is not None
    relative = verb.dep_ == "relcl" and clause.i > verb.i
    return not question and (marked or states or relative) and clause.pos_ in _CLAUSE_HEADS


def _cue_tokens(verb: Token) -> list[Token]:
    """The verb with its particle and its negation ("pointed out", "does not deny")."""
    particle = [c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1]
    negation = next((c for c in verb.children if c.dep_ == "neg" and c.i == verb.i - 1), None)
    if negation is None:
        return [verb, *particle]
    auxiliary = [c for c in verb.children if c.dep_ == "aux" and c.i == negation.i - 1]
    return [*auxiliary[:1], negation, verb, *particle]
