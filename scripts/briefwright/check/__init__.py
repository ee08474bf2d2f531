"""What a careful reader would notice. The door is `check`; pure functions of articles and facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from briefwright.check.table import CheckSeverity
    from briefwright.model import Article, Facts, Finding


def check(
    articles: Sequence[tuple[Article, Facts]],
    severities: Mapping[str, CheckSeverity] | None = None,
    briefs: Sequence[Collection[str]] | None = None,
) -> tuple[Finding, ...]:
    """The findings on articles with their facts: grave ones first, then by the table of checks.

    Args:
        articles: each article with its facts.
        severities: what `checks:` in briefwright.yml says; `off` leaves a check out.
        briefs: the ids of the articles that are compared with each other, brief by brief; all that
            are given are compared when left out.
    """
    from briefwright.check.run import run

    return run(articles, severities, briefs)
