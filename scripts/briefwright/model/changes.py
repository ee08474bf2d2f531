"""What an update of an article changed: `articles/<id>/changes.yml`, version 1."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator

from briefwright.model.facts import Id
from briefwright.model.isodate import check_iso_date
from briefwright.model.span import Model, Span, Text

Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Change(Model):
    """One fact that came, went or changed."""

    id: Id
    kind: Text = Field(description="The list of the facts file in which it stands or stood.")
    at: Span | None = Field(default=None, description="Where it stands in the new version.")
    was: str | None = Field(default=None, description="The old version's sentence.")
    now: str | None = Field(default=None, description="The new version's words at that place.")
    what: tuple[str, ...] = Field(default=(), description="The keys whose values have changed.")


class Update(Model):
    """One new version of an article and what it changed."""

    before: Sha256 = Field(alias="from", description="The old version: `versions/<12 digits>/`.")
    to: Sha256
    date: str | None = Field(default=None, description="ISO date of the new version.")
    date_from: Literal["updated", "published", "environment"] | None = Field(
        default=None,
        description="updated, published: the article's own; environment: SOURCE_DATE_EPOCH.",
    )
    moved: int = Field(ge=0, description="Facts that stand unchanged.")
    added: tuple[Change, ...] = ()
    gone: tuple[Change, ...] = ()
    altered: tuple[Change, ...] = ()

    @field_validator("date")
    @classmethod
    def _iso(cls, value: str | None) -> str | None:
        return None if value is None else check_iso_date(value)


class Changes(Model):
    """Every update of one article, the oldest first."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    article: Text
    updates: tuple[Update, ...] = ()
