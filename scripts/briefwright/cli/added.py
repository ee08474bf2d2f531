"""What `add` says: one article in full, many in one line each, and the sum of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import typer

from briefwright.cli.output import note, one_line, print_json

if TYPE_CHECKING:
    from briefwright.errors import BriefwrightError
    from briefwright.ingest.add import AddResult

# Their absence is nothing to look into.
_TOLD_WHEN_STATED = ("url", "language")
STATUSES = ("added", "unchanged", "failed")


@dataclass(frozen=True)
class Outcome:
    """What became of one source: a result or an error."""

    source: str
    result: AddResult | None = None
    error: BriefwrightError | None = None

    @property
    def status(self) -> str:
        """One of `STATUSES`."""
        return self.result.status if self.result else "failed"


def tell_one(result: AddResult) -> None:
    """All that is known about the article, for the person who added it."""
    article = result.article
    if result.status == "unchanged":
        typer.echo(f"unchanged: articles/{article.id} has this text already")
        return
    typer.echo(f"added articles/{article.id} ({len(article.text.split()):,} words)")
    for key in ("title", "published", "author", "source", *_TOLD_WHEN_STATED):
        stated = getattr(article.metadata, key)
        said = f"{stated.value} (from: {stated.origin})" if stated else "unknown"
        if stated or key not in _TOLD_WHEN_STATED:
            typer.echo(f"  {key + ':':<10} {said}")


def tell_line(outcome: Outcome) -> None:
    """One of many, as it happens; failures wait for the end."""
    source = one_line(outcome.source)
    if outcome.result is None:
        return
    article = outcome.result.article
    if outcome.result.status == "unchanged":
        typer.echo(f"unchanged: articles/{article.id} has the text of {source} already")
    else:
        words = len(article.text.split())
        typer.echo(f"added articles/{article.id} ({words:,} words) from {source}")


def tell_sum(outcomes: list[Outcome]) -> None:
    """The failures with their reasons, on standard error, and the counts."""
    for outcome in outcomes:
        if outcome.error is not None:
            note(f"failed: {one_line(outcome.source)}")
            note(f"  {one_line(outcome.error.summary())}")
            note(f"  fix: {one_line(outcome.error.fix)}")
    counts = Counter(outcome.status for outcome in outcomes)
    typer.echo(", ".join(f"{counts[status]} {status}" for status in STATUSES))


def print_outcomes(outcomes: list[Outcome]) -> None:
    """The outcomes for programs."""
    counts = Counter(outcome.status for outcome in outcomes)
    print_json(
        {
            "sources": [_row(outcome) for outcome in outcomes],
            "counts": {status: counts[status] for status in STATUSES},
        }
    )


def _row(outcome: Outcome) -> dict[str, Any]:
    article = outcome.result.article if outcome.result else None
    return {
        "source": outcome.source,
        "status": outcome.status,
        "id": article.id if article else None,
        "sha256": article.sha256 if article else None,
        "words": len(article.text.split()) if article else None,
        "error": outcome.error.as_dict() if outcome.error else None,
    }
