"""What a check noticed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from briefwright.model.span import Model, Span, Text

Severity = Literal["error", "warning", "notice"]


class Elsewhere(Model):
    """A fact of another article that a finding is about as well."""

    article: str
    fact: str


class Finding(Model):
    """One observation of a check, with the facts and spans it is about.

    `working` shows how the check got there, line by line, so that a reader can redo it.
    """

    check: Text = Field(description="The check's id, as in the reference.")
    severity: Severity
    article: str = Field(description="Id of the article.")
    message: Text
    facts: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    working: tuple[str, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = Field(
        default=(), description="Facts of other articles that it is about as well."
    )
    at: str = Field(default="", description="file:line, when the finding is about a file's words.")
