"""Exports of the golden workspaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.compose.cases import briefs, pairs

from briefwright.compose import Dossier
from briefwright.compose.excerpts import Budget, excerpts
from briefwright.compose.exports import exports
from briefwright.compose.source import Source

Export = Callable[..., dict[str, str]]


@pytest.fixture(scope="session")
def export_case() -> Export:
    """The files of a case by their paths; `hosted` hides what a hosted site would."""

    def files(case: str, *, hosted: bool = False, address: str = "") -> dict[str, str]:
        sources = {}
        for article, facts in pairs(case):
            shown = excerpts(article, facts, Budget(40, 0.25)) if hosted else None
            sources[article.id] = Source(Dossier(article, facts, (), shown))
        records = [(b, [sources[name] for name in b.articles]) for b in briefs(case)]
        return exports(
            records, site="All", address=address, date="2025-01-28", generator="Briefwright 0"
        )

    return files
