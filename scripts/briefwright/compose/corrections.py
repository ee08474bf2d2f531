"""The correction note: what the last update of an article has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.compose import timex, words
from briefwright.compose.header import DATE_FROM
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model.changes import Change, Update

# Names and dates are only counted; a line for each would hide what matters.
_KINDS = {
    "claims": "Claim",
    "skeptics": "Doubt",
    "timeline": "Event",
    "market_effects": "Market effect",
    "figures": "Key number",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the old version and what stands in its place, with what had stood on it.

    `was` is None where the words are not shown.
    """

    kinds: str
    was: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Altered:
    """A fact that stands on the same words and is read in another way."""

    kind: str
    ref: Ref
    what: str


@dataclass(frozen=True, slots=True)
class Correction:
    """The last update of one source; `label` names it in a brief that has several.

    `added` are (kind, reference) of the new facts.
    """

    label: str | None
    date: str | None
    date_from: str
    before: str
    summary: str
    gone: tuple[Passage, ...]
    altered: tuple[Altered, ...]
    added: tuple[tuple[str, Ref], ...]


def corrections(sources: Sequence[Source], links: Links) -> list[Correction]:
    """What changed since the last version of each source that has one."""
    return [
        _correction(source, source.updates[-1], links)
        for source in sources
        if source.updates and source.updates[-1].to == source.article.sha256
    ]


def _correction(source: Source, update: Update, links: Links) -> Correction:
    counts = (
        f"{words.count(len(update.gone), 'fact')} gone",
        f"{len(update.altered) or 'none'} altered",
        f"{len(update.added) or 'none'} added",
        f"{update.moved or 'none'} unchanged",
    )
    return Correction(
        label=links.labels.get(source.article.id),
        date=timex.long_date(update.date) if update.date else None,
        date_from=DATE_FROM.get(update.date_from or "", ""),
        before=update.before,
        summary=", ".join(counts),
        gone=_passages(source, [change for change in update.gone if _has_line(change)]),
        altered=tuple(
            Altered(_KINDS[change.kind], ref, ", ".join(change.what).replace("_", " "))
            for change, ref in _with_refs(source, update.altered, links)
        ),
        added=tuple(
            (_KINDS[change.kind], ref) for change, ref in _with_refs(source, update.added, links)
        ),
    )


def _has_line(change: Change) -> bool:
    return change.kind in _KINDS


def _passages(source: Source, changes: Sequence[Change]) -> tuple[Passage, ...]:
    """One entry for each passage. Of an article that shows excerpts only, no version's words."""
    kinds: dict[tuple[str | None, str | None], list[str]] = {}
    for change in changes:
        words_of = (change.was, change.now) if source.shown is None else (None, None)
        kinds.setdefault(words_of, []).append(_KINDS[change.kind])
    return tuple(
        Passage(_counted(found), was, now if now != was else None)
        for (was, now), found in kinds.items()
    )


def _counted(kinds: Sequence[str]) -> str:
    return ", ".join(words.count(kinds.count(kind), kind.lower()) for kind in dict.fromkeys(kinds))


def _with_refs(
    source: Source, changes: Sequence[Change], links: Links
) -> Iterator[tuple[Change, Ref]]:
    for change in changes:
        fact = source.fact(change.id)
        if fact is not None and _has_line(change):
            yield change, links.ref(source, fact)
