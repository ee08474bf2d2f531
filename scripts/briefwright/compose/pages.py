"""All pages of the site from the dossiers and briefs; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose import bottom_line
from briefwright.compose.article import article_view
from briefwright.compose.brief import brief_view
from briefwright.compose.dossier import Dossier, SiteInfo
from briefwright.compose.keypoints import RULE
from briefwright.compose.links import Links
from briefwright.compose.render import Renderer
from briefwright.compose.site_pages import site_view
from briefwright.compose.source import Source
from briefwright.compose.uses import all_uses
from briefwright.errors import WorkspaceError
from briefwright.model import Brief

SITE_PAGES = ("index", "timeline", "claims", "skeptics", "market-effects", "people")


@dataclass(frozen=True, slots=True)
class _Desk:
    """The sources of each brief, and the brief where each article is at home."""

    sources: Mapping[str, list[Source]]
    homes: Mapping[str, str]


def run(
    dossiers: Sequence[Dossier],
    briefs: Sequence[Brief],
    templates: Mapping[str, str],
    site: SiteInfo,
) -> dict[str, str]:
    """See `briefwright.compose.compose`."""
    renderer = Renderer(templates)
    desk = _lay_out(dossiers, briefs)
    views = [brief_view(brief, desk.sources[brief.id], desk.homes, site.off) for brief in briefs]
    uses = all_uses(views)
    rules = {"rule": RULE, "bottom_rule": bottom_line.RULE}
    pages = {
        f"briefs/{view.id}.md": renderer.page("brief.md.j2", brief=view, site=site, **rules)
        for view in views
    }
    links = Links(root="../", homes=desk.homes)
    for source in {s.article.id: s for found in desk.sources.values() for s in found}.values():
        name = source.article.id
        using = [(brief.title, brief.id) for brief in briefs if name in brief.articles]
        view = article_view(source, uses, using, links)
        pages[f"articles/{name}.md"] = renderer.page("article.md.j2", article=view, site=site)
    everything = site_view(views, desk.sources, desk.homes)
    for name in SITE_PAGES:
        pages[f"{name}.md"] = renderer.page(f"{name}.md.j2", all=everything, site=site)
    return dict(sorted(pages.items()))


def _lay_out(dossiers: Sequence[Dossier], briefs: Sequence[Brief]) -> _Desk:
    known = {dossier.article.id: Source(dossier) for dossier in dossiers}
    sources: dict[str, list[Source]] = {}
    homes: dict[str, str] = {}
    for brief in briefs:
        for article in brief.articles:
            if article not in known:
                raise WorkspaceError(
                    "A002", at=f"briefs/{brief.id}.yml", saw=repr(article), fix="add the article"
                )
            homes.setdefault(article, brief.id)
        sources[brief.id] = [known[article] for article in brief.articles]
    return _Desk(sources, homes)
