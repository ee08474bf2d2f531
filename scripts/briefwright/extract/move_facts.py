"""Facts of an old text onto a new one: each moves whole, or is orphaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from briefwright.extract.move import Lost, Mover, Why
from briefwright.extract.occurrences import span_of
from briefwright.model import KINDS, Facts, Span
from briefwright.model.references import references


@dataclass
class Moved:
    """The plain data of the facts that stand, by kind and index, and why the others do not."""

    facts: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)
    orphans: dict[tuple[str, int], Why] = field(default_factory=dict)


class _LostPart(Exception):
    def __init__(self, why: Why) -> None:
        self.why = why


def move_facts(data: Mapping[str, Any], facts: Facts, mover: Mover) -> Moved:
    """The facts of a file on the new text.

    A fact moves when each of its quotes has a place and they stand in the same order; an entity
    when one of its mentions has, and its role when that has. A fact that names an orphan is one.

    Args:
        data: what the facts file holds, and
        facts: the same, proved.
        mover: from the old text to the new one.
    """
    moved = Moved()
    for kind in KINDS:
        for index in range(len(getattr(facts, kind))):
            fact = data[kind][index]
            try:
                there = _entity(fact, mover) if kind == "entities" else _quotes(fact, mover)
                _check_order(fact, there)
                moved.facts[kind, index] = there
            except _LostPart as lost:
                moved.orphans[kind, index] = lost.why
    _orphan_what_rests_on_orphans(moved, data)
    return moved


def _orphan_what_rests_on_orphans(moved: Moved, data: Mapping[str, Any]) -> None:
    lost = {data[kind][index]["id"] for kind, index in moved.orphans}
    again = True
    while again:
        again = False
        for key, fact in list(moved.facts.items()):
            if any(name in lost for *_, name in references(fact)):
                moved.orphans[key] = "reference"
                lost.add(moved.facts.pop(key)["id"])
                again = True


def _place(mover: Mover, value: Any) -> Span:
    span = span_of(value)
    place = mover.place(span) if span else Lost("gone")
    if isinstance(place, Lost):
        raise _LostPart(place.why)
    return place


def _quotes(value: Any, mover: Mover) -> Any:
    """A copy of `value` with every `at` beside a quote on the new text."""
    if isinstance(value, list):
        return [_quotes(inner, mover) for inner in value]
    if not isinstance(value, Mapping):
        return value
    result = {
        key: list(_place(mover, inner)) if key == "at" and "quote" in value else
        _quotes(inner, mover)
        for key, inner in value.items()
    }  # fmt: skip
    span = span_of(result.get("at"))
    if span and not mover.around(span, value.get("prefix") or "", value.get("suffix") or ""):
        raise _LostPart("elsewhere")
    return result


def _entity(entity: Mapping[str, Any], mover: Mover) -> dict[str, Any]:
    places = [mover.place(span) for span in map(span_of, entity["mentions"]) if span]
    found = sorted(place for place in places if isinstance(place, Span))
    if not found:
        raise _LostPart(next((p.why for p in places if isinstance(p, Lost)), "gone"))
    result = dict(entity) | {"mentions": [list(span) for span in found]}
    if result.get("role_at"):
        result["role_at"] = list(_place(mover, result["role_at"]))
    elif result.get("role") and not mover.holds(result["role"]):
        raise _LostPart("gone")
    return result


def _check_order(old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """A fact whose parts have changed places says something else."""
    if "mentions" in old:
        return
    before, after = list(_spans(old)), list(_spans(new))
    order = sorted(range(len(before)), key=lambda n: before[n])
    turned = [after[n] for n in order]
    if any(a.start > b.start for a, b in pairwise(turned)):
        raise _LostPart("elsewhere")


def _spans(value: Any) -> list[Span]:
    if isinstance(value, list):
        return [span for inner in value for span in _spans(inner)]
    if not isinstance(value, Mapping):
        return []
    own = span_of(value.get("at")) if "quote" in value else None
    return ([own] if own else []) + [s for inner in value.values() for s in _spans(inner)]
