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


Key = tuple[str, str]  # article id, entity id


class Said:
    """The lines that each name comes in."""

    def __init__(
        self,
        claims: Sequence[ClaimLine],
        skeptics: Sequence[SkepticLine],
        effects: Sequence[EffectLine],
    ) -> None:
        self.claims: dict[Key, list[ClaimLine]] = {}
        self.skeptics: dict[Key, list[SkepticLine]] = {}
        self.effects: dict[Key, list[EffectLine]] = {}
        for claim in claims:
            if claim.claim.speaker and claim.claim.speaker.entity:
                key = (claim.ref.article, claim.claim.speaker.entity)
                self.claims.setdefault(key, []).append(claim)
        for skeptic in skeptics:
            if skeptic.skeptic.holder and skeptic.skeptic.holder.entity:
                key = (skeptic.ref.article, skeptic.skeptic.holder.entity)
                self.skeptics.setdefault(key, []).append(skeptic)
        for effect in effects:
            if effect.effect.instrument.entity:
                key = (effect.ref.article, effect.effect.instrument.entity)
                self.effects.setdefault(key, []).append(effect)


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
    keys = [(source.article.id, entity.id) for source, entity in found]
    return EntityLine(
        refs=tuple(links.ref(source, entity) for source, entity in found),
        name=first.name,
        kind=words.ENTITY[first.type],
        role=next((entity.role for _, entity in found if entity.role), None),
        mentions=words.count(sum(len(entity.mentions) for _, entity in found), "mention"),
        claims=tuple(line for key in keys for line in said.claims.get(key, ())),
        skeptics=tuple(line for key in keys for line in said.skeptics.get(key, ())),
        effects=tuple(line for key in keys for line in said.effects.get(key, ())),
    )
