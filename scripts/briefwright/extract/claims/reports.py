"""Every report of a passage, in the order of its reporting words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefwright.extract.claims.beside import describes, noun_before, reporting_verbs
from briefwright.extract.claims.frame import Frame
from briefwright.extract.claims.frames import frames_of
from briefwright.extract.claims.likelihood import likelihood
from briefwright.extract.claims.other_reports import (
    according_to,
    adverb_report,
    quoted_person,
    quotes_somebody,
    through_document,
)
from briefwright.extract.claims.quoted import masks_of, quoted_content, speaker_after
from briefwright.extract.claims.report import Content, Report
from briefwright.extract.claims.sense import is_unsaid, says
from briefwright.extract.clauses import clause_pieces
from briefwright.extract.placed import Placed
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import SUBJECTS, child_of, infinitive, inverted_subject, subject_of
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_CLAUSE = {"ccomp", "parataxis"}
_CLAUSE_HEADS = {"VERB", "AUX", "NOUN", "ADJ", "PROPN", "PRON", "NUM"}
_QUESTION_WORDS = {"WDT", "WP", "WRB"}
# From this probability on a word is taken to report its frame's content. A phrase needs more than a
# clause, since it states nothing that could be true or false. Chosen by the scores on PolNeAR
# and on the golden articles (benchmarks/README.md).
LIKELY, LIKELY_PHRASE = 0.4, 0.7
# Frames in which the listed words report without more evidence, and their lists.
_LISTS = {
    "passive all to": "passive",
    "to": "infinitive",
    "whom to": "directing",
    "for": "calling",
    "owner's that": "nouns",
    "author's that": "nouns",
}
# Beside a quotation, a clause of fewer words is a torn rest of the frame.
_MIN_WORDS_BESIDE = 3


def find_reports(
    passage: Passage, reading: Reading, *, attitudes: bool = False
) -> Iterator[Report]:
    """All reports of a passage, in the order of their reporting words.

    A phrase that holds a report itself is none: in "She questioned the bank's claim that ..." what
    is claimed is the clause.
    """
    made = (_report(passage, token, reading, attitudes=attitudes) for token in passage.doc)
    found = [report for report in made if report is not None and report.pieces]
    cues = Placed([passage.span(report.cue) for report in found], lambda span: span)
    for report in found:
        if report.states or not _holds_another(report, cues):
            yield report


def _holds_another(report: Report, cues: Placed[Span]) -> bool:
    """Whether a phrase holds another report, or its reporting word is part of another's."""
    own = report.passage.span(report.cue)
    wider = any(cue != own and cue.contains(own) for cue in cues.overlapping(own))
    return wider or any(cues.inside(piece) for piece in report.pieces)


def _report(passage: Passage, token: Token, reading: Reading, *, attitudes: bool) -> Report | None:
    if token.lower_ == "according":
        return according_to(passage, token, reading)
    if token.lower_ in words("reporting", "adverbs"):
        return adverb_report(passage, token, reading)
    if token.pos_ in {"VERB", "AUX"} and (describes(token) or quotes_somebody(token)):
        return None
    if token.pos_ in {"VERB", "AUX"} and child_of(token, "auxpass") is None:
        quoting = _quoting(passage, token, reading)
        if quoting is not None:
            return quoting
    return _framed(passage, token, reading, attitudes=attitudes)


def _quoting(passage: Passage, verb: Token, reading: Reading) -> Report | None:
    """A verb with a quotation, or with a clause of its own around or inside a quotation."""
    if verb.lemma_.lower() not in reporting_verbs() or is_unsaid(verb):
        return None
    masks = masks_of(passage, verb, reading.text)
    content = _said(passage, verb, masks, reading)
    if not content.pieces:
        content = quoted_content(passage, verb, reading)
    if not content.pieces:
        return None
    subject = speaker_after(passage, verb, masks, reading.text)
    subject = subject or quoted_person(verb) or subject_of(verb)
    if subject is None and (inverted := inverted_subject(verb)) is not None:
        subject = noun_before(verb) or inverted
    if subject is None and not masks:
        return None
    report = Report(passage, _cue_tokens(verb), subject, sorted(set(content.pieces)), content.heads)
    through_document(report)
    return report


