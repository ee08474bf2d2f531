"""When and why: the time on a move's own verb, and the cause where the text states it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from briefwright.extract.clauses import tidy
from briefwright.extract.market.draft import Draft
from briefwright.extract.reading import Reading
from briefwright.extract.tables import table
from briefwright.model import DateExpression, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def date_of(draft: Draft, dates: Sequence[DateExpression]) -> DateExpression | None:
    """The time that hangs on the move's own verb."""
    verb = draft.move.verb
    for child in verb.children:
        inside = list(child.subtree) if child.dep_ in {"prep", "npadvmod", "advmod", "tmod"} else []
        if child.dep_ == "prep" and child.lower_ not in {"on", "in", "by", "during", "late"}:
            continue
        if len(inside) > 6:  # noqa: PLR2004 - a long phrase holds more than a time
            continue
        for date in dates:
            if (
                date.type in {"DATE", "TIME"}
                and inside
                and (draft.passage.span(inside).contains(date.at))
            ):
                return date
    return None


def cause_of(draft: Draft, reading: Reading) -> Span | None:
    """The stated reason: "after ...", "amid ...", "as ...", right on the move's verb."""
    verb, passage = draft.move.verb, draft.passage
    causes = table("market")["causes"]
    around = [*verb.children, *(c for t in draft.move.cue if t != verb for c in t.children)]
    for child in around:
        word = child.lower_
        closed_for = word == "for" and draft.move.direction == "closed"
        if child.dep_ == "prep" and (closed_for or word in causes) and word not in {"over", "as"}:
            target = _through(child)
            if target is None or (word in {"on", "since"} and _is_time(target)):
                continue
            pieces = [s for s in [tidy(passage, list(target.subtree), reading)] if s]
            if pieces and not pieces[0].overlaps(draft.traded.instrument.at):
                return pieces[0]
        if child.dep_ == "advcl" and any(
            m.dep_ == "mark" and m.lower_ in {"as", "after", "because", "since"}
            for m in child.children
        ):
            tokens = [t for t in child.subtree if t.dep_ != "mark" or t.head != child]
            if tokens and tokens[0].pos_ == "AUX":
                continue  # "as were markets in ...": a comparison
            span = tidy(passage, list(takewhile(lambda t: t.text != ";", tokens)), reading)
            if span is not None and not span.overlaps(draft.traded.instrument.at):
                return span
    return None


def _through(preposition: Token) -> Token | None:
    """The cause's head, also after "due to" and "because of"."""
    for child in preposition.children:
        if child.dep_ in {"pobj", "pcomp"}:
            return child
        if child.dep_ == "prep":
            return _through(child)
    return None


def _is_time(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"}
