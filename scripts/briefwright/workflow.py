"""What commands do with several rooms at once: facts for articles, and findings on them.

Here the rooms meet: the workspace on disk, the engine and the checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.check import check
from briefwright.errors import WorkspaceError
from briefwright.extract import extract
from briefwright.model import KINDS, Article, Facts, Finding
from briefwright.store.files import shown
from briefwright.store.workspace import Workspace
from briefwright.store.yaml import read_yaml


@dataclass(frozen=True)
class Extracted:
    """What one extraction did: `written` tells whether facts.yml changed."""

    article: Article
    facts: Facts
    written: bool


def extract_into(workspace: Workspace, ids: Sequence[str]) -> Iterator[Extracted]:
    """Extract the articles `ids` one after the other and write their facts.yml.

    The language pipeline is loaded once. A person's edits stay (`store.facts_file`).

    Raises:
        BriefwrightError: what reading, extracting and writing raise; facts written before stay.
    """
    for article_id in ids:
        article = workspace.article(article_id)
        facts = extract(article, workspace.settings.extract)
        written = workspace.save_facts(article, facts)
        yield Extracted(article, facts, written)


def with_facts(workspace: Workspace, ids: Sequence[str]) -> list[tuple[Article, Facts]]:
    """Each of the articles `ids` with its facts.

    Raises:
        WorkspaceError: A005, one has none; A002, there is no such article.
        FactsError, YamlError: a facts file is wrong.
    """
    pairs = []
    for article_id in ids:
        facts = workspace.facts(article_id)
        if facts is None:
            raise no_facts(workspace, article_id)
        pairs.append((workspace.article(article_id), facts))
    return pairs


def findings(workspace: Workspace, pairs: Sequence[tuple[Article, Facts]]) -> tuple[Finding, ...]:
    """The findings on `pairs` with the workspace's severities, each at its fact's `file:line`.

    Raises:
        WorkspaceError: A009, a judgment cites what is no fact of its brief, or a rejected one; the
            judgments of a brief are looked at when all of its articles are among `pairs`.
    """
    workspace.prove_judgments({article.id: facts for article, facts in pairs})
    lines = {article.id: _fact_lines(workspace, article.id) for article, _ in pairs}
    return tuple(
        finding.model_copy(update={"at": lines[finding.article].get(finding.facts[0], "")})
        if finding.facts
        else finding
        for finding in check(pairs, workspace.settings.checks, _groups(workspace))
    )


def _groups(workspace: Workspace) -> list[tuple[str, ...]]:
    """The articles of each brief: only these are compared with each other."""
    return [brief.articles for brief in workspace.briefs()]


def no_facts(workspace: Workspace, article_id: str) -> WorkspaceError:
    """A005 for an article, with the remedy that the workspace's engine offers."""
    by_hand = workspace.settings.engine == "none"
    return WorkspaceError(
        "A005",
        at=shown(workspace.facts_path(article_id)),
        saw="no such file",
        wanted="the article's facts",
        fix=f"write the file and run: briefwright align {article_id} (engine: none)"
        if by_hand
        else f"run: briefwright extract {article_id}",
    )


def _fact_lines(workspace: Workspace, article_id: str) -> dict[str, str]:
    """`file:line` of each fact by its id."""
    limit = workspace.settings.limits.yaml_bytes
    document = read_yaml(workspace.facts_path(article_id), max_bytes=limit)
    return {
        fact["id"]: document.at((kind, index))
        for kind, entries in document.data.items()
        if kind in KINDS and entries
        for index, fact in enumerate(entries)
    }
