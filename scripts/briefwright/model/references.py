"""References between facts: which keys hold ids, and of what kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Loc = tuple[str | int, ...]

# The keys of the facts format that name other facts of the same article, and the list in which
# those stand.
REFERENCE_KEYS = {
    "entity": "entities",
    "entities": "entities",
    "claim": "claims",
    "date": "dates",
    "converts": "figures",
    "change": "figures",
}


def references(fact: Mapping[str, Any], loc: Loc = ()) -> Iterator[tuple[Loc, str, str]]:
    """(path, kind, id) of every reference in one fact's plain data."""
    for key, value in fact.items():
        if key in REFERENCE_KEYS and isinstance(value, str):
            yield (*loc, key), REFERENCE_KEYS[key], value
        elif key in REFERENCE_KEYS and isinstance(value, list | tuple):
            for index, fact_id in enumerate(value):
                yield (*loc, key, index), REFERENCE_KEYS[key], fact_id
        elif isinstance(value, Mapping):
            yield from references(value, (*loc, key))


def with_renamed(fact: Mapping[str, Any], names: Mapping[str, str | None]) -> dict[str, Any]:
    """A copy of one fact's plain data that refers to `names[id]` where it referred to `id`.

    A reference to an id whose new name is None goes: it becomes None, or leaves its list.
    """

    def renamed(key: str, value: Any) -> Any:
        if isinstance(value, Mapping):
            return with_renamed(value, names)
        if key not in REFERENCE_KEYS:
            return value
        if isinstance(value, list | tuple):
            found = (names.get(fact_id, fact_id) for fact_id in value)
            return [fact_id for fact_id in found if fact_id is not None]
        return names.get(value, value)

    return {key: renamed(key, value) for key, value in fact.items()}
