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
        article: "the", "a" or "an" right before a name that is a noun phrase of its own: "the
            Skarvik" is hardly a person, while "the Skarvik company" says nothing on Skarvik.
    """

    span: Span
    text: str
    label: str = ""
    known: str = ""
    article: str = ""
