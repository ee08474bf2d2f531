"""The view of one brief: everything its page shows, in the page's order."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import header, words
from briefwright.compose.bottom_line import Extract, best_extract
from briefwright.compose.chart import Chart, market_chart
from briefwright.compose.cite import version
from briefwright.compose.corrections import Correction, corrections
from briefwright.compose.header import AsOf
from briefwright.compose.keypoints import KeyPoint, key_points
from briefwright.compose.limits import not_checked
from briefwright.compose.links import Links, Ref
from briefwright.compose.pictures.doubts import DoubtGraph, doubt_graph
from briefwright.compose.pictures.events import Timeline, timeline_picture
from briefwright.compose.sections import Sections, sections
from briefwright.compose.source import Source
from briefwright.compose.source_list import SourceLine, source_line
from briefwright.compose.verdicts import verdicts
from briefwright.model import Brief, Judgment


@dataclass(frozen=True, slots=True)
class JudgmentLine:
    """An editor's sentence with the facts it rests on."""

    text: str
    likelihood: str | None
    confidence: str | None
    verdict: str | None
    refs: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class BriefView:
    """One brief's page; `titled` tells a stated title from words made of an article's id.

    `excerpts` tells that not all words of all sources are shown. At most one of `bottom_line`, the
    editor's, and `extract`, the sources', is there.
    """

    id: str
    title: str
    titled: bool
    question: str | None
    description: str
    as_of: AsOf | None
    updated: AsOf | None
    sources: list[SourceLine]
    articles: str
    facts: str
    kinds: str
    found: str
    review: str
    checks: str
    version: str
    bottom_line: JudgmentLine | None
    extract: Extract | None
    judgments: list[JudgmentLine]
    corrections: list[Correction]
    key_points: list[KeyPoint]
    sections: Sections
    timeline: Timeline
    doubts: DoubtGraph
    chart: Chart
    not_checked: list[str]
    excerpts: bool


def brief_view(
    brief: Brief, sources: Sequence[Source], homes: Mapping[str, str], off: Collection[str] = ()
) -> BriefView:
    """The page of `brief` over its `sources`, which stand in the brief's order.

    Args:
        brief: what the editor decided.
        sources: the articles with their facts.
        homes: the brief that shows each article.
        off: the checks that the workspace turned off.
    """
    several = len(sources) > 1
    labels = {s.article.id: f"S{n}" for n, s in enumerate(sources, 1)} if several else {}
    links = Links(root="../", homes=homes, labels=labels, here=brief.id)
    lines = sections(sources, links)
    points = key_points(sources, lines.claims, lines.skeptics, lines.effects)
    total = sum(1 for source in sources for _ in source.facts.all())
    own = brief.bottom_line
    return BriefView(
        id=brief.id,
        title=brief.title,
        titled=brief.title_from != "id",
        question=brief.question,
        description=header.description(brief, total, sources),
        as_of=header.as_of(brief, sources),
        updated=header.updated(sources),
        sources=[source_line(source, links) for source in sources],
        articles=words.count(len(sources), "article"),
        facts=words.count(total, "fact"),
        kinds=header.kinds(sources),
        found=header.found(sources),
        review=header.review(sources, total),
        checks=header.checks(verdicts(sources, off), len(lines.unknowns)),
        version=version(brief, sources),
        bottom_line=_judgment(own, sources, links) if own else None,
        extract=None if own else best_extract(sources, lines),
        judgments=[_judgment(judgment, sources, links) for judgment in brief.judgments],
        corrections=corrections(sources, links),
        key_points=points,
        sections=lines,
        timeline=timeline_picture(lines.events, "timeline-picture"),
        doubts=doubt_graph(lines.skeptics, "doubts-picture"),
        chart=market_chart(lines.effects, "market-chart"),
        not_checked=not_checked(sources),
        excerpts=any(source.shown is not None for source in sources),
    )


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
