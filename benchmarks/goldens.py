"""The golden articles: facts set down by a reader, and how the engine's facts compare with them.

A fact is right when it stands on the same words and says the same; the rules are in `_RULES`. Every
difference is one line, such as `missed claims "wage pressure is fading"`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.measure import Tally
from briefwright.extract import extract
from briefwright.extract.align import align
from briefwright.ingest.options import IngestOptions
from briefwright.ingest.text import read_text
from briefwright.model import (
    KINDS,
    Article,
    Claim,
    Entity,
    Facts,
    Figure,
    MarketEffect,
    Skeptic,
    Span,
    market_effect_id,
)
from briefwright.store.yaml import read_yaml

GOLDENS = Path(__file__).resolve().parents[1] / "tests" / "golden" / "extract"
# Half of the characters in common: the same statement, whatever is cut at its edges.
SAME_WORDS = 0.5


@dataclass(frozen=True)
class Golden:
    """One article with the reader's facts and the engine's."""

    name: str
    article: Article
    expected: Facts
    found: Facts


def cases() -> list[str]:
    """The names of all golden articles."""
    return sorted(path.parent.name for path in GOLDENS.glob("*/expected.yml"))


def load(name: str) -> Golden:
    """The golden article `name`, with the engine run on it."""
    folder = GOLDENS / name
    document = read_yaml(folder / "expected.yml")
    data: dict[str, Any] = document.data
    for skeptic in data.get("skeptics", []):
        skeptic["target"].pop("claim_content", None)  # a remark of the reader's, no part of facts
    source = next(folder.glob("article.*"))
    published = data.get("article", {}).get("published")
    stated = {"published": published} if published else {}
    options = IngestOptions(stated=stated, id=name)
    article = read_text(source.read_bytes(), source.name, options)
    aligned = align(data, article, document.at)
    for effect in aligned.get("market_effects", []):
        _stand_on_paragraph(effect, article)
    expected = Facts.of(article, **{kind: aligned.get(kind, []) for kind in KINDS})
    return Golden(name, article, expected, extract(article))


def _stand_on_paragraph(effect: dict[str, Any], article: Article) -> None:
    """The reader set down what moved and the words of it, not the sentence: take the paragraph."""
    block = article.block_at(Span(*effect["instrument"]["at"]))
    if block is not None:
        effect["quote"], effect["at"] = block.span.of(article.text), block.span
        parts = Span(*effect["instrument"]["at"]), Span(*effect["cue"]["at"])
        effect.setdefault("id", market_effect_id(article.sha256, block.span, *parts))


def tally(golden: Golden, kind: str) -> Tally:
    """The engine's score on one kind of fact."""
    pairs, missed, false = _match(golden, kind)
    return Tally(len(pairs), len(false), len(missed))


def differences(golden: Golden) -> list[str]:
    """What the engine misses and what it finds beside the reader's facts, a line each."""
    lines = []
    for kind in KINDS:
        _, missed, false = _match(golden, kind)
        lines += [f"missed {kind} {_shown(fact)}" for fact in missed]
        lines += [f"false {kind} {_shown(fact)}" for fact in false]
    return lines


def _match(golden: Golden, kind: str) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
    same = _RULES[kind]
    left = list(getattr(golden.found, kind))
    pairs, missed = [], []
    for wanted in getattr(golden.expected, kind):
        hit = next((f for f in left if same(wanted, f, golden)), None)
        if hit is None:
            missed.append(wanted)
        else:
            left.remove(hit)
            pairs.append((wanted, hit))
    return pairs, missed, left


def _shown(fact: Any) -> str:
    if isinstance(fact, Entity):
        return f'"{fact.name}" {fact.type}'
    match fact:
        case Claim():
            words = fact.content[0].quote
        case Skeptic():
            words = f"{fact.cue.quote}: {fact.target.quote}"
        case MarketEffect():
            words = f"{fact.instrument.quote}: {fact.cue.quote}"
        case _:
            words = fact.quote
    return '"' + " ".join(words.split())[:100] + '"'


