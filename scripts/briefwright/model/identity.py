"""Ids from content: which spans make the id of each kind of fact, and in which order.

The same facts have the same ids, whoever makes them: the engine calls these functions with what it
found, `align` with what a person wrote. An entity's id is a slug of its name instead.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from briefwright.model.span import Span


def date_id(sha256: str, at: Span) -> str:
    """The id of a date expression: its words. `sha256` is the article's, here and below."""
    return content_id("d", sha256, [at])


def figure_id(sha256: str, at: Span) -> str:
    """The id of a figure: its words."""
    return content_id("f", sha256, [at])


def claim_id(sha256: str, cue: Span | None, content: Iterable[Span]) -> str:
    """The id of a claim: the cue if there is one, and the pieces of the content in text order."""
    return content_id("c", sha256, [*_given(cue), *sorted(content)])


def skeptic_id(sha256: str, cue: Span, target: Span, holder: Span | None) -> str:
    """The id of a doubt: its cue, what is doubted, and who doubts if the text says so."""
    return content_id("s", sha256, [cue, target, *_given(holder)])


def event_id(sha256: str, at: Span, date: Span | None) -> str:
    """The id of a timeline event: its clause, and the words of its date if it has one."""
    return content_id("t", sha256, [at, *_given(date)])


def market_effect_id(sha256: str, at: Span, instrument: Span, cue: Span) -> str:
    """The id of a market effect: its sentence, what moved, and the words of the move."""
    return content_id("m", sha256, [at, instrument, cue])


def content_id(letter: str, sha256: str, spans: Iterable[Span]) -> str:
    """The kind's `letter` and ten hex digits of letter, text identity and spans in this order.

    The same input gives the same id on every machine, and a fact keeps its id for as long as the
    text and its own spans stay.
    """
    places = ",".join(f"{s.start}-{s.end}" for s in spans)
    digest = hashlib.sha256(f"{letter}|{sha256}|{places}".encode()).hexdigest()
    return f"{letter}-{digest[:10]}"


def _given(span: Span | None) -> list[Span]:
    return [] if span is None else [span]
