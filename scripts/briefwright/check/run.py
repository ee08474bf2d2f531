"""All checks on all articles, in the order in which findings are shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from briefwright.check.arithmetic import exchange_rates
from briefwright.check.changes import percent_changes
from briefwright.check.figures import figure_values
from briefwright.check.grounding import grounding
from briefwright.check.headline import headline
from briefwright.check.metadata import metadata
from briefwright.check.moves import moves
from briefwright.check.open_points import open_points
from briefwright.check.order import order
from briefwright.check.parts import parts
from briefwright.check.people import ages, number_words
from briefwright.check.quotes import quotations
from briefwright.check.references import references_resolve
from briefwright.check.roles import roles
from briefwright.check.scale import scale
from briefwright.check.second_sources import second_sources
from briefwright.check.table import CheckSeverity, check_table
from briefwright.check.tolls import tolls
from briefwright.check.unknowns import unknowns
from briefwright.check.weekdays import weekdays
from briefwright.model import Article, Facts, Finding

Pair = tuple[Article, Facts]

_RANK = {"error": 0, "warning": 1, "notice": 2}
# Checks that look at one article, and those that compare the articles of a brief.
_OF_ONE: tuple[Callable[[Article, Facts], Iterator[Finding]], ...] = (
    grounding, references_resolve, figure_values, percent_changes, parts, scale, weekdays, order,
    ages, number_words, headline, metadata, unknowns, open_points,
)  # fmt: skip
_OF_SEVERAL: tuple[Callable[[Sequence[Pair]], Iterator[Finding]], ...] = (
    exchange_rates, tolls, moves, roles, quotations, second_sources,
)  # fmt: skip


def run(
    articles: Sequence[Pair],
    severities: Mapping[str, CheckSeverity] | None,
    briefs: Sequence[Collection[str]] | None = None,
) -> tuple[Finding, ...]:
    """As `briefwright.check.check`."""
    chosen = severities or {}
    table = check_table()
    found: dict[Finding, None] = {}
    for finding in _all(articles, briefs):
        severity = chosen.get(finding.check, table[finding.check].severity)
        if severity != "off":
            found[finding.model_copy(update={"severity": severity})] = None
    order = {check: number for number, check in enumerate(table)}
    return tuple(sorted(found, key=lambda f: (_RANK[f.severity], order[f.check])))


def _all(articles: Sequence[Pair], briefs: Sequence[Collection[str]] | None) -> Iterable[Finding]:
    for article, facts in articles:
        for check in _OF_ONE:
            yield from check(article, facts)
    for group in [articles] if briefs is None else _groups(articles, briefs):
        for compare in _OF_SEVERAL:
            yield from compare(group)


def _groups(articles: Sequence[Pair], briefs: Sequence[Collection[str]]) -> Iterator[list[Pair]]:
    """The articles of each brief; one that no brief has stands alone."""
    named = {name for brief in briefs for name in brief}
    alone = [{article.id} for article, _ in articles if article.id not in named]
    for brief in [*briefs, *alone]:
        group = [pair for pair in articles if pair[0].id in brief]
        if group:
            yield group
