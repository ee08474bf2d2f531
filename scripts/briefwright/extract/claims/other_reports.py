"""Reports without a verb that reports: "according to", "reportedly", and what documents say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.report import Report
from briefwright.extract.clauses import tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COORDINATIONS = {"and", "but"}


def according_to(passage: Passage, token: Token, reading: Reading) -> Report | None:
    """What stands in the sentence of "according to": after it when it leads, else before it."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(passage.doc) and passage.doc[token.i + 1].lower_ == "to":
        to = passage.doc[token.i + 1]
    source = child_of(to, "pobj") if to is not None else None
    if to is None or source is None:
        return None
    sentence = token.sent
    last = max(to.i, token.i, *(t.i for t in token.subtree))
    before = [t for t in sentence if t.i < token.i]
    after = [t for t in sentence if t.i > last]
    chosen = after if _leads(before) else before
    span = tidy(passage, chosen, reading) if chosen else None
    head = token.head if token.head.pos_ in {"VERB", "AUX"} else sentence.root
    return Report(passage, [token, to], source, [span] if span else [], [head])


def _leads(before: list[Token]) -> bool:
    """Whether nothing is said before the phrase, or an "and" that opens a new clause."""
    if not any(t.is_alpha for t in before):
        return True
    ending = [t.lower_ for t in before[-2:]]
    return ending[-1] in _COORDINATIONS or (ending[-1] == "," and ending[0] in _COORDINATIONS)


def adverb_report(passage: Passage, token: Token, reading: Reading) -> Report | None:
    """The clause that "reportedly" or "allegedly" stands in; nobody is named."""
    verb = token.head.head if token.head.dep_ == "acomp" else token.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    own = [c for c in verb.children if c != token and _is_part(c, token)]
    tokens = sorted({t for c in own for t in c.subtree} | {verb}, key=lambda t: t.i)
    before = [t for t in tokens if t.i < token.i]
    after = [t for t in tokens if t.i > token.i]
    pieces = [s for part in (before, after) if part and (s := tidy(passage, part, reading))]
    return Report(passage, [token], None, pieces, [verb], unsure=True)


def _is_part(child: Token, adverb: Token) -> bool:
    """Whether the verb's child belongs to the clause of the adverb."""
    if child.dep_ in {"advcl", "conj", "cc"}:
        return False
    return child.dep_ != "punct" or child.i > adverb.i


def through_document(report: Report) -> None:
    """For a document that somebody cites, make the citing person the speaker, one report deeper."""
    noun = report.speaker
    cue = report.verb
    if noun is None or cue.dep_ not in {"acl", "relcl"} or cue.head != noun:
        return
    if noun.lemma_.lower() not in words("reporting", "documents"):
        return
    node = noun.head.head if noun.head.dep_ == "prep" else noun.head
    if node.lemma_.lower() in words("reporting", "citing") and node.pos_ == "VERB":
        citing = subject_of(node)
        if citing is not None:
            report.speaker, report.depth = citing, 2
