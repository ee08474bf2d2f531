"""`briefwright check`."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from briefwright.cli.output import Format, FormatOption, note, one_line, print_json

if TYPE_CHECKING:
    from briefwright.model import Finding

SEVERITIES = ("error", "warning", "notice")


def check(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Articles; all that have facts when left out.")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """Check the facts of articles and the lines of their briefs; leaves with 1 on errors."""
    from briefwright.gate.quotes import KINDS
    from briefwright.site.prepare import composed
    from briefwright.store.workspace import Workspace
    from briefwright.workflow import findings, with_facts

    workspace = Workspace.find()
    wanted = ids or [n for n in workspace.article_ids() if workspace.facts_path(n).exists()]
    skipped = [] if ids else [n for n in workspace.article_ids() if n not in wanted]
    pairs = with_facts(workspace, wanted)
    found = findings(workspace, pairs)
    briefs = [brief for brief in workspace.briefs() if set(brief.articles) <= set(wanted)]
    proof = composed(workspace, pairs, briefs, found, {}).proof
    kinds = Counter[str](quote.kind for _, _, quote in proof.quotes)
    counts = Counter[str](finding.severity for finding in found)
    if format is Format.json:
        print_json(
            {
                "articles": wanted,
                "without_facts": skipped,
                "counts": {severity: counts[severity] for severity in SEVERITIES},
                "findings": [finding.model_dump(mode="json") for finding in found],
                "quotes": [
                    {"page": page, "line": line, **asdict(quote)}
                    for page, line, quote in proof.quotes
                ],
                "refused": [asdict(refusal) for refusal in proof.refusals],
            }
        )
    else:
        for finding in found:
            _tell(finding)
        for page, line, quote in proof.quotes:
            if not quote.holds:
                typer.echo(f"quote {quote.kind} {page}:{line}\n  {one_line(quote.quote)}")
        for refusal in proof.refusals:
            typer.echo(f"refused {refusal.page}:{refusal.line}\n  {one_line(refusal.words)}")
            typer.echo(f"    {refusal.why}")
        for name in skipped:
            note(f"not checked: {name} has no facts yet (run: briefwright extract {name})")
        summary = ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in SEVERITIES)
        if kinds:
            told = ", ".join(f"{kinds[kind]} {kind}" for kind in KINDS if kinds[kind])
            typer.echo(f"{sum(kinds.values())} quotations on pages: {told}")
        typer.echo(f"{len(wanted)} article{'' if len(wanted) == 1 else 's'}: {summary}")
    if counts["error"] or proof.refusals:
        raise typer.Exit(1)


def _tell(finding: Finding) -> None:
    place = finding.at or f"articles/{finding.article}"
    typer.echo(f"{finding.severity} {finding.check} {place}\n  {finding.message}")
    for line in finding.working:
        typer.echo(f"    {line}")
