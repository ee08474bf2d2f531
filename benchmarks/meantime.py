"""Dates, amounts and names, against what people marked in Wikinews articles.

The articles and their annotation are NewsReader's MEANTIME corpus (Minard et al., LREC 2016;
CC BY 4.0), English part, in CAT XML. Only the headline and the first five sentences, of which the
day of publication is the first, are annotated: facts elsewhere are not scored. Rules are tuned on
the whole corpus, so that the score is the same in both modes. The scores:

- timex3 value: time expressions matched one to one in the order of the text by any overlap; right
  when the value is the same string. The document creation time is given to the engine and does not
  count.
- money and percent: VALUEs of type MONEY and PERCENT against figures of kind money and percent;
  right when kind and extent are the same. Annotators put hedging words into the extent as they
  come ("about US$ 5 million", "between $ 1 and $ 2", "as much as 3 %"), so words before the number
  that `_HEDGE` names are taken off both sides; nothing else is forgiven.
- entities: mentions by name (syntactic type NAM, or PRE.NAM: a name before its noun, as in "Airbus
  planes") of an instance with a type, against the mentions of entities, one to one, greedily by
  the Jaccard index of their characters, any overlap: the corpus's extents hold articles and
  appositions ("the iPhone", "chief executive Ann Orr"). Right when the type is the same by `TYPES`;
  entities of a type that MEANTIME does not know ("event", "other") are not scored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.cat import CatDocument, Markable, is_creation_time, read_cat
from benchmarks.measure import Measure, Tally
from briefwright.extract import extract
from briefwright.model import Article, Facts, Span

FOLDER = "meantime"
# The types of entities, and MEANTIME's for them (NWR-2014-2-2, section 3).
TYPES = {
    "person": "PER", "company": "ORG", "organization": "ORG", "place": "LOC", "product": "PRO",
    "index": "FIN", "market": "FIN", "commodity": "FIN", "currency": "FIN",
}  # fmt: skip
AMOUNTS = {"MONEY": "money", "PERCENT": "percent"}
NAMED = {"NAM", "PRE.NAM"}
# The headline (0), and five sentences.
LAST_SENTENCE = 5
_HEDGE = re.compile(
    r"(?:(?:about|around|approximately|roughly|nearly|almost|some|over|under|only|just|up to|a"
    r"|as (?:much|many|high|low|little) as|(?:more|less|fewer) than|at (?:least|most)|an estimated"
    r"|estimated|between|from)\s+)+",
    re.IGNORECASE,
)
_CONTEXT = 40  # characters on each side of what an error line shows


@dataclass(frozen=True, slots=True)
class Mark:
    """A time, an amount or a name: where, and what it is (its value, its kind, its type)."""

    at: Span
    label: str


@dataclass(frozen=True)
class Document:
    """One article with the engine's facts, both seen only in the annotated sentences."""

    source: CatDocument

    @cached_property
    def facts(self) -> Facts:
        """The engine's facts of the whole article."""
        article = Article.from_text(
            self.source.text, published=self.source.published, id="meantime"
        )
        return extract(article)

    def annotated(self, kind: str) -> Iterator[Markable]:
        """The markables of one kind in the annotated sentences."""
        for markable in self.source.markables:
            if markable.kind == kind and markable.sentence <= LAST_SENTENCE:
                yield markable

    def within(self, marks: Iterable[Mark]) -> list[Mark]:
        """Of the engine's facts those in the annotated sentences."""
        sentences = [s for n, s in self.source.sentences.items() if n <= LAST_SENTENCE]
        return sorted(
            (m for m in marks if any(s.contains(m.at) for s in sentences)), key=lambda m: m.at
        )

    def shown(self, mark: Mark) -> str:
        """The mark with the words around it."""
        text, at = self.source.text, mark.at
        left = text[max(0, at.start - _CONTEXT) : at.start]
        right = text[at.end : at.end + _CONTEXT]
        return " ".join(f"{mark.label} {left}[{at.of(text)}]{right}".split())

    def bare(self, span: Span) -> Span:
        """The span without hedging words before the number."""
        hedge = _HEDGE.match(self.source.text, span.start, span.end)
        return Span(hedge.end(), span.end) if hedge and hedge.end() < span.end else span


Pairs = list[tuple[int, int]]
Sides = tuple[list[Mark], list[Mark], Pairs]