def _framed(passage: Passage, word: Token, reading: Reading, *, attitudes: bool) -> Report | None:
    """The likeliest frame of a word outside quotations, when it is likely enough."""
    if passage.quotation is not None or word.i in passage.masks:
        return None
    frames = (f for f in frames_of(word) if not _asserts_nothing(f) and (attitudes or says(f)))
    weighed = [(_listed(frame), likelihood(frame), frame) for frame in frames]
    likely = [one for one in weighed if one[0] or one[1] >= _least(one[2])]
    for _, _, frame in sorted(likely, key=lambda one: one[:2], reverse=True):
        report = framed_report(passage, frame, reading)
        if report.pieces:
            through_document(report)
            return report
    return None


def _least(frame: Frame) -> float:
    return LIKELY if frame.states else LIKELY_PHRASE


def _asserts_nothing(frame: Frame) -> bool:
    """Whether it only puts a question, says that nothing is said, or disbelieves."""
    lemma = frame.word.lemma_.lower()
    if lemma in words("reporting", "silent") or lemma in words("reporting", "disbelieving"):
        return True
    if frame.name != "wh" or frame.clause is None:
        return False
    marks = {c.lower_ for c in frame.clause.children if c.dep_ == "mark"}
    return lemma in words("reporting", "asking") or bool(marks & {"whether", "if"})


def _listed(frame: Frame) -> bool:
    """Whether the word is listed as one that always reports in this frame."""
    lemma, name = frame.word.lemma_.lower(), frame.name
    if name.startswith("subject's "):
        light = frame.word.head.lemma_.lower() in words("reporting", "light_verbs")
        return light and lemma in words("reporting", "stance_nouns")
    if name == "passive all to" and frame.word.dep_ in {"relcl", "acl"}:
        return False
    return name in _LISTS and lemma in words("reporting", _LISTS[name])


def framed_report(passage: Passage, frame: Frame, reading: Reading) -> Report:
    """What a frame reports; without pieces where nothing is left of its content."""
    verb = frame.word.pos_ in {"VERB", "AUX"} and len(frame.cue) == 1
    return Report(
        passage,
        _cue_tokens(frame.word) if verb else list(frame.cue),
        frame.speaker,
        frame.pieces(passage, reading),
        [frame.clause] if frame.clause is not None else [],
        unsure=frame.speaker is None and frame.word.pos_ in {"VERB", "AUX"},
        states=frame.states,
    )


def _said(passage: Passage, verb: Token, masks: list[Token], reading: Reading) -> Content:
    """The quotations that the verb introduces and the clause below it."""
    quoted = [passage.masks[m.i] for m in masks]
    pieces = [q.inner for q in quoted]
    heads = [s.root for q in quoted for p in reading.inside(q) for s in list(p.doc.sents)[:1]]
    below = (c for c in verb.children if c.dep_ in _CLAUSE and c.i not in passage.masks)
    clause = next((c for c in below if not _apart(verb, c)), None)
    if clause is None or not _reportable(verb, clause):
        return Content(pieces, heads)
    beside = [*clause_pieces(passage, clause, reading), *_and_that(passage, clause, reading)]
    if masks:
        # `She said that "...," and ...`: the clause beside a quotation belongs to it.
        beside = [
            piece
            for piece in beside
            if not any(piece.overlaps(q.inner) for q in quoted)
            and len(piece.of(reading.text).split()) >= _MIN_WORDS_BESIDE
        ]
    return Content([*pieces, *beside], [*heads, clause])


def _and_that(passage: Passage, clause: Token, reading: Reading) -> list[Span]:
    """What a second "and that ..." adds which the parse hangs on the reporting verb."""
    doc, at = clause.doc, clause.right_edge.i + 1
    while at < len(doc) and doc[at].lower_ in {",", "and", "but"}:
        at += 1
    if at >= len(doc) or at == clause.right_edge.i + 1 or doc[at].lower_ != "that":
        return []
    second = doc[at].head
    return clause_pieces(passage, second, reading) if doc[at].dep_ == "mark" else []


def _apart(verb: Token, clause: Token) -> bool:
    """Whether a semicolon parts them: "the bank was shut; the Post reported that it failed"."""
    return any(t.text == ";" for t in verb.doc[clause.i : verb.i])


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
    if infinitive(clause):
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
