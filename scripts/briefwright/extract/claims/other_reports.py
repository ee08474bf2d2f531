"""Reports without a reporting verb of their own: nouns, "according to", "reportedly", passives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefwright.extract.claims.quoted import next_verb_start, quoted_object
from briefwright.extract.claims.report import NOTHING, Content, Report
from briefwright.extract.clauses import tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import child_of, subject_of
from briefwright.extract.tables import words
from briefwright.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_COORDINATIONS = {"and", "but"}


def quoted_content(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The content of a verb whose quoted words are no sentence of their own."""
    for form in (_clause_around, _described, _quoted):
        content = form(passage, verb, reading)
        if content.pieces:
            return content
    return NOTHING


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
    """The quoted words in "described X as “a blow”", "called X “theatre”"."""
    if verb.lemma_.lower() not in words("reporting", "describing"):
        return NOTHING
    end = next_verb_start(passage, verb, passage.span(verb.sent))
    region = Span(passage.starts[verb.i], end)
    quoted = [q for q in reading.quotations_at(region) if region.contains(q.inner)]
    return Content([quoted[0].inner], []) if quoted else NOTHING


def _quoted(passage: Passage, verb: Token, reading: Reading) -> Content:
    """The quoted words right after the verb ("praised "a bold step"")."""
    if verb.lemma_.lower() in words("reporting", "asking"):
        return NOTHING
    return Content(quoted_object(passage, verb, reading), [])


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
