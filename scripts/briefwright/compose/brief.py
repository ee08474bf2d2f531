"""The view of one brief: everything its page shows, in the page's order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import timex, words
from briefwright.compose.chart import Chart, market_chart
from briefwright.compose.corrections import Correction, corrections
from briefwright.compose.keypoints import KeyPoint, key_points
from briefwright.compose.limits import not_checked
from briefwright.compose.links import Links, Ref
from briefwright.compose.sections import Sections, sections
from briefwright.compose.source import Source
from briefwright.compose.source_list import SourceLine, source_line
from briefwright.model import Brief, Judgment

KIND_NAMES = {
    "claims": ("claim", "claims"),
    "skeptics": ("doubt", "doubts"),
    "timeline": ("event", "events"),
    "market_effects": ("market effect", "market effects"),
    "figures": ("figure", "figures"),
    "dates": ("time expression", "time expressions"),
    "entities": ("name", "names"),
}


@dataclass(frozen=True, slots=True)
class JudgmentLine:
    """An editor's sentence with the facts it rests on."""

    text: str
    likelihood: str | None
    confidence: str | None
    verdict: str | None
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class AsOf:
    """The date a brief speaks for; `origin` says who states it, empty when the article does."""

    iso: str
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief's page; `titled` tells a stated title from words made of an article's id.

    `excerpts` tells that not all words of all sources are shown.
    """

    id: str
    title: str
    titled: bool
    question: str | None
    description: str
    as_of: AsOf | None
    sources: list[SourceLine]
    facts: str
    kinds: str
    review: str
    checks: str
    judgments: list[JudgmentLine]
    corrections: list[Correction]
    key_points: list[KeyPoint]
    sections: Sections
    chart: Chart
    not_checked: list[str]
    excerpts: bool


def brief_view(brief: Brief, sources: Sequence[Source], homes: Mapping[str, str]) -> BriefView:
    """The page of `brief` over its `sources`, which stand in the brief's order."""
    several = len(sources) > 1
    labels = {s.article.id: f"S{n}" for n, s in enumerate(sources, 1)} if several else {}
    links = Links(root="../", homes=homes, labels=labels, here=brief.id)
    lines = sections(sources, links)
    listed = [source_line(source, links) for source in sources]
    total = sum(1 for source in sources for _ in source.facts.all())
    return BriefView(
        id=brief.id,
        title=brief.title,
        titled=brief.title_from != "id",
        question=brief.question,
        description=_description(brief, total, sources),
        as_of=_as_of(brief, sources),
        sources=listed,
        facts=words.count(total, "fact"),
        kinds=_kinds(sources),
        review=_review(sources, total),
        checks=_checks(lines),
        judgments=[_judgment(judgment, sources, links) for judgment in brief.judgments],
        corrections=corrections(sources, links),
        key_points=key_points(sources, lines.claims, lines.skeptics, lines.effects),
        sections=lines,
        chart=market_chart(lines.effects, "market-chart"),
        not_checked=not_checked(sources),
        excerpts=any(source.shown is not None for source in sources),
    )


def _description(brief: Brief, total: int, sources: Sequence[Source]) -> str:
    rests = f"{words.count(total, 'fact')} from {words.count(len(sources), 'article')}"
    return f"{brief.question or brief.title} ({rests}, each with its evidence)"


def _as_of(brief: Brief, sources: Sequence[Source]) -> AsOf | None:
    """The editor's date, or else the newest publication date with who states it."""
    if brief.as_of:
        return AsOf(brief.as_of[:10], timex.long_date(brief.as_of), "set by the editor")
    dated = [s.article.metadata.published for s in sources if s.article.metadata.published]
    if not dated:
        return None
    newest = max(dated, key=lambda stated: stated.value[:10])
    return AsOf(newest.value[:10], timex.long_date(newest.value), words.ORIGIN[newest.origin])


def _kinds(sources: Sequence[Source]) -> str:
    counts = {
        names: sum(len(getattr(source.facts, kind)) for source in sources)
        for kind, names in KIND_NAMES.items()
    }
    return ", ".join(words.count(number, *names) for names, number in counts.items() if number)


def _review(sources: Sequence[Source], total: int) -> str:
    if not total:
        return "There are no facts to review"
    accepted = sum(fact.review_status == "accepted" for s in sources for fact in s.facts.all())
    rejected = sum(source.rejected for source in sources)
    seen = (
        "No fact has been reviewed by a person yet"
        if not accepted
        else f"{accepted} of {words.count(total, 'fact')} accepted by a person"
    )
    return f"{seen}; {rejected} rejected and left out" if rejected else seen


def _checks(lines: Sections) -> str:
    errors = sum(line.severity == words.SEVERITY["error"] for line in lines.findings)
    warnings = len(lines.findings) - errors
    found = [words.count(warnings, "warning"), words.count(len(lines.unknowns), "open question")]
    if errors:
        found.insert(0, words.count(errors, "error"))
    return ", ".join(found)


def _judgment(judgment: Judgment, sources: Sequence[Source], links: Links) -> JudgmentLine:
    """Raises LookupError for an id that no source has: a citation is never dropped silently."""
    for name in judgment.facts:
        if not any(source.fact(name) for source in sources):
            raise LookupError(f"a judgment cites {name!r}, which no source of the brief has")
    found = [(s, fact) for name in judgment.facts for s in sources if (fact := s.fact(name))]
    return JudgmentLine(
        text=judgment.text,
        likelihood=judgment.likelihood,
        confidence=judgment.confidence,
        verdict=judgment.verdict,
        refs=tuple(links.ref(source, fact) for source, fact in found),
    )
