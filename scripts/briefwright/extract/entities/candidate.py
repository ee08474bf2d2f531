"""A place that may name an entity."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.model import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that may name an entity.

    Attributes:
        span: the name, without article, title and possessive.
        label: the parser's label; "" when it saw no name there.
        known: the kind when the name stands in a table of known names.
    """

    span: Span
    text: str
    label: str = ""
    known: str = ""
