"""Findings of the checks, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.compose import words
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model import Finding


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding with its working, line by line, and the facts that it is about.

    `label` names the source in a brief that has several.
    """

    label: str | None
    check: str
    severity: str
    message: str
    working: tuple[str, ...]
    refs: tuple[Ref, ...]


def finding_lines(sources: Sequence[Source], links: Links) -> list[FindingLine]:
    """Errors first, then warnings; notices stand among the unknowns."""
    return [
        *_lines(sources, links, "error"),
        *_lines(sources, links, "warning"),
    ]


def unknown_lines(sources: Sequence[Source], links: Links) -> list[FindingLine]:
    """The notices: what the article leaves open."""
    return _lines(sources, links, "notice")


def _lines(sources: Sequence[Source], links: Links, severity: str) -> list[FindingLine]:
    return [
        _line(source, finding, links)
        for source in sources
        for finding in source.findings
        if finding.severity == severity
    ]


def _line(source: Source, finding: Finding, links: Links) -> FindingLine:
    facts = [fact for fact in map(source.fact, finding.facts) if fact]
    return FindingLine(
        label=links.labels.get(source.article.id),
        check=finding.check,
        severity=words.SEVERITY[finding.severity],
        message=finding.message,
        working=finding.working,
        refs=tuple(links.ref(source, fact) for fact in facts),
    )
