"""Exports of the golden workspaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefwright.compose import Dossier
from briefwright.compose.excerpts import Budget, excerpts
from briefwright.compose.exports import exports
from briefwright.compose.source import Source
from briefwright.store.workspace import Workspace

CASES = Path(__file__).parents[2] / "golden" / "compose"
Export = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def export_case() -> Export:
    """The files of a case by their paths; `hosted` hides what a hosted site would."""

    def files(case: str, *, hosted: bool = False, address: str = "") -> dict[str, str]:
        workspace = Workspace.find(CASES / case)
        sources = {}
        for name in workspace.article_ids():
            article, facts = workspace.article(name), workspace.facts(name)
            assert facts is not None
            shown = excerpts(article, facts, Budget(40, 0.25)) if hosted else None
            sources[name] = Source(Dossier(article, facts, (), shown))
        briefs = [(b, [sources[name] for name in b.articles]) for b in workspace.briefs()]
        return exports(
            briefs, site="All", address=address, date="2025-01-28", generator="Briefwright 0"
        )

    return files
