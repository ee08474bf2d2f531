"""Every report of a passage, in the order of its reporting words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.claims.frames import clause_around, described, infinitive, stance
from briefwright.extract.claims.other_reports import (
    according_to,
    adverb_report,
    noun_report,
    passive_report,
    through_document,
)
from briefwright.extract.claims.quoted import masks_of, quoted_object
from briefwright.extract.claims.report import Report
from briefwright.extract.clauses import clause_pieces
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import inverted_subject, subject_of
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


_CLAUSE = {"ccomp", "parataxis"}


def find_reports(passage: Passage, reading: Reading) -> Iterator[Report]:
    """All reports of a passage, in the order of their reporting words."""
    for token in passage.doc:
        report = None
        if token.lower_ == "according":
            report = according_to(passage, token, reading)
        elif token.pos_ in {"VERB", "AUX"}:
            report = _verb(passage, token, reading)
        elif token.pos_ in {"NOUN", "PROPN"}:
            report = noun_report(passage, token, reading)
        elif token.lower_ in words("reporting", "adverbs"):
            report = adverb_report(passage, token, reading)
        if report is not None and report.pieces:
            yield report


def _verb(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    lemma = verb.lemma_.lower()
    speech, thought = words("reporting", "speech"), words("reporting", "thought")
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    if passive:
        return (
            passive_report(passage, verb, reading)
            if lemma in words("reporting", "passive")
            else None
        )
    if lemma in words("reporting", "light_verbs") and lemma not in speech | thought:
        pieces, heads = stance(passage, verb, reading)
        return Report(passage, [verb], subject_of(verb), pieces, heads) if pieces else None
    if lemma not in speech and lemma not in thought:
        return None
    masks = masks_of(passage, verb)
    clause = next(
        (c for c in verb.children if c.dep_ in _CLAUSE and c.i not in passage.masks), None
    )
    if clause is not None and clause.i in {m.i for m in masks}:
        clause = None
    subject = subject_of(verb)
    if clause is not None and not _reportable(verb, clause, lemma):
        clause = None
    pieces: list[Span] = [passage.masks[m.i].inner for m in masks]
    heads: list[Token] = [h for m in masks for h in _inside_heads(passage.masks[m.i], reading)]
    if clause is not None and not masks:
        pieces += clause_pieces(passage, clause, reading)
        heads.append(clause)
    elif clause is not None:
        # `She said that "...," and ...`: the clause beside a quotation belongs to it.
        pieces += [
            p
            for p in clause_pieces(passage, clause, reading)
            if not any(p.overlaps(quoted) for quoted in pieces)
            and len(p.of(reading.text).split()) > 2  # noqa: PLR2004 - less is a torn rest
        ]
        heads.append(clause)
    if not pieces and verb.dep_ == "parataxis" and lemma in speech:
        pieces, heads = clause_around(passage, verb, reading)
    if not pieces:
        pieces, heads = described(passage, verb, lemma, reading)
    if not pieces and lemma in words("reporting", "infinitive"):
        pieces, heads = infinitive(passage, verb, reading)
    if not pieces and lemma in words("reporting", "light_verbs"):
        pieces, heads = stance(passage, verb, reading)
    if not pieces and lemma not in words("reporting", "asking"):
        pieces = quoted_object(passage, verb, reading)
    if subject is None and pieces:
        subject = inverted_subject(verb)
    if not pieces or (subject is None and not masks):
        return None
    cue = _cue_tokens(verb)
    report = Report(passage, cue, subject, sorted(set(pieces)), heads)
    through_document(report)
    return report


def _cue_tokens(verb: Token) -> list[Token]:
    """The verb with its particle and its negation ("pointed out", "does not deny")."""
    tokens = [verb, *(c for c in verb.children if c.dep_ == "prt" and c.i == verb.i + 1)]
    negation = next((c for c in verb.children if c.dep_ == "neg" and c.i == verb.i - 1), None)
    if negation is not None:
        auxiliary = next(
            (c for c in verb.children if c.dep_ == "aux" and c.i == negation.i - 1), None
        )
        tokens = [*([auxiliary] if auxiliary is not None else []), negation, *tokens]
    return tokens


def _inside_heads(quotation: object, reading: Reading) -> list[Token]:
    return [s.root for p in reading.inside(quotation) for s in list(p.doc.sents)[:1]]  # type: ignore[arg-type]


def _reportable(verb: Token, clause: Token, lemma: str) -> bool:
    """Whether the verb with this clause states something."""
    if lemma in words("reporting", "asking"):
        return False
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    question = any(c.lower_ in {"whether", "if"} and c.dep_ == "mark" for c in clause.children)
    if question:
        return False
    wh = clause.doc[clause.left_edge.i].tag_ in {"WDT", "WP", "WRB"} and clause.left_edge.i > verb.i
    if lemma in words("reporting", "quote_only"):
        return marked and not wh
    infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
    if infinitive:
        return lemma in words("reporting", "infinitive") | {"expect", "believe"} and any(
            c.dep_ == "nsubj" for c in clause.children
        )
    imperative = not any(c.dep_ in {"nsubj", "nsubjpass", "csubj", "expl"} for c in clause.children)
    relative = verb.dep_ == "relcl" and clause.i > verb.i
    return (
        not wh
        and (marked or not imperative or relative)
        and clause.pos_
        in {
            "VERB",
            "AUX",
            "NOUN",
            "ADJ",
            "PROPN",
            "PRON",
            "NUM",
        }
    )
