"""All checks on all articles, in the order in which findings are shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefwright.check.arithmetic import exchange_rates
from briefwright.check.figures import figure_values
from briefwright.check.grounding import grounding
from briefwright.check.metadata import metadata
from briefwright.check.references import references_resolve
from briefwright.check.table import CheckSeverity, check_table
from briefwright.check.unknowns import unknowns
from briefwright.model import Article, Facts, Finding

Pair = tuple[Article, Facts]

_RANK = {"error": 0, "warning": 1, "notice": 2}


def run(
    articles: Sequence[Pair], severities: Mapping[str, CheckSeverity] | None
) -> tuple[Finding, ...]:
    """As `briefwright.check.check`."""
    chosen = severities or {}
    table = check_table()
    found: list[Finding] = []
    for finding in _all(articles):
        severity = chosen.get(finding.check, table[finding.check].severity)
        if severity != "off":
            found.append(finding.model_copy(update={"severity": severity}))
    order = {check: number for number, check in enumerate(table)}
    return tuple(sorted(found, key=lambda f: (_RANK[f.severity], order[f.check])))


def _all(articles: Sequence[Pair]) -> Iterable[Finding]:
    for article, facts in articles:
        yield from grounding(article, facts)
        yield from references_resolve(article, facts)
        yield from figure_values(article, facts)
        yield from metadata(article, facts)
        yield from unknowns(article, facts)
    yield from exchange_rates(articles)
