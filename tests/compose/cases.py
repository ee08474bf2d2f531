"""The golden workspaces as what `compose` is given."""

from __future__ import annotations

from pathlib import Path

from briefwright.check import check
from briefwright.compose import Dossier, SiteInfo
from briefwright.model import Article, Brief, Facts
from briefwright.store.workspace import Workspace

CASES = Path(__file__).parents[1] / "golden" / "compose"
INFO = SiteInfo(name="Briefs", version="0")


def pairs(case: str) -> list[tuple[Article, Facts]]:
    """The articles of a case with their facts, which each of them has."""
    workspace = Workspace.find(CASES / case)
    found = []
    for name in workspace.article_ids():
        facts = workspace.facts(name)
        assert facts is not None
        found.append((workspace.article(name), facts))
    return found


def briefs(case: str) -> tuple[Brief, ...]:
    """The briefs of a case."""
    return tuple(Workspace.find(CASES / case).briefs())


def dossiers(case: str) -> list[Dossier]:
    """The articles of a case with what the checks found on them."""
    found = pairs(case)
    findings = check(found)
    return [
        Dossier(article, facts, tuple(f for f in findings if f.article == article.id))
        for article, facts in found
    ]
