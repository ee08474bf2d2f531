"""Findings of the checks, and what is not known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefwright.check.table import check_table
from briefwright.compose import words
from briefwright.compose.links import Links, Ref
from briefwright.compose.source import Source
from briefwright.model import Fact, Finding


@dataclass(frozen=True, slots=True)
class FindingLine:
    """One finding with its working, line by line, and the facts that it is about.

    `label` names the source in a brief that has several; `text` tells what the check is for.
    """

    label: str | None
    check: str
    title: str
    text: str
    severity: str
    message: str
    working: tuple[str, ...]
    facts: tuple[str, ...]
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
    """A finding on articles of which the brief does not have all belongs to another brief."""
    by_id = {source.article.id: source for source in sources}
    found = [
        (source, finding)
        for source in sources
        for finding in source.findings
        if finding.severity == severity and all(e.article in by_id for e in finding.elsewhere)
    ]
    return [
        _line(source, finding, by_id, links)
        for source, finding in found
        if not any(_is_part(finding, other) for home, other in found if home is source)
    ]


def _is_part(finding: Finding, other: Finding) -> bool:
    """Whether `other` compares the same facts with those of more articles."""
    same = finding.check == other.check and set(finding.facts) <= set(other.facts)
    return same and bool(finding.facts) and set(finding.elsewhere) < set(other.elsewhere)


def _line(
    source: Source, finding: Finding, by_id: Mapping[str, Source], links: Links
) -> FindingLine:
    info = check_table()[finding.check]
    about = list(_facts(source, finding, by_id))
    sayable = all(s.shows(span) for s, fact in about if s is not source for span in fact.spans())
    return FindingLine(
        label=links.labels.get(source.article.id),
        check=finding.check,
        title=info.title,
        text=info.text,
        severity=words.SEVERITY[finding.severity],
        message=finding.message if sayable else f"{info.title}.",
        working=finding.working if sayable else (),
        facts=tuple(fact.id for _, fact in about),
        refs=tuple(links.ref(s, fact) for s, fact in about),
    )


def _facts(
    source: Source, finding: Finding, by_id: Mapping[str, Source]
) -> Iterator[tuple[Source, Fact]]:
    """The facts of the finding with their sources; those that a person rejected are left out."""
    named = [(source, name) for name in finding.facts]
    named += [(by_id[e.article], e.fact) for e in finding.elsewhere]
    for home, name in named:
        if fact := home.fact(name):
            yield home, fact
