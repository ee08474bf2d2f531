"""The data: typed, frozen, validated where it is made. Pure; nothing here touches the disk."""

from briefwright.model.article import (
    Article,
    Metadata,
    Other,
    Publish,
    Rights,
    SourceFormat,
    Stated,
    canonical,
)
from briefwright.model.blocks import Block
from briefwright.model.brief import Brief, Judgment
from briefwright.model.facts import (
    KINDS,
    ArticleRef,
    Claim,
    DateExpression,
    DuplicateId,
    Entity,
    Fact,
    Facts,
    Figure,
    Instrument,
    MarketEffect,
    Orphan,
    Skeptic,
    SpanMismatch,
    Speaker,
    Target,
    TimelineEvent,
    quotes_of,
)
from briefwright.model.finding import Finding
from briefwright.model.slug import slugify
from briefwright.model.span import Quote, Span, content_id

__all__ = [
    "KINDS", "Article", "ArticleRef", "Block", "Brief", "Claim", "DateExpression", "DuplicateId",
    "Entity", "Fact", "Facts", "Figure", "Finding", "Instrument", "Judgment", "MarketEffect",
    "Metadata", "Orphan", "Other", "Publish", "Quote", "Rights", "Skeptic", "SourceFormat", "Span",
    "SpanMismatch", "Speaker", "Stated", "Target", "TimelineEvent", "canonical", "content_id",
    "quotes_of", "slugify",
]  # fmt: skip
