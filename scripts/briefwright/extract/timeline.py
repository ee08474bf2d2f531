"""Timeline: the clause that each time expression belongs to, and whether it is past or to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from briefwright.extract.clauses import tidy
from briefwright.extract.dates.timex import first_day
from briefwright.extract.entities.coreference import Mentions
from briefwright.extract.pieces import DATELINE
from briefwright.extract.reading import Passage, Reading
from briefwright.extract.syntax import phrase_tokens
from briefwright.extract.tables import words
from briefwright.extract.tense import tense_of
from briefwright.model import DateExpression, Span, TimelineEvent, content_id

if TYPE_CHECKING:
    from spacy.tokens import Token

# Children of a verb that are clauses of their own.
_OTHER_CLAUSES = {"advcl", "ccomp", "conj", "cc", "parataxis", "dep", "preconj", "relcl"}
_HYPOTHETICAL = {"would", "could", "may", "might", "should", "can"}
_WITHIN = re.compile(r"\b(?:within|in|after)\s+(?:just|only|about|less than)?\s*$", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|than|from|like|versus|against)\s+(?:the\s+)?$", re.IGNORECASE)
_SUPERLATIVE = re.compile(
    r"\b(?:lowest|highest|worst|best|first|biggest|largest|weakest|strongest|"
    r"seen|most|fastest|record)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:against|from|compared with|versus|than|up on)\b[^.;,]{0,40}$")


def find_timeline(
    reading: Reading, mentions: Mentions, dates: Sequence[DateExpression]
) -> tuple[TimelineEvent, ...]:
    """An event for each date that tells when something happened or is to happen."""
    events: dict[Span, TimelineEvent] = {}
    for date in dates:
        if not _tells_when(date, reading):
            continue
        passage = reading.passage_at(date.at)
        if passage is None:
            continue
        event = _event(passage, passage.tokens_in(date.at), date, reading, mentions)
        if event is not None:
            events.setdefault(event.at, event)
    return tuple(sorted(events.values(), key=lambda e: e.at))


def _tells_when(date: DateExpression, reading: Reading) -> bool:
    before = reading.text[max(0, date.at.start - 60) : date.at.start]
    if date.type == "SET" or (date.quote.lower() == "today" and reading.quoted(date.at)):
        return False
    if date.type == "DURATION":
        return bool(_WITHIN.search(before))
    block = reading.article.block_at(date.at)
    if block is not None:
        dateline = DATELINE.match(reading.text, block.span.start, block.span.end)
        if dateline and date.at.end <= dateline.end():
            return False
    if date.quote.endswith(("earlier", "before", "ago")) and _COMPARED.search(before):
        return False
    return not (_SINCE.search(before) and _SUPERLATIVE.search(before))


def _event(
    passage: Passage,
    tokens: Sequence[Token],
    date: DateExpression,
    reading: Reading,
    mentions: Mentions,
) -> TimelineEvent | None:
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside), tokens[-1])
    chosen, verb = _clause(head)
    span = tidy(passage, chosen, reading) if chosen else None
    if span is None or not span.overlaps(date.at) or len(span.of(reading.text).split()) < 3:  # noqa: PLR2004
        return None
    return TimelineEvent(
        id=content_id("t", reading.article.sha256, [span, date.at]),
        quote=span.of(reading.text),
        at=span,
        date=date.id,
        status=_status(head, verb, date, reading),
        entities=tuple(e.id for e in mentions.inside(span)),
    )


def _clause(head: Token) -> tuple[list[Token], Token | None]:
    """The tokens of the event that a time's head belongs to, and its verb when it has one."""
    if head.dep_ == "poss" or (
        head.dep_ in {"compound", "nmod", "amod", "nummod"} and head.head.pos_ == "NOUN"
    ):
        noun = head.head
        happens = noun.lemma_.lower() in words("dates", "event_nouns") or noun.lemma_.endswith(
            ("tion", "sion", "ment", "ing")
        )
        return (list(phrase_tokens(noun)) if happens else []), None
    node = head.head if head.head != head else head
    if node.pos_ == "ADP" or node.dep_ == "prep":
        node = node.head
    while node.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "ADV", "ADP"} and node.head != node:
        if (
            node.pos_ == "NOUN"
            and node.dep_ not in {"pobj", "compound", "nmod", "npadvmod", "appos"}
            and (node.dep_ not in {"nsubj", "nsubjpass"} and head.i > node.i)
        ):
            return _noun_clause(node, head), None
        node = node.head
    while node.dep_ in {"xcomp", "aux", "auxpass"} or (
        node.dep_ == "acl" and node.head.pos_ in {"VERB", "AUX"}
    ):
        node = node.head
    if node.dep_ == "acl":
        start = node.head.left_edge.i
        return list(node.doc[start : node.right_edge.i + 1]), node
    return _verb_clause(node, head), node


def _noun_clause(noun: Token, head: Token) -> list[Token]:
    first = phrase_tokens(noun)[0].i
    last = max(head.right_edge.i, head.i)
    verb = noun.head
    if verb.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "attr", "oprd"}:
        return _verb_clause(verb, head)
    return list(noun.doc[first : last + 1])


def _verb_clause(verb: Token, head: Token) -> list[Token]:
    """The verb with its subject, objects and adverbials, but no other clause."""
    keep: set[int] = {verb.i}
    for child in verb.children:
        subtree = [t.i for t in child.subtree]
        absolute = child.lower_ == "with" and verb.doc[child.i - 1].text == ","
        own = child.dep_ not in _OTHER_CLAUSES | {"punct"} and not absolute
        if head.i in subtree or own:
            keep.update(subtree)
    first, last = min(keep), max(keep)
    clause = list(verb.doc[first : last + 1])
    for earlier, later in pairwise(clause):
        if earlier.text == "," and later.lower_ == "with" and later.i > max(head.i, verb.i):
            return clause[: earlier.i - first]
    return clause


def _status(head: Token, verb: Token | None, date: DateExpression, reading: Reading) -> str:
    published = reading.article.published
    day = first_day(date.value) if date.value else None
    later = bool(published and day and day.isoformat() > published)
    node = verb if verb is not None else head
    auxiliaries = {c.lower_ for c in node.children if c.dep_ == "aux"}
    conditional = any(
        c.dep_ == "mark" and c.lower_ in {"if", "unless", "whether"} for c in node.children
    )
    if conditional or auxiliaries & _HYPOTHETICAL:
        return "hypothetical"
    tense = tense_of(node)
    if any(t.lower_ in {"likely", "unlikely"} for t in [head, *head.ancestors]):
        return "hypothetical"
    if any(
        t.lemma_.lower() in words("dates", "forecast_verbs")
        for t in [node, *node.ancestors]
        if t.tag_ in {"VBZ", "VBP"}
    ):
        return "hypothetical"
    if tense == "future" and (later or date.basis == "unresolved"):
        return "scheduled"
    if tense == "past" and not later:
        since = any(
            c.lower_ == "since" and head.i in {t.i for t in c.subtree} for c in node.children
        )
        return "ongoing" if since and auxiliaries & {"has", "have", "had"} else "past"
    if later:
        return "scheduled"
    return "ongoing" if tense == "present" and verb is not None and not published else "past"
