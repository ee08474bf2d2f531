"""Everything that a hosted site needs to know, and can be wrong, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.compose.source import Source
from briefwright.model import Brief
from briefwright.site.hosted.entry import Entry, Evidence, entries, evidence
from briefwright.site.hosted.redirects import Redirect, first_ids, redirects
from briefwright.site.naming import public_address, site_name
from briefwright.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Plan:
    """A hosted site.

    Attributes:
        address: where it stands on the web, with a slash at its end.
        name: the site's name.
        first: the first id of each brief that had another one.
    """

    address: str
    name: str
    entries: tuple[Entry, ...]
    evidence: tuple[Evidence, ...]
    redirects: tuple[Redirect, ...]
    first: Mapping[str, str]


def plan(workspace: Workspace, records: Sequence[tuple[Brief, Sequence[Source]]]) -> Plan:
    """The plan for the site of `workspace`.

    Args:
        workspace: its settings and mkdocs.yml.
        records: each brief with its sources, without the words that are not shown.

    Raises:
        BuildError: B020, there is no address; B021, a redirect is wrong.
    """
    briefs, articles = entries(records), evidence(records)
    ids = {"briefs": {e.id for e in briefs}, "articles": {a.id for a in articles}}
    wanted = workspace.settings.site.redirects
    return Plan(
        address=public_address(workspace),
        name=site_name(workspace),
        entries=briefs,
        evidence=articles,
        redirects=redirects(wanted, ids),
        first={new: old for new, old in first_ids(wanted).items() if old not in ids["briefs"]},
    )
