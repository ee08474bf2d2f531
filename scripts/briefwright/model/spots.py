"""The spans that stand for a fact."""

from __future__ import annotations

from briefwright.model.facts import Claim, Entity, Fact, Skeptic
from briefwright.model.span import Quote, Span


def main_span(fact: Fact) -> Span:
    """The span that stands for the fact: where its evidence link leads."""
    return main_spans(fact)[0]


def main_spans(fact: Fact) -> tuple[Span, ...]:
    """The spans that stand for the fact; the first one carries its id."""
    if isinstance(fact, Entity):
        return fact.mentions
    if isinstance(fact, Claim):
        return tuple(piece.at for piece in fact.content)
    if isinstance(fact, Skeptic):
        return (fact.cue.at,)
    if isinstance(fact, Quote):
        return (fact.at,)
    raise TypeError(f"no main span for {type(fact).__name__}")
