"""`briefwright check`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from briefwright.cli.output import Format, FormatOption, note, print_json

if TYPE_CHECKING:
    from briefwright.model import Finding

SEVERITIES = ("error", "warning", "notice")


def check(
    ids: Annotated[
        list[str] | None, typer.Argument(help="Articles; all that have facts when left out.")
    ] = None,
    format: FormatOption = Format.text,
) -> None:
    """Check the facts of articles; leaves with 1 when there are errors."""
    from briefwright.store.workspace import Workspace
    from briefwright.workflow import findings, with_facts

    workspace = Workspace.find()
    wanted = ids or [n for n in workspace.article_ids() if workspace.facts_path(n).exists()]
    skipped = [] if ids else [n for n in workspace.article_ids() if n not in wanted]
    found = findings(workspace, with_facts(workspace, wanted))
    counts = Counter[str](finding.severity for finding in found)
    if format is Format.json:
        print_json(
            {
                "articles": wanted,
                "without_facts": skipped,
                "counts": {severity: counts[severity] for severity in SEVERITIES},
                "findings": [finding.model_dump(mode="json") for finding in found],
            }
        )
    else:
        for finding in found:
            _tell(finding)
        for name in skipped:
            note(f"not checked: {name} has no facts yet (run: briefwright extract {name})")
        summary = ", ".join(f"{counts[s]} {s}{'' if counts[s] == 1 else 's'}" for s in SEVERITIES)
        typer.echo(f"{len(wanted)} article{'' if len(wanted) == 1 else 's'}: {summary}")
    if counts["error"]:
        raise typer.Exit(1)


def _tell(finding: Finding) -> None:
    place = finding.at or f"articles/{finding.article}"
    typer.echo(f"{finding.severity} {finding.check} {place}\n  {finding.message}")
    for line in finding.working:
        typer.echo(f"    {line}")
