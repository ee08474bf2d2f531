"""A brief and an article as the web sees them: what heads, cards and feeds say of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.brief import BriefView, brief_view
from briefwright.compose.exports.citations import Citation, citations
from briefwright.compose.exports.record import Record
from briefwright.compose.source import Source
from briefwright.model import Brief
from briefwright.site.hosted.text import one_line, shortened

# Readers of cards and feeds show about two lines; longer ones cut where they like.
LONGEST_LEAD = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One brief.

    Attributes:
        lead: its bottom line or first key point and whose words it is; else what it rests on.
        points: its key points, word for word.
        basis: how many facts it has, from how many articles.
        date: the ISO date it speaks for; None when nobody states one.
        changed: the ISO date of the newest correction or else `date`.
        corrections: a line for each source that was updated.
    """

    brief: Brief
    sources: tuple[Source, ...]
    title: str
    lead: str
    points: tuple[str, ...]
    basis: str
    date: str | None
    changed: str | None
    corrections: tuple[str, ...]

    @property
    def id(self) -> str:
        """The brief's id."""
        return self.brief.id


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's evidence page.

    Attributes:
        cited: the article as reference managers get it; guesses of the program are not in it.
        lead: what the page shows.
        briefs: the ids of the briefs that rest on it.
    """

    source: Source
    cited: Citation
    lead: str
    briefs: tuple[str, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return self.source.article.id


def entries(records: Sequence[tuple[Brief, Sequence[Source]]]) -> tuple[Entry, ...]:
    """Every brief of the site, in its order."""
    homes: dict[str, str] = {}
    for brief, _ in records:
        for article in brief.articles:
            homes.setdefault(article, brief.id)
    return tuple(_entry(brief, sources, homes) for brief, sources in records)


def evidence(records: Sequence[tuple[Brief, Sequence[Source]]]) -> tuple[Evidence, ...]:
    """Every article that a brief rests on, by its id."""
    users: dict[str, list[str]] = {}
    sources: dict[str, Source] = {}
    for brief, found in records:
        for source in found:
            users.setdefault(source.article.id, []).append(brief.id)
            sources[source.article.id] = source
    return tuple(
        Evidence(source, cited(source), _shown(source), tuple(users[name]))
        for name, source in sorted(sources.items())
    )


def cited(source: Source) -> Citation:
    """The article as a reference manager gets it."""
    record = Record("", (), (source,), address="", date="", generator="")
    return next(citations(record))


def _entry(brief: Brief, sources: Sequence[Source], homes: Mapping[str, str]) -> Entry:
    view = brief_view(brief, sources, homes)
    date = view.as_of.iso if view.as_of else None
    changes = [(s.updates[-1].date or "")[:10] for s in sources if _is_current(s)]
    return Entry(
        brief=brief,
        sources=tuple(sources),
        title=one_line(brief.title),
        lead=shortened(_lead(view), LONGEST_LEAD),
        points=tuple(one_line(point.extract) for point in view.key_points),
        basis=f"{view.facts} from {words.count(len(sources), 'article')}",
        date=date,
        changed=max(filter(None, [date, *changes]), default=None),
        corrections=tuple(_corrections(view)),
    )


def _is_current(source: Source) -> bool:
    return bool(source.updates) and source.updates[-1].to == source.article.sha256


def _lead(view: BriefView) -> str:
    """The words of a source stand as its words: a card is read without the page around it."""
    if view.bottom_line is not None:
        return f"The editor: {one_line(view.bottom_line.text)}"
    points = [view.extract.words] if view.extract else [p.extract for p in view.key_points]
    if not points:
        return one_line(view.description)
    of = "the article" if len(view.sources) == 1 else "the articles"
    return f"From {of}: {one_line(points[0])}"


def _corrections(view: BriefView) -> Iterator[str]:
    for found in view.corrections:
        label = f"{found.label}: " if found.label else ""
        when = f" on {found.date}" if found.date else ""
        yield f"Corrected{when}. {label}{found.summary}."


def _shown(source: Source) -> str:
    facts = words.count(sum(1 for _ in source.facts.all()), "fact")
    what = "Excerpts" if source.shown is not None else "The full text"
    return f"{what} of the article, with the words of {facts} marked"
