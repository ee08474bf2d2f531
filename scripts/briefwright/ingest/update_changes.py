"""What an update changed, for the correction note."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from briefwright.extract.move import Mover
from briefwright.ingest.passages import now_there, sentence_of
from briefwright.ingest.update_facts import UpdatedFacts, first_span
from briefwright.model import KINDS, Article, Facts
from briefwright.model.changes import Change, Update

# What moves with the text, and what a person decides, is no change of the fact.
_NO_CONTENT = {
    "at", "mentions", "role_at", "prefix", "suffix", "status", "review", "origin", "note", "id",
}  # fmt: skip


def update_of(
    old: Article, new: Article, facts: UpdatedFacts | None, environ: Mapping[str, str]
) -> Update:
    """The entry of `changes.yml`, dated by the new version itself or SOURCE_DATE_EPOCH."""
    date, date_from = _date(old, new, environ)
    lists: dict[str, Any] = _lists(old, new, facts) if facts else {"moved": 0}
    return Update.model_validate(
        {"from": old.sha256, "to": new.sha256, "date": date, "date_from": date_from, **lists}
    )


def _date(old: Article, new: Article, environ: Mapping[str, str]) -> tuple[str | None, str | None]:
    updated, published = new.metadata.updated, new.metadata.published
    if updated is not None and updated != old.metadata.updated:
        return updated.value, "updated"
    if published is not None and published != old.metadata.published:
        return published.value, "published"
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isascii() and epoch.isdigit() and len(epoch) <= 11:  # noqa: PLR2004 - until year 5138
        return dt.datetime.fromtimestamp(int(epoch), dt.UTC).date().isoformat(), "environment"
    return None, None


def _lists(old: Article, new: Article, facts: UpdatedFacts) -> dict[str, Any]:
    before, after = _by_id(facts.before), _by_id(facts.after)
    mover = Mover(old.text, new.text)
    added, gone, altered = list[Change](), list[Change](), list[Change]()
    for name, (kind, fact) in after.items():
        if name not in before:
            at = first_span(fact)
            now = sentence_of(new, at).of(new.text)
            added.append(Change(id=name, kind=kind, at=at, now=now))
        elif what := _differences(before[name][1], fact):
            altered.append(Change(id=name, kind=kind, at=first_span(fact), what=what))
    for name, (kind, fact) in before.items():
        if name not in after:
            span = first_span(fact)
            was = sentence_of(old, span).of(old.text)
            gone.append(Change(id=name, kind=kind, was=was, now=now_there(old, new, mover, span)))
    moved = sum(name in before for name in after) - len(altered)
    return {"moved": moved, "added": added, "gone": gone, "altered": altered}


def _by_id(facts: Facts) -> dict[str, tuple[str, Mapping[str, Any]]]:
    data = facts.dump()
    return {fact["id"]: (kind, fact) for kind in KINDS for fact in data[kind]}


def _differences(old: Any, new: Any, prefix: str = "") -> tuple[str, ...]:
    """The keys, as dotted paths, whose values are others."""
    found: list[str] = []
    for key in dict.fromkeys([*old, *new]):
        one, other = old.get(key), new.get(key)
        if key in _NO_CONTENT or one == other:
            continue
        if isinstance(one, Mapping) and isinstance(other, Mapping):
            found += _differences(one, other, f"{prefix}{key}.")
        elif _bare(one) != _bare(other):
            found.append(f"{prefix}{key}")
    return tuple(found)


def _bare(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _bare(inner) for key, inner in value.items() if key not in _NO_CONTENT}
    return [_bare(inner) for inner in value] if isinstance(value, list) else value
