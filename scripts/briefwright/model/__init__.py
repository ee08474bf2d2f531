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
from briefwright.model.finding import Elsewhere, Finding
from briefwright.model.identity import (
    claim_id,
    date_id,
    event_id,
    figure_id,
    market_effect_id,
    skeptic_id,
)
from briefwright.model.slug import slugify
from briefwright.model.span import Quote, Span

__all__ = [
    "KINDS", "Article", "ArticleRef", "Block", "Brief", "Claim", "DateExpression",
    "DuplicateId", "Elsewhere", "Entity", "Fact", "Facts", "Figure", "Finding", "Instrument",
    "Judgment", "MarketEffect", "Metadata", "Orphan", "Other", "Publish", "Quote", "Rights",
    "Skeptic", "SourceFormat", "Span", "SpanMismatch", "Speaker", "Stated", "Target",
    "TimelineEvent", "canonical", "claim_id", "date_id", "event_id", "figure_id",
    "market_effect_id", "quotes_of", "skeptic_id", "slugify",
]  # fmt: skip
