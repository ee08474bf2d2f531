"""Newly extracted facts into a file that a person works on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from briefwright.model import KINDS, Fact, Facts, Span
from briefwright.model.references import references, with_renamed
from briefwright.store import yaml_write
from briefwright.store.facts_layout import Layout, Section, digest, joined, layout_of
from briefwright.store.yaml import MAX_BYTES, YamlDocument, load_yaml


class Merged(NamedTuple):
    """The new file and the digests of the facts in it that are the engine's own words."""

    document: YamlDocument
    digests: dict[str, str]


@dataclass(frozen=True)
class _Entry:
    """A fact on either side of the merge; `text` is None for a new one."""

    kind: str
    fact: Fact
    data: Mapping[str, Any]
    text: str | None = None


def merge(
    document: YamlDocument,
    old: Facts,
    new: Facts,
    written: Mapping[str, str],
    *,
    keep: frozenset[str] = frozenset(),
    max_bytes: int = MAX_BYTES,
) -> Merged:
    """`document` with the facts of `new` in it.

    Args:
        document: the file as it stands, and
        old: its facts.
        new: what the engine finds now.
        written: the digest of each fact's lines when the engine wrote them.
        keep: ids of facts that stay though the engine does not find them now.
        max_bytes: a larger result is refused, as no command would read it (Y004).

    A fact of `old` stays line for line when a person decided, changed or made it. One that such a
    fact refers to stays too. Of `new`, what a person took out or what stands on the spans of a fact
    that stays is left out. A fact of `new` on the spans of one in the file has that one's id, also
    in references, because briefs and links may name it. References to what a person took out are
    dropped from what the engine wrote; a person's lines are never changed: a reference in them to
    what is no longer there is for the check `reference` to tell.
    """
    layout = _with_all_kinds(layout_of(document))
    there = _entries(old, layout)
    found = _entries(new)
    same = _same_places(there.values(), found)
    coming = {same.get(fact_id, fact_id): _renamed(e, same) for fact_id, e in found.items()}
    stays = {fact_id: e for fact_id, e in there.items() if _is_persons(e, written)}
    stays |= {fact_id: there[fact_id] for fact_id in keep - coming.keys() if fact_id in there}
    taken_out = written.keys() - there.keys()
    names: dict[str, str | None] = dict.fromkeys(taken_out)
    result = dict(stays)
    for fact_id, entry in coming.items():
        if fact_id not in stays and fact_id not in names:
            result[fact_id] = replace(entry, data=with_renamed(entry.data, names))
    _keep_referenced(result, there, names)
    layout = _merged_layout(layout, result, list(there), list(coming))
    text = joined(_with_article(layout, old, new))
    result_document = load_yaml(text.encode(), document.name, max_bytes=max_bytes)
    own = _own_words(result_document, stays, written)
    # What a person took out stays known, so that the next extraction leaves it out too.
    gone = {fact_id: written[fact_id] for fact_id in taken_out if fact_id not in result}
    return Merged(result_document, own | gone)


def digests(document: YamlDocument) -> dict[str, str]:
    """The digest of each fact's lines in a facts file, by id."""
    found = {}
    for section in layout_of(document).sections:
        entries = document.data[section.key] if section.items else ()
        for entry, text in zip(entries, section.items or (), strict=True):
            found[entry["id"]] = digest(text)
    return found


def _entries(facts: Facts, layout: Layout | None = None) -> dict[str, _Entry]:
    data = facts.dump()
    texts = {s.key: s.items or () for s in layout.sections} if layout else {}
    return {
        fact.id: _Entry(kind, fact, data[kind][index], texts[kind][index] if layout else None)
        for kind in KINDS
        for index, fact in enumerate(getattr(facts, kind))
    }


def _is_persons(entry: _Entry, written: Mapping[str, str]) -> bool:
    fact = entry.fact
    if fact.origin != "engine" or fact.review_status != "proposed" or entry.text is None:
        return True
    return written.get(fact.id) != digest(entry.text)


