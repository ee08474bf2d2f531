"""What a line may say: the words of the facts that it cites, and what follows from them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefwright.compose import timex, words
from briefwright.compose.cite import version
from briefwright.compose.claims import in_text_order
from briefwright.compose.edtf import edtf
from briefwright.compose.header import FOUND, KIND_NAMES
from briefwright.compose.limits import not_checked
from briefwright.compose.links import anchor
from briefwright.compose.source import QUOTE_MARKS, Source
from briefwright.compose.source_list import article_title
from briefwright.compose.verdicts import verdicts
from briefwright.gate.runs import Runs
from briefwright.model import (
    Brief,
    Claim,
    DateExpression,
    Entity,
    Fact,
    Figure,
    MarketEffect,
    Skeptic,
    Speaker,
    TimelineEvent,
    quotes_of,
)
from briefwright.model.spots import main_span

# Pages part a label at these ("a report of a report (depth 2)").
_MARKS = re.compile(r" \(|\)|: |[▲▼◆■◇] ")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w")


def plain(text: str) -> str:
    """`text` with single spaces, as pages show it."""
    return _SPACE.sub(" ", text).strip()


@dataclass(frozen=True)
class Cited:
    """A fact where it stands.

    Attributes:
        anchor: as pages cite it.
        number: of a claim or doubt, as its brief counts them; 0 for others.
    """

    anchor: str
    source: Source
    fact: Fact
    number: int = 0

    @cached_property
    def near(self) -> tuple[Cited, ...]:
        """The facts that this one names: a speaker's entity, an event's date, a move's size."""
        return tuple(
            Cited(anchor(self.source.article.id, fact.id), self.source, fact)
            for fact in _named(self.source, self.fact)
        )

    @cached_property
    def texts(self) -> frozenset[str]:
        """The exact words that the fact, and those it names, may put on a page."""
        found = set(_words_of(self.fact, self.source))
        for other in self.near:
            found |= set(_words_of(other.fact, self.source))
        return frozenset(plain(text) for text in found if text.strip())

    @cached_property
    def labels(self) -> frozenset[str]:
        """What the program calls the fact's own values: `hedged`, `▼ down`, `27 January 2025`."""
        found = set(_labels(self.fact))
        for other in self.near:
            if isinstance(other.fact, DateExpression | Figure):
                found |= set(_labels(other.fact))
        if published := self.source.article.published:
            found |= {f"published {date}" for date in _dates(published)}
        return frozenset(p for label in found for p in (label, *_MARKS.split(label)) if p)

    @cached_property
    def paragraphs(self) -> str:
        """The text of the paragraphs in which the fact's words stand."""
        spans = list(self.fact.mentions) if isinstance(self.fact, Entity) else self.fact.spans()
        blocks = self.source.article.blocks
        indexes = sorted({i for span in spans for i in self.source.blocks_of(span)})
        shown = (p for i in indexes for p in self.source.visible(blocks[i].span))
        return "\n".join(plain(piece.of(self.source.article.text)) for piece in shown)

    @cached_property
    def places(self) -> frozenset[str]:
        """How pages name the places of the fact's words: `¶3`, `¶3, p. 2`, `heading`."""
        spans = self.fact.mentions if isinstance(self.fact, Entity) else (main_span(self.fact),)
        return frozenset(self.source.place(span) for span in spans)


@dataclass
class Ledger:
    """Everything that the pages of a site may rest on.

    Attributes:
        facts: every fact by its anchor.
        sources: every source by its article's id.
        stated: what is not the article's but stated of it: titles, publishers, addresses.
        updates: what updates of the articles have changed, as recorded, in one text.
        dates: of publications and updates, as pages write them.
        counts: what can be counted: for each number the nouns of which there are so many.
        findings: the messages and the workings of the checks.
        names: the names of the entities.
        briefs: each brief by its id.
    """

    facts: dict[str, Cited] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    stated: Runs = field(default_factory=Runs)
    updates: str = ""
    dates: Runs = field(default_factory=Runs)
    counts: dict[int, set[str]] = field(default_factory=dict)
    findings: Runs = field(default_factory=Runs)
    names: Runs = field(default_factory=Runs)
    briefs: dict[str, Brief] = field(default_factory=dict)

    def count(self, number: int, noun: str) -> None:
        """Keep that there are so many."""
        self.counts.setdefault(number, set()).add(noun)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """Everything that can be counted."""
        return frozenset().union(*self.counts.values())

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The articles' texts, as pages show them."""
        return tuple(sorted(plain(source.article.text) for source in self.sources.values()))


def ledger(
    briefs: Sequence[tuple[Brief, Sequence[Source]]],
    stated: Iterable[str] = (),
    off: Collection[str] = (),
) -> Ledger:
    """The ledger of `briefs` and their sources.

    Args:
        briefs: each with its sources.
        stated: words of the site's own.
        off: the checks that the workspace turned off.
    """
    book = Ledger(stated=Runs(map(plain, stated)))
    for brief, sources in briefs:
        _enter(book, brief, sources)
        told = verdicts(sources, off)
        for number, noun in ((told.passed, "passed"), (told.failed, "failed"), (told.idle, "had")):
            book.count(number, noun)
    _count(book, list(book.sources.values()))
    book.count(len(briefs), "brief")
    return book


