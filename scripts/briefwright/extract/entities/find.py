"""Entities: the named ones, each typed once for the document from all its mentions."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.extract.entities.grouping import group
from briefwright.extract.entities.names import find_candidates
from briefwright.extract.entities.roles import find_role
from briefwright.extract.entities.types import decide_types
from briefwright.extract.reading import Reading
from briefwright.model import Entity, Span, slugify


def find_entities(reading: Reading, taken: Sequence[Span]) -> tuple[Entity, ...]:
    """The named entities in the order of their first mention.

    Args:
        reading: the parsed article.
        taken: spans of dates and amounts, which hold no names.
    """
    groups = group(find_candidates(reading, taken), reading)
    entities: list[Entity] = []
    names = _Names()
    for found, kind in decide_types(groups, reading).items():
        role = find_role(found, reading) if kind == "person" else None
        entities.append(
            Entity(
                id=names.free(slugify(found.name)),
                name=found.name,
                type=kind,
                role=role.of(reading.text) if role else None,
                role_at=role,
                mentions=tuple(sorted({c.span for c in found.mentions})),
            )
        )
    return tuple(entities)


class _Names:
    """Ids given out so far; an entity whose name is taken gets the next free number."""

    def __init__(self) -> None:
        self._used: set[str] = set()
        self._next: dict[str, int] = {}

    def free(self, base: str) -> str:
        name, number = base, self._next.get(base, 2)
        while name in self._used:
            name, number = f"{base}-{number}", number + 1
        self._next[base] = number
        self._used.add(name)
        return name
