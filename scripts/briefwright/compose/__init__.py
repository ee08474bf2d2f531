"""From facts to Markdown pages. The door is `compose`; nothing here touches the disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefwright.compose.dossier import Dossier as Dossier
from briefwright.compose.dossier import SiteInfo as SiteInfo
from briefwright.model import Brief


def compose(
    dossiers: Sequence[Dossier],
    briefs: Sequence[Brief],
    templates: Mapping[str, str],
    site: SiteInfo,
) -> dict[str, str]:
    """Every generated page: its path below `docs/` and its Markdown.

    Deterministic; the pages stand in the order of their paths. Rejected facts never show. An
    article that no brief names has no page.

    Args:
        dossiers: the articles with their facts and findings.
        briefs: the briefs; every article that they name must be among the dossiers.
        templates: Jinja sources by name (`brief.md.j2`, `partials/claims.md.j2`, ...).
        site: what the pages say about the site.

    Raises:
        BuildError: B003, a template can't be rendered.
        WorkspaceError: A002, a brief names an article that is not there.
    """
    from briefwright.compose.pages import run

    return run(dossiers, briefs, templates, site)