def _renamed(entry: _Entry, names: Mapping[str, str]) -> _Entry:
    """A new fact under the id that it has in the file, with references to match."""
    data = with_renamed(entry.data, names)
    return replace(entry, data={**data, "id": names.get(data["id"], data["id"])})


def _same_places(stays: Iterable[_Entry], coming: Mapping[str, _Entry]) -> dict[str, str]:
    """New ids whose kind and spans a fact of the file has under another id, with that id."""
    places: dict[tuple[str, tuple[Span, ...]], str] = {
        (entry.kind, entry.fact.spans()): entry.fact.id for entry in stays
    }
    found = {
        fact_id: places.get((entry.kind, entry.fact.spans()), fact_id)
        for fact_id, entry in coming.items()
    }
    return {
        fact_id: kept for fact_id, kept in found.items() if kept != fact_id and kept not in coming
    }


def _keep_referenced(
    result: dict[str, _Entry], there: Mapping[str, _Entry], names: Mapping[str, str | None]
) -> None:
    """Add to `result` what its facts refer to, as far as the file has it.

    Those are the engine's own words; their references to what is gone are dropped.
    """
    waiting = list(result.values())
    while waiting:
        for _, _, fact_id in references(waiting.pop().data):
            entry = there.get(fact_id)
            if fact_id in result or entry is None:
                continue
            data = with_renamed(entry.data, names)
            kept = entry if data == entry.data else replace(entry, data=data, text=None)
            result[fact_id] = kept
            waiting.append(kept)


def _with_all_kinds(layout: Layout) -> Layout:
    present = {section.key for section in layout.sections}
    missing = tuple(Section(k, f"\n{k}:\n", ()) for k in KINDS if k not in present)
    return Layout(layout.sections + missing, layout.tail)


def _merged_layout(
    layout: Layout, result: Mapping[str, _Entry], there: list[str], coming: list[str]
) -> Layout:
    sections = []
    for section in layout.sections:
        if section.items is None:
            sections.append(section)
            continue
        here = {fact_id for fact_id, entry in result.items() if entry.kind == section.key}
        order = _order(here, there, coming)
        items = tuple(_text(result[fact_id], section.indent) for fact_id in order)
        sections.append(replace(section, items=items))
    return Layout(tuple(sections), layout.tail)


def _order(ids: set[str], there: list[str], coming: list[str]) -> list[str]:
    """The order of the new extraction; what only the file has stays behind its neighbour there."""
    order = [fact_id for fact_id in dict.fromkeys(coming) if fact_id in ids]
    at = 0
    for fact_id in (fact_id for fact_id in there if fact_id in ids):
        if fact_id in order:
            at = order.index(fact_id) + 1
        else:
            order.insert(at, fact_id)
            at += 1
    return order


def _text(entry: _Entry, indent: int) -> str:
    return entry.text if entry.text is not None else yaml_write.item(entry.data, indent)


def _with_article(layout: Layout, old: Facts, new: Facts) -> Layout:
    """The layout with the new title and date under `article`, when they changed."""
    if old.article == new.article:
        return layout
    value = yaml_write.mapping({"article": new.article.model_dump(mode="json")})
    sections = tuple(
        replace(section, head=_above(section.head, "article") + value)
        if section.key == "article"
        else section
        for section in layout.sections
    )
    return Layout(sections, layout.tail)


def _above(head: str, key: str) -> str:
    """The blank and comment lines of `head` above the line of `key`."""
    lines = head.split("\n")
    first = next(i for i, line in enumerate(lines) if line.lstrip("\"'").startswith(key))
    return "".join(f"{line}\n" for line in lines[:first])


def _own_words(
    document: YamlDocument, stays: Mapping[str, _Entry], written: Mapping[str, str]
) -> dict[str, str]:
    """The digests to remember: of what the engine wrote now, and the old ones of what stays."""
    now = digests(document)
    own = {fact_id: found for fact_id, found in now.items() if fact_id not in stays}
    return own | {fact_id: written[fact_id] for fact_id in stays if fact_id in written}
