"""People and organisations: who is named, as what, and where they come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.claims import ClaimLine
from briefwright.compose.links import Links, Ref
from briefwright.compose.market import EffectLine
from briefwright.compose.skeptics import SkepticLine
from briefwright.compose.source import Source
from briefwright.model import Entity

GROUPS = (
    ("persons", "People", {"person"}),
    ("organisations", "Companies and organisations", {"company", "organization"}),
    (
        "others",
        "Places, markets and other names",
        {"place", "index", "market", "commodity", "currency", "product", "event", "other"},
    ),
)


@dataclass(frozen=True, slots=True)
class EntityLine:
    """One name; the same name in several articles is one line with several references."""

    refs: tuple[Ref, ...]
    name: str
    kind: str
    role: str | None
    mentions: str
    claims: tuple[ClaimLine, ...]
    skeptics: tuple[SkepticLine, ...]
    effects: tuple[EffectLine, ...]


@dataclass(frozen=True, slots=True)
class EntityGroup:
    """The names of one sort; `id` is the HTML id of its heading."""

    id: str
    title: str
    lines: tuple[EntityLine, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """The lines that a name can come in."""

    claims: Sequence[ClaimLine]
    skeptics: Sequence[SkepticLine]
    effects: Sequence[EffectLine]


def entity_groups(sources: Sequence[Source], said: Said, links: Links) -> list[EntityGroup]:
    """The names by sort, each in the order of first mention; a sort without names is left out."""
    merged: dict[tuple[str, str], list[tuple[Source, Entity]]] = {}
    for source in sources:
        for entity in sorted(source.facts.entities, key=lambda e: e.mentions[0]):
            merged.setdefault((entity.name, entity.type), []).append((source, entity))
    groups = []
    for heading, title, types in GROUPS:
        lines = [
            _line(found, said, links) for (_, type_), found in merged.items() if type_ in types
        ]
        if lines:
            groups.append(EntityGroup(heading, title, tuple(lines)))
    return groups


def _line(found: Sequence[tuple[Source, Entity]], said: Said, links: Links) -> EntityLine:
    _, first = found[0]
    keys = {(source.article.id, entity.id) for source, entity in found}
    speaks = {
        (source.article.id, claim.id)
        for source, _ in found
        for claim in source.facts.claims
        if claim.speaker and (source.article.id, claim.speaker.entity) in keys
    }
    doubts = {
        (source.article.id, skeptic.id)
        for source, _ in found
        for skeptic in source.facts.skeptics
        if skeptic.holder and (source.article.id, skeptic.holder.entity) in keys
    }
    return EntityLine(
        refs=tuple(links.ref(source, entity) for source, entity in found),
        name=first.name,
        kind=words.ENTITY[first.type],
        role=next((entity.role for _, entity in found if entity.role), None),
        mentions=words.count(sum(len(entity.mentions) for _, entity in found), "mention"),
        claims=tuple(c for c in said.claims if (c.ref.article, c.ref.id) in speaks),
        skeptics=tuple(s for s in said.skeptics if (s.ref.article, s.ref.id) in doubts),
        effects=tuple(
            e for e in said.effects if (e.ref.article, e.effect.instrument.entity) in keys
        ),
    )
