"""When and why: the time on a move's own verb, and the cause where the text states it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from briefwright.extract.clauses import tidy
from briefwright.extract.market.draft import Draft
from briefwright.extract.market.move import Move, directions, listed
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table
from briefwright.model import DateExpression, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


_TIME_RELATIONS = {"npadvmod", "advmod", "tmod", "poss"}
_TIME_PREPOSITIONS = {"on", "in", "by", "during", "late"}
_LONGEST_TIME = 6  # words: a longer phrase holds more than a time
# Conjunctions of clauses that give a reason.
_REASONS = {"as", "after", "because"}
_PLACES = {"DATE", "TIME", "GPE", "LOC", "ORG", "FAC"}


def date_of(draft: Draft, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The time that hangs on the move's own word, or else on its verb."""
    points = [d for d in dates if d.type in {"DATE", "TIME"}]
    for child in (c for word in _holders(draft.move) for c in word.children):
        timed = child.dep_ == "prep" and child.lower_ in _TIME_PREPOSITIONS
        if not timed and child.dep_ not in _TIME_RELATIONS:
            continue
        phrase = list(child.subtree)
        if any(t.lower_ == "since" for t in phrase):
            continue  # "its worst day since June" compares
        extent = draft.passage.span(phrase)
        found = next((d for d in points if extent.contains(d.at)), None)
        if found is not None and len(phrase) <= _LONGEST_TIME:
            return found
    return None


def _holders(move: Move) -> list[Token]:
    """The words on which a move's time and cause hang: its own, then its verb.

    Under a noun's verb stand another happening's: "the slide ended a boom on Monday".
    """
    own = [t for t in move.cue if t != move.verb]
    settings = listed("noun_carriers") | listed("noun_settings")
    if move.cue[0].pos_ == "NOUN" and move.verb.lemma_ not in settings:
        return own
    return [*own, move.verb]


def cause_of(draft: Draft, reading: Reading) -> Span | None:
    """The stated reason: "after ...", "amid ...", "as ...", right on the move's verb."""
    for child in (c for word in reversed(_holders(draft.move)) for c in word.children):
        tokens = _reason_phrase(child, draft.move.direction) or _reason_clause(child)
        span = tidy(draft.passage, tokens, reading) if tokens else None
        if span is not None and not span.overlaps(draft.traded.instrument.at):
            return span
    return None


def _reason_phrase(child: Token, direction: str | None) -> list[Token]:
    """The object of "after", "amid", "due to"; of "for" where a market is closed."""
    word = child.lower_
    causal = word in table("market")["causes"] or (word == "for" and direction == "closed")
    if child.dep_ != "prep" or not causal:
        return []
    target = _through(child)
    if target is None or target.lemma_.lower() in listed("no_causes"):
        return []
    if any(c.lower_ in table("market")["peaks"] for c in target.children):
        return []
    if word == "on" and target.ent_type_ in _PLACES:
        return []
    if target.pos_ in {"VERB", "AUX"} and _moves_itself(target):
        return []
    return list(target.subtree)


def _moves_itself(verb: Token) -> bool:
    """Whether it only tells an earlier move: "rose after falling to 98"."""
    lemma = verb.lemma_.lower()
    known = listed("quoting_verbs") | listed("plain_verbs")
    return lemma in known or lemma in directions("verbs")


def _through(preposition: Token) -> Token | None:
    """The cause's head, also after "due to" and "because of"."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"} and child.pos_ != "ADP":
            return child
        if child.dep_ == "prep":
            return _through(child)
    return None


def _reason_clause(child: Token) -> list[Token]:
    """The clause after "as" or "because"; "as were markets in ..." only compares."""
    marks = {m.lower_ for m in child.children if m.dep_ == "mark"}
    if child.dep_ != "advcl" or not marks & _REASONS:
        return []
    tokens = [t for t in child.subtree if t.dep_ != "mark" or t.head != child]
    if tokens and tokens[0].pos_ == "AUX":
        return []
    if _moves_itself(child) and any(c.lower_ in {"it", "they"} for c in child.children):
        return []
    return list(takewhile(lambda t: t.text != ";", tokens))