def times(document: Document) -> Sides:
    """Time expressions, wanted and found, and which of them overlap, in the order of the text."""
    marked = list(document.annotated("TIMEX3"))
    creation = [m.at for m in marked if is_creation_time(m)]
    wanted = [Mark(m.at, m.attributes["value"]) for m in marked if not is_creation_time(m)]
    found = document.within(Mark(d.at, d.value or "-") for d in document.facts.dates)
    found = [mark for mark in found if not any(mark.at.overlaps(at) for at in creation)]
    return wanted, found, _in_order(wanted, found)


def amounts(document: Document) -> Sides:
    """Money and percentages, wanted and found, and which of them have the same extent."""
    wanted = [
        Mark(document.bare(m.at), AMOUNTS[m.attributes["type"]])
        for m in document.annotated("VALUE")
        if m.attributes.get("type") in AMOUNTS
    ]
    found = document.within(
        Mark(document.bare(f.at), f.kind)
        for f in document.facts.figures
        if f.kind in AMOUNTS.values()
    )
    places = {mark.at: index for index, mark in enumerate(found)}
    pairs = [(i, places[mark.at]) for i, mark in enumerate(wanted) if mark.at in places]
    return wanted, found, pairs


def names(document: Document) -> Sides:
    """Mentions by name, wanted and found, and which belong together."""
    wanted = [
        Mark(m.at, m.refers["ent_type"])
        for m in document.annotated("ENTITY_MENTION")
        if m.attributes.get("syntactic_type") in NAMED and m.refers.get("ent_type")
    ]
    found = document.within(
        Mark(at, TYPES[entity.type])
        for entity in document.facts.entities
        if entity.type in TYPES
        for at in entity.mentions
    )
    return wanted, found, _by_jaccard(wanted, found)


def _in_order(wanted: list[Mark], found: list[Mark]) -> Pairs:
    """Each wanted one with the first one left that overlaps it."""
    pairs: Pairs = []
    left = list(range(len(found)))
    for i, mark in enumerate(wanted):
        hit = next((j for j in left if found[j].at.overlaps(mark.at)), None)
        if hit is not None:
            left.remove(hit)
            pairs.append((i, hit))
    return pairs


def _by_jaccard(wanted: list[Mark], found: list[Mark]) -> Pairs:
    ranked = sorted(
        (-_jaccard(one.at, other.at), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(found)
        if one.at.overlaps(other.at)
    )
    pairs: Pairs = []
    done: tuple[set[int], set[int]] = set(), set()
    for _, i, j in ranked:
        if i not in done[0] and j not in done[1]:
            done[0].add(i)
            done[1].add(j)
            pairs.append((i, j))
    return pairs


def _jaccard(one: Span, other: Span) -> float:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared / (max(one.end, other.end) - min(one.start, other.start))


def score(document: Document, sides: Sides) -> tuple[Tally, list[str]]:
    """The count of right pairs, and what is missed or false."""
    wanted, found, pairs = sides
    right = {(i, j) for i, j in pairs if wanted[i].label == found[j].label}
    beside = {i: f" (there: {document.shown(found[j])})" for i, j in pairs}
    missed = [i for i in range(len(wanted)) if i not in {i for i, _ in right}]
    false = [j for j in range(len(found)) if j not in {j for _, j in right}]
    name = document.source.name
    lines = [f"{name}: missed {document.shown(wanted[i])}{beside.get(i, '')}" for i in missed]
    lines += [f"{name}: false {document.shown(found[j])}" for j in false]
    return Tally(len(right), len(false), len(missed)), lines


SCORES: dict[str, Callable[[Document], Sides]] = {
    "meantime timex3 value": times,
    "meantime money and percent": amounts,
    "meantime entities": names,
}


def documents(folder: Path, part: str = "corpus_*") -> list[Document]:
    """The articles of the sub-folders that `part` names, in the order of their names."""
    return [Document(read_cat(path)) for path in sorted(folder.glob(f"{part}/*.xml"))]


def measures(folder: Path, tune: bool) -> Iterator[Measure]:
    """The scores; the same in both modes, as nothing is held back."""
    every = documents(folder)
    for name, sides in SCORES.items():
        results = [score(document, sides(document)) for document in every]
        total = sum((tally for tally, _ in results), Tally(0, 0, 0))
        yield Measure(name, total, tuple(line for _, lines in results for line in lines))