def _enter(book: Ledger, brief: Brief, sources: Sequence[Source]) -> None:
    book.briefs[brief.id] = brief
    book.stated.add((plain(brief.title), plain(brief.question or ""), version(brief, sources)))
    if brief.as_of:
        book.dates.add(_dates(brief.as_of))
    book.findings.add(map(plain, not_checked(sources)))
    numbers: dict[str, int] = {}
    _number(numbers, [(s, c) for s in sources for c in in_text_order(s)])
    doubts = ((s, d) for s in sources for d in sorted(s.facts.skeptics, key=lambda d: d.cue.at))
    _number(numbers, list(doubts))
    for source in sources:
        book.sources[source.article.id] = source
        book.stated.add(_stated(source))
        book.dates.add(_published(source))
        book.updates += "\n".join(_strings([u.model_dump() for u in source.updates]))
        # A name without a letter or digit would stand in every sentence of the program's own.
        book.names.add(plain(e.name) for e in source.facts.entities if _WORD.search(e.name))
        book.findings.add(plain(t) for f in source.findings for t in (f.message, *f.working))
        for fact in source.facts.all():
            name = str(anchor(source.article.id, fact.id))
            book.facts.setdefault(name, Cited(name, source, fact, numbers.get(name, 0)))
    _count(book, sources)


def _number(numbers: dict[str, int], facts: Sequence[tuple[Source, Fact]]) -> None:
    for number, (source, fact) in enumerate(facts, 1):
        numbers[str(anchor(source.article.id, fact.id))] = number


def _stated(source: Source) -> Iterator[str]:
    article, meta = source.article, source.article.metadata
    yield article.sha256
    yield plain(article.title or "")
    yield plain(article_title(article))
    for name in type(meta).model_fields:
        value = getattr(meta, name)
        if value is not None:
            yield plain(value.value)
            yield plain(value.note or "")
            yield from (plain(o.value) for o in value.also)
    for update in source.updates:
        yield from (plain(str(v)) for v in update.model_dump().values() if isinstance(v, str))


def _strings(value: object) -> Iterator[str]:
    """Every text in plain data."""
    if isinstance(value, str):
        yield plain(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _published(source: Source) -> Iterator[str]:
    meta = source.article.metadata
    for name in type(meta).model_fields:
        value = getattr(meta, name)
        if value is not None:
            yield from _dates(value.value)
    for update in source.updates:
        for value in update.model_dump().values():
            yield from _dates(str(value))


def _dates(iso: str) -> set[str]:
    try:
        return {iso, iso[:10], timex.long_date(iso)}
    except ValueError:
        return set()


def _count(book: Ledger, sources: Sequence[Source]) -> None:
    """What pages count of these sources, recomputed from the facts."""
    facts = [fact for s in sources for fact in s.facts.all()]
    words_of_each = [len(s.article.text.split()) for s in sources]
    book.count(len(facts), "fact")
    book.count(len(sources), "article")
    book.count(sum(words_of_each), "word")
    for status in ("accepted", "proposed"):
        book.count(sum(fact.review_status == status for fact in facts), status)
    book.count(sum(s.rejected for s in sources), "rejected")
    for origin, how in FOUND.items():
        book.count(sum(fact.origin == origin for fact in facts), how.split()[0])
    for kind, (noun, _) in KIND_NAMES.items():
        book.count(sum(len(getattr(s.facts, kind)) for s in sources), noun)
    for source, length in zip(sources, words_of_each, strict=True):
        book.count(length, "word")
        book.count(source.shown_words, "word")
        book.count(sum(1 for _ in source.facts.all()), "fact")
    for severity, noun in (("error", "error"), ("warning", "warning"), ("notice", "open question")):
        book.count(sum(f.severity == severity for s in sources for f in s.findings), noun)


def _named(source: Source, fact: Fact) -> Iterator[Fact]:
    match fact:
        case Claim():
            yield from _entity(source, fact.speaker)
        case Skeptic():
            yield from _entity(source, fact.holder)
            target = source.entity(fact.target.entity)
            claim = source.claim(fact.target.claim)
            yield from (f for f in (target, claim) if f)
            if claim is not None:
                yield from _entity(source, claim.speaker)
        case TimelineEvent():
            date = source.date(fact.date)
            yield from (f for f in (date,) if f)
        case MarketEffect():
            date, entity = source.date(fact.date), source.entity(fact.instrument.entity)
            yield from (f for f in (date, entity) if f)
            sizes = source.figures(fact.change)
            yield from sizes
            yield from (f for f in source.facts.figures if f.converts in {s.id for s in sizes})
        case Figure() if fact.converts:
            yield from source.figures([fact.converts])


def _entity(source: Source, speaker: Speaker | None) -> Iterator[Fact]:
    entity = source.speaker(speaker)
    if entity is not None:
        yield entity


def _words_of(fact: Fact, source: Source) -> Iterator[str]:
    for _, quote in quotes_of(fact):
        yield quote.quote
        yield quote.quote.strip(QUOTE_MARKS)
    if isinstance(fact, Entity):
        yield fact.name
        yield fact.role or ""
        yield from (m.of(source.article.text) for m in fact.mentions if source.shows(m))
    if isinstance(fact, MarketEffect):
        yield fact.instrument.ticker or ""
    yield fact.note or ""


def _labels(fact: Fact) -> Iterator[str]:
    match fact:
        case Claim():
            yield from (words.FORM[fact.form], words.CERTAINTY[fact.certainty])
            yield words.depth(fact.depth)
            yield from () if fact.speaker else ("not attributed",)
        case Skeptic():
            yield words.STANCE[fact.stance]
            yield from () if fact.holder else ("not attributed",)
        case TimelineEvent():
            yield words.STATUS[fact.status]
        case MarketEffect():
            yield from (words.MEASURE[fact.measure], words.DIRECTION[fact.direction])
        case Figure():
            yield words.FIGURE[fact.kind]
        case DateExpression():
            yield from (timex.in_words(fact.value), edtf(fact.value) or "")
            yield words.BASIS[fact.basis]
        case Entity():
            yield words.ENTITY[fact.type]
            yield words.count(len(fact.mentions), "mention")
        case _:
            return
