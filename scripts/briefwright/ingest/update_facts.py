"""The facts of an old version on the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefwright.extract import extract
from briefwright.extract.move import Mover
from briefwright.extract.move_facts import Moved, move_facts
from briefwright.ingest.passages import now_there, sentence_of
from briefwright.model import KINDS, Article, Entity, Facts, Span
from briefwright.model.references import with_renamed
from briefwright.model.spots import main_spans
from briefwright.store.facts_file import engine_digests, facts_of
from briefwright.store.facts_merge import digests, merge
from briefwright.store.facts_orphans import on_new_version
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import YamlDocument, read_yaml


@dataclass(frozen=True)
class UpdatedFacts:
    """The new facts file, what the engine wrote in it, and the facts before and after."""

    document: YamlDocument
    digests: dict[str, str]
    before: Facts
    after: Facts
    moved: Moved


def update_facts(workspace: Workspace, old: Article, new: Article) -> UpdatedFacts | None:
    """The facts of `old` on `new`; None when it has none yet.

    A fact that stands keeps its id and, when a person touched it, its lines. One that is the
    engine's own takes the engine's new reading where that has it on the same words, and else stays.

    Raises:
        FactsError, YamlError: the facts file is wrong.
        EngineError: the engine can't run.
    """
    path = workspace.facts_path(old.id)
    if not path.exists():
        return None
    document = read_yaml(path, max_bytes=workspace.settings.limits.yaml_bytes)
    before = facts_of(document, old)
    mover = Mover(old.text, new.text)
    moved = move_facts(document.data, before, mover)
    notes = {
        (kind, index): {
            "kind": kind,
            "why": why,
            "version": old.sha256,
            **_passage(document.data[kind][index], old, new, mover),
        }
        for (kind, index), why in moved.orphans.items()
    }
    placed = on_new_version(document, moved, new, notes)
    there = facts_of(placed, new)
    written = engine_digests(path)
    own = _own(written, digests(document), digests(placed))
    if workspace.settings.engine == "none":
        return UpdatedFacts(placed, own, before, there, moved)
    coming = extract(new, workspace.settings.extract)
    own |= _taken_out(workspace, old, coming, mover, set(written) - set(before.by_id()))
    coming = _under_old_ids(coming, new, there)
    merged = merge(placed, there, coming, own, keep=frozenset(there.by_id()))
    after = facts_of(merged.document, new)
    return UpdatedFacts(merged.document, merged.digests, before, after, moved)


def _under_old_ids(coming: Facts, article: Article, there: Facts) -> Facts:
    """`coming` with the ids of facts whose very words it reads in another way.

    Its parts or references may be others; the claim, date or move that it is about is the same.
    """
    known = {fact.id for fact in coming.all()}
    ids = {(type(f), main_spans(f)): f.id for f in there.all() if not isinstance(f, Entity)}
    names: dict[str, str] = {}
    for fact in coming.all():
        name = ids.pop((type(fact), main_spans(fact)), None)
        if name is not None and name not in known:
            names[fact.id] = name
    data = coming.dump()
    lists = {
        kind: [
            {**with_renamed(fact, names), "id": names.get(fact["id"], fact["id"])}
            for fact in data[kind]
        ]
        for kind in KINDS
    }
    return Facts.of(article, **lists)


def _passage(fact: Any, old: Article, new: Article, mover: Mover) -> dict[str, str | None]:
    span = first_span(fact)
    was = sentence_of(old, span).of(old.text)
    return {"was": was, "now": now_there(old, new, mover, span)}


def first_span(fact: Any) -> Span:
    """The first place of a fact's plain data."""
    for key, value in fact.items():
        match key, value:
            case "at", [int(start), int(end)]:
                return Span(start, end)
            case "mentions", [[int(start), int(end)], *_]:
                return Span(start, end)
    nested = (v for value in fact.values() for v in (value if isinstance(value, list) else [value]))
    return next(first_span(value) for value in nested if isinstance(value, dict) and "at" in value)


def _own(written: dict[str, str], old: dict[str, str], placed: dict[str, str]) -> dict[str, str]:
    """The digests of what the engine wrote, in the lines that now stand for it.

    A fact that a person changed keeps the digest that it does not have.
    """
    own = {}
    for fact_id, digest in written.items():
        if fact_id in placed:
            own[fact_id] = placed[fact_id] if old.get(fact_id) == digest else digest
        elif fact_id not in old:
            own[fact_id] = digest
    return own


def _taken_out(
    workspace: Workspace, old: Article, coming: Facts, mover: Mover, ids: set[str]
) -> dict[str, str]:
    """Digests under their new ids for facts that a person took out, so that they stay out.

    Where they stood only the engine can tell: the file does not hold them any more.
    """
    if not ids:
        return {}
    places = {
        (type(fact), tuple(mover.place(span) for span in fact.spans())): fact.id
        for fact in extract(old, workspace.settings.extract).all()
        if fact.id in ids
    }
    return {fact.id: "taken out" for fact in coming.all() if (type(fact), fact.spans()) in places}
