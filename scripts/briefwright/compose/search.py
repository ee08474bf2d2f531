"""What the site's search finds: one entry for each claim, doubt, event, date, move and name, with
its kind in its title, leading to its own line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.compose.claims import claim_lines
from briefwright.compose.links import Links
from briefwright.compose.market import EffectLine, effect_lines
from briefwright.compose.people import Said, entity_groups
from briefwright.compose.skeptics import skeptic_lines
from briefwright.compose.source import Source
from briefwright.compose.source_list import article_title
from briefwright.compose.timeline import DateLine, EventLine, date_lines, event_lines
from briefwright.model import Brief


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One result of a search.

    Attributes:
        page: the page's path below docs/, without its ending: `briefs/yields`.
        anchor: the HTML id of the line; empty for the page itself.
        title: begins with the kind: `Person · Donald Trump`.
        text: the article's words and the values, plain, for a line that is no section of its own;
            None: the page has its own.
    """

    page: str
    anchor: str
    title: str
    text: str | None


# Sections of a brief whose every line is an entry here: in them words would be found twice.
COVERED = ("key-points", "timeline", "undated", "dates", "market-effects", "people", "persons",
           "organisations", "others")  # fmt: skip


def search_entries(briefs: Sequence[tuple[Brief, Sequence[Source]]]) -> list[SearchEntry]:
    """The entries of all briefs, in the order of their pages; the same line gives one entry."""
    articles = {s.article.id: s for _, sources in briefs for s in sources}
    found = [entry for brief, sources in briefs for entry in _of_brief(brief, sources)]
    found += [
        SearchEntry(
            f"articles/{name}", "", f"Article · {article_title(articles[name].article)}", None
        )
        for name in sorted(articles)
    ]
    return list(dict.fromkeys(found))


def _of_brief(brief: Brief, sources: Sequence[Source]) -> Iterator[SearchEntry]:
    """The brief and its lines; its page has the same words."""
    page = f"briefs/{brief.id}"
    links = Links(root="../", homes={}, here=brief.id)
    yield SearchEntry(page, "", f"Brief · {brief.title}", None)
    claims = claim_lines(sources, links)
    for claim in claims:
        title = f"Claim {claim.number} · {claim.voice.heading}"
        yield SearchEntry(page, claim.ref.anchor, title, " … ".join(claim.pieces))
    for doubt in skeptic_lines(sources, claims, links):
        title = f"Skeptic · {doubt.voice.heading}"
        yield SearchEntry(page, doubt.ref.anchor, title, f"{doubt.extract} · {doubt.stance}")
    for event in event_lines(sources, links):
        yield SearchEntry(page, event.ref.anchor, f"Event · {_when(event)}", _told(event))
    for date in date_lines(sources, links):
        yield SearchEntry(page, date.ref.anchor, f"Date · {_read(date)}", _written(date))
    for effect in effect_lines(sources, links):
        title = f"Market effect · {effect.instrument} {effect.direction}"
        yield SearchEntry(page, effect.ref.anchor, title, _move(effect))
    for group in entity_groups(sources, Said((), (), ()), links):
        for name in group.lines:
            title = f"{name.kind.capitalize()} · {name.name}"
            yield SearchEntry(page, name.refs[0].anchor, title, name.role or "")


def _when(event: EventLine) -> str:
    return event.date or event.written or "no date stated"


def _told(event: EventLine) -> str:
    return f"{event.quote} · {event.status}"


def _read(date: DateLine) -> str:
    return date.read if date.edtf else date.written


def _written(date: DateLine) -> str:
    """The words, with the value that machines and some readers write."""
    other = date.edtf or date.read
    return f"“{date.written}” · {other}"


def _move(effect: EffectLine) -> str:
    sizes = [part for size in effect.sizes for part in (size.words, *size.conversions)]
    parts = (effect.measure, *sizes, effect.ticker, effect.date, f"“{effect.cue}”")
    return " · ".join(part for part in parts if part)