def _jaccard(one: Sequence[Span], other: Sequence[Span]) -> float:
    a = {i for s in one for i in range(s.start, s.end)}
    b = {i for s in other for i in range(s.start, s.end)}
    return len(a & b) / len(a | b)


def _name(facts: Facts, entity: str | None) -> str | None:
    found = next((e for e in facts.entities if e.id == entity), None)
    return found.name.casefold() if found else None


def _same_entity_id(wanted: str | None, found: str | None, golden: Golden) -> bool:
    """Whether two ids stand for the same entity: one mention in common is enough."""
    if wanted is None or found is None:
        return wanted is found
    one = next(e for e in golden.expected.entities if e.id == wanted)
    other = next(e for e in golden.found.entities if e.id == found)
    return _same_name(one, other)


def _same_name(one: Entity, other: Entity) -> bool:
    a, b = one.name.casefold(), other.name.casefold()
    return a == b or any(m.overlaps(n) for m in one.mentions for n in other.mentions)


def _same_entity(wanted: Any, found: Any, golden: Golden) -> bool:
    return wanted.type == found.type and _same_name(wanted, found)


def _same_date(wanted: Any, found: Any, golden: Golden) -> bool:
    return (
        wanted.at.overlaps(found.at)
        and (wanted.type, wanted.basis) == (found.type, found.basis)
        and (wanted.value or "").replace("XXXX", "") == (found.value or "").replace("XXXX", "")
    )


def _same_figure(wanted: Any, found: Any, golden: Golden) -> bool:
    fields = ("kind", "value", "upper", "currency", "unit")
    return wanted.at.overlaps(found.at) and all(
        getattr(wanted, f) == getattr(found, f) for f in fields
    )


def _same_claim(wanted: Any, found: Any, golden: Golden) -> bool:
    if _jaccard([p.at for p in wanted.content], [p.at for p in found.content]) < SAME_WORDS:
        return False
    if (wanted.speaker is None) != (found.speaker is None):
        return False
    if wanted.speaker is None:
        return True
    return wanted.speaker.at.overlaps(found.speaker.at) and _same_entity_id(
        wanted.speaker.entity, found.speaker.entity, golden
    )


def _same_skeptic(wanted: Any, found: Any, golden: Golden) -> bool:
    holders = (wanted.holder is None) == (found.holder is None) and (
        wanted.holder is None or wanted.holder.at.overlaps(found.holder.at)
    )
    return (
        holders
        and wanted.stance == found.stance
        and wanted.cue.at.overlaps(found.cue.at)
        and wanted.target.at.overlaps(found.target.at)
    )


def _same_event(wanted: Any, found: Any, golden: Golden) -> bool:
    dates = {d.id: d.at for facts in (golden.expected, golden.found) for d in facts.dates}
    one, other = dates.get(wanted.date or ""), dates.get(found.date or "")
    together = one is not None and other is not None and one.overlaps(other)
    return together and wanted.at.overlaps(found.at) and wanted.status == found.status


def _same_effect(wanted: Any, found: Any, golden: Golden) -> bool:
    one = _changes(golden.expected, wanted.change)
    other = _changes(golden.found, found.change)
    return (
        wanted.instrument.at.overlaps(found.instrument.at)
        and wanted.direction == found.direction
        and wanted.measure == found.measure
        and one == other
    )


def _changes(facts: Facts, ids: Sequence[str]) -> set[Any]:
    figures: Iterator[Figure] = (f for f in facts.figures if f.id in ids)
    return {(f.kind, f.value) for f in figures}


_RULES: dict[str, Callable[[Any, Any, Golden], bool]] = {
    "entities": _same_entity,
    "dates": _same_date,
    "figures": _same_figure,
    "claims": _same_claim,
    "skeptics": _same_skeptic,
    "timeline": _same_event,
    "market_effects": _same_effect,
}
