"""How many checks passed on a brief's articles, how many failed, and how many could do neither."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from briefwright.check.idle import idle
from briefwright.check.table import check_table
from briefwright.compose.source import Source

_GRAVE = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Counts of checks: `failed` found something, `idle` had nothing to compare."""

    passed: int
    failed: int
    idle: int


def verdicts(sources: Sequence[Source], off: Collection[str] = ()) -> Verdicts:
    """The checks that can find an error or a contradiction, those turned `off` left out.

    A check whose findings are notices says what an article leaves open; it is neither passed nor
    failed, unless the workspace takes its findings for more.
    """
    found = {finding.check for source in sources for finding in source.findings}
    grave = {f.check for source in sources for f in source.findings if f.severity in _GRAVE}
    asked = {name for name, info in check_table().items() if info.severity in _GRAVE} | grave
    asked -= set(off)
    failed = asked & found
    without = asked.intersection(idle([(s.article, s.facts) for s in sources])) - failed
    return Verdicts(len(asked - failed - without), len(failed), len(without))
