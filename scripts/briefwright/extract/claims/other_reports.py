"""Reports without a verb that reports: "according to", "reportedly", and what documents say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefwright.extract.claims.report import Report
from briefwright.extract.clauses import tidy
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import SUBJECTS, child_of, subject_of
from briefwright.extract.tables import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COORDINATIONS = {"and", "but"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}


def according_to(passage: Passage, token: Token, reading: Reading) -> Report | None:
    """What stands in the sentence of "according to": after it when it leads, else before it."""
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(passage.doc) and passage.doc[token.i + 1].lower_ == "to":
        to = passage.doc[token.i + 1]
    source = child_of(to, "pobj") if to is not None else None
    if to is None or source is None:
        return None
    sentence = token.sent
    last = _end_of_source(token, to)
    before = [t for t in sentence if t.i < token.i]
    closed = next((t.i for t in sentence if t.i > last and t.text == ";"), sentence.end)
    after = [t for t in sentence if last < t.i < closed]
    if _parts(before, after):
        chosen = [before, after]
    else:
        chosen = [after if _leads(before, after) else before]
    spans = [tidy(passage, part, reading) for part in chosen if part]
    head = token.head if token.head.pos_ in {"VERB", "AUX"} else sentence.root
    return Report(passage, [token, to], source, [s for s in spans if s is not None], [head])


def _end_of_source(token: Token, to: Token) -> int:
    """The index of the last word of who is meant: of "According to Berg, sale and lease of land
    was legal" the parse may take the subject for one more of them.
    """
    last = max(to.i, token.i, *(t.i for t in token.subtree))
    comma = next((t.i for t in token.doc[to.i : last + 1] if t.text == ","), None)
    after = token.doc[last + 1 : last + 2]
    torn = (
        bool(after)
        and after[0].tag_ in _FINITE
        and not any(c.dep_ in SUBJECTS and c.i > last for c in after[0].children)
    )
    return comma if comma is not None and torn else last


def _parts(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether the phrase parts a subject from its verb: "Five, according to police, were hurt"."""
    verbs = {t.i for t in after}
    subjects = [t for t in before if t.dep_ in SUBJECTS and t.head.i in verbs]
    return bool(subjects) and not _finite(before) and _finite(after)


def _finite(words_: Sequence[Token]) -> bool:
    return any(t.tag_ in _FINITE for t in words_)


def _leads(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether nothing is stated before the phrase, or an "and" that opens a new clause."""
    if not any(t.is_alpha for t in before):
        return True
    if before[-1].text == "," and not _finite(before) and _finite(after):
        return True  # "Since their discovery, according to the academy, ..."
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


def quotes_somebody(verb: Token) -> bool:
    """Whether the verb only passes on what another says: "quoted Berg as saying"."""
    return any(quoted_person(t) is not None for c in verb.children for t in c.children)


def quoted_person(verb: Token) -> Token | None:
    """Who says what somebody "quoted her as saying"; she, too, in "she was quoted as saying"."""
    as_ = verb.head
    if verb.dep_ != "pcomp" or as_.lower_ != "as" or as_.head.lemma_ not in {"quote", "cite"}:
        return None
    return child_of(as_.head, "nsubjpass", "dobj")
