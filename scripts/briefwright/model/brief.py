"""The brief: one page that answers one question from one or more articles (`briefs/<id>.yml`)."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from briefwright.model.isodate import check_iso_date
from briefwright.model.span import Model, Text

# The seven steps and three levels of ICD 203 (US intelligence community, 2015): likelihood of the
# event and confidence in the judgment are two things and are never mixed in one phrase.
Likelihood = Literal[
    "almost no chance", "very unlikely", "unlikely", "roughly even chance",
    "likely", "very likely", "almost certain",
]  # fmt: skip
Confidence = Literal["low", "moderate", "high"]
# Words that YAML reads as text; `true` and `false` would be no words there.
Verdict = Literal["correct", "mostly correct", "mixed", "mostly wrong", "wrong", "unproven"]


class Judgment(Model):
    """An editor's own sentence; it is shown as the editor's and must cite facts."""

    text: Text
    facts: tuple[Text, ...] = Field(min_length=1, description="Ids of the facts it rests on.")
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None
    verdict: Verdict | None = Field(
        default=None, description="What the editor finds of the claim that is the only fact."
    )

    @model_validator(mode="after")
    def _one_fact(self) -> Self:
        if self.verdict and len(self.facts) != 1:
            raise ValueError("one claim in `facts` beside a `verdict`")
        return self


class Brief(Model):
    """What an editor decides about a page; the page's content comes from the facts."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    id: Text
    title: Text
    title_from: Literal["brief", "article", "id"] = Field(
        default="brief",
        description="brief: an editor wrote it; article: it is the only article's title; id: made "
        "from the article's id, because nobody states a title. Not written by hand.",
    )
    question: str | None = None
    articles: tuple[Text, ...] = Field(min_length=1)
    as_of: str | None = Field(default=None, description="ISO date the brief speaks for.")
    bottom_line: Judgment | None = Field(
        default=None, description="One or two sentences of the editor that say what matters most."
    )
    judgments: tuple[Judgment, ...] = ()

    @property
    def own_words(self) -> tuple[Judgment, ...]:
        """Every sentence of the editor that cites facts."""
        return ((self.bottom_line,) if self.bottom_line else ()) + self.judgments

    @field_validator("as_of")
    @classmethod
    def _iso(cls, value: str | None) -> str | None:
        return None if value is None else check_iso_date(value)
