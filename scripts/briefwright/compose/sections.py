"""The lines of a brief, section by section; the brief's page and the site-wide pages share them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose.claims import ClaimLine, claim_lines
from briefwright.compose.figures import FigureLine, figure_lines
from briefwright.compose.findings import FindingLine, finding_lines, unknown_lines
from briefwright.compose.links import Links
from briefwright.compose.market import EffectLine, effect_lines
from briefwright.compose.people import EntityGroup, Said, entity_groups
from briefwright.compose.skeptics import SkepticLine, skeptic_lines
from briefwright.compose.source import Source
from briefwright.compose.timeline import DateLine, EventLine, date_lines, event_lines


@dataclass(frozen=True, slots=True)
class Sections:
    """All lines of one brief."""

    claims: list[ClaimLine]
    skeptics: list[SkepticLine]
    events: list[EventLine]
    dates: list[DateLine]
    effects: list[EffectLine]
    figures: list[FigureLine]
    entities: list[EntityGroup]
    findings: list[FindingLine]
    unknowns: list[FindingLine]


def sections(sources: Sequence[Source], links: Links) -> Sections:
    """The lines of `sources` as seen from the page that `links` belong to."""
    claims = claim_lines(sources, links)
    skeptics = skeptic_lines(sources, claims, links)
    effects = effect_lines(sources, links)
    return Sections(
        claims=claims,
        skeptics=skeptics,
        events=event_lines(sources, links),
        dates=date_lines(sources, links),
        effects=effects,
        figures=figure_lines(sources, links),
        entities=entity_groups(sources, Said(claims, skeptics, effects), links),
        findings=finding_lines(sources, links),
        unknowns=unknown_lines(sources, links),
    )
