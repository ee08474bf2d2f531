"""The pages over all briefs: each line stands under its brief and leads there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefwright.compose import timex, words
from briefwright.compose.brief import BriefView
from briefwright.compose.claims import ClaimLine
from briefwright.compose.escape import SafeMarkdown
from briefwright.compose.links import Links
from briefwright.compose.market import EffectLine
from briefwright.compose.people import EntityGroup
from briefwright.compose.sections import Sections, sections
from briefwright.compose.skeptics import SkepticLine
from briefwright.compose.source import Source
from briefwright.compose.timeline import EventLine


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published, `2025-01-28` and in words."""

    day: str
    text: str


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """One brief on the site-wide pages; `published` has the articles of which that is known."""

    view: BriefView
    href: SafeMarkdown
    sections: Sections
    counts: str
    published: Mapping[str, Published]


@dataclass(frozen=True, slots=True)
class SiteView:
    """What the site-wide pages show: pairs of a brief and one of its lines."""

    briefs: list[BriefEntry]
    claims: list[tuple[BriefEntry, ClaimLine]]
    skeptics: list[tuple[BriefEntry, SkepticLine]]
    effects: list[tuple[BriefEntry, EffectLine]]
    dated: list[tuple[BriefEntry, EventLine]]
    undated: list[tuple[BriefEntry, EventLine]]
    facts: str
    articles: str


def site_view(
    views: Sequence[BriefView], sources: Mapping[str, list[Source]], homes: Mapping[str, str]
) -> SiteView:
    """The lines of all briefs as seen from the top of the site.

    An article that several briefs rest on has its lines under the first of them only.
    """
    links = Links(root="", homes=homes)
    entries = []
    for view in views:
        whole = sections(sources[view.id], links)
        lines = _at_home(whole, view.id, homes)
        entries.append(
            BriefEntry(
                view=view,
                href=links.brief(view.id),
                sections=lines,
                counts=_counts(whole),
                published=_published(sources[view.id]),
            )
        )
    events = [(entry, event) for entry in entries for event in entry.sections.events]
    return SiteView(
        briefs=entries,
        claims=[(entry, line) for entry in entries for line in entry.sections.claims],
        skeptics=[(entry, line) for entry in entries for line in entry.sections.skeptics],
        effects=[(entry, line) for entry in entries for line in entry.sections.effects],
        dated=sorted((p for p in events if p[1].key), key=lambda pair: pair[1].key or ""),
        undated=[pair for pair in events if pair[1].key is None],
        facts=words.count(
            sum(1 for s in _distinct(sources).values() for _ in s.facts.all()), "fact"
        ),
        articles=words.count(len(homes), "article"),
    )


def _distinct(sources: Mapping[str, list[Source]]) -> dict[str, Source]:
    return {s.article.id: s for found in sources.values() for s in found}


def _published(sources: Sequence[Source]) -> dict[str, Published]:
    return {
        source.article.id: Published(date[:10], timex.long_date(date))
        for source in sources
        if (date := source.article.published)
    }


def _counts(lines: Sections) -> str:
    return ", ".join(
        (
            words.count(len(lines.claims), "claim"),
            words.count(len(lines.skeptics), "doubt"),
            words.count(len(lines.events), "event"),
            words.count(len(lines.effects), "market effect"),
        )
    )


def _at_home(lines: Sections, brief: str, homes: Mapping[str, str]) -> Sections:
    """The lines whose article is at home in `brief`; their numbers stay those of its page."""

    def home(article: str) -> bool:
        return homes[article] == brief

    return replace(
        lines,
        claims=[line for line in lines.claims if home(line.ref.article)],
        skeptics=[line for line in lines.skeptics if home(line.ref.article)],
        events=[line for line in lines.events if home(line.ref.article)],
        effects=[line for line in lines.effects if home(line.ref.article)],
        entities=[
            EntityGroup(group.id, group.title, kept)
            for group in lines.entities
            if (kept := tuple(e for e in group.lines if home(e.refs[0].article)))
        ],
    )
