"""Skeptics: who doubts what, and on which grounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.claims import ClaimLine, Voice, voice
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model import Claim, Skeptic, Span


@dataclass(frozen=True, slots=True)
class SkepticLine:
    """One doubt.

    Attributes:
        extract: the article's words from the first to the last part of the doubt.
        at: where the extract stands.
        target: the article's words for what is doubted.
        claim: the doubted claim, when it is in the article.
        about: the name of the doubted entity, when no single claim is meant.
        whom: who is doubted, as pages name them; None where the article names nobody.
        grounds: the article's words for the reasons, when there are any.
        grounds_claim: the claim that states the grounds.
    """

    ref: Ref
    number: int
    voice: Voice
    stance: str
    cue: str
    extract: str
    at: Span
    target: str
    claim: ClaimLine | None
    about: str | None
    whom: str | None
    grounds: str | None
    grounds_claim: ClaimLine | None
    skeptic: Skeptic


def skeptic_lines(
    sources: Sequence[Source], claims: Sequence[ClaimLine], links: Links
) -> list[SkepticLine]:
    """Every doubt in the order of the texts, linked to the claims of the same page."""
    by_fact = {(line.ref.article, line.ref.id): line for line in claims}
    doubts = [
        (source, skeptic)
        for source in sources
        for skeptic in sorted(source.facts.skeptics, key=lambda s: s.cue.at)
    ]
    return [
        _line(source, skeptic, number, by_fact, links)
        for number, (source, skeptic) in enumerate(doubts, 1)
    ]


def _line(
    source: Source,
    skeptic: Skeptic,
    number: int,
    claims: Mapping[tuple[str, str], ClaimLine],
    links: Links,
) -> SkepticLine:
    article = source.article.id
    entity = source.entity(skeptic.target.entity)
    grounds = _claim_in(source, skeptic.grounds.at) if skeptic.grounds else None
    at = _extent(source, skeptic)
    claim = claims.get((article, skeptic.target.claim or ""))
    whom = claim.voice.heading if claim and claim.claim.speaker else entity and entity.name
    return SkepticLine(
        ref=links.ref(source, skeptic),
        number=number,
        voice=voice(source, skeptic.holder),
        stance=words.STANCE[skeptic.stance],
        cue=skeptic.cue.quote,
        extract=source.words(at),
        at=at,
        target=skeptic.target.quote,
        claim=claim,
        about=entity.name if entity and entity.name != skeptic.target.quote else None,
        whom=whom or None,
        grounds=skeptic.grounds.quote if skeptic.grounds else None,
        grounds_claim=claims.get((article, grounds.id)) if grounds else None,
        skeptic=skeptic,
    )


def _extent(source: Source, skeptic: Skeptic) -> Span:
    """From the first to the last part of the doubt, within the paragraph of its cue."""
    block = source.block_of(skeptic.cue.at)
    spans = [span for span in skeptic.spans() if block is None or block.span.contains(span)]
    return source.widen(Span.cover(spans or [skeptic.cue.at]))


def _claim_in(source: Source, grounds: Span) -> Claim | None:
    """The claim whose words overlap the grounds."""
    near = source.claims_near(grounds)
    return next((c for c in near if any(q.at.overlaps(grounds) for q in c.content)), None)
