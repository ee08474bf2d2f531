"""This repository is a workspace: its facts and its generated pages are committed and current."""

from __future__ import annotations

from pathlib import Path

from briefwright.extract import extract
from briefwright.site.manifest import generated
from briefwright.site.prepare import generated_pages
from briefwright.store.workspace import Workspace
from briefwright.workflow import findings, with_facts

ROOT = Path(__file__).parents[1]


def test_the_first_articles_facts_are_what_the_engine_finds() -> None:
    workspace = Workspace.find(ROOT)
    assert workspace.article_ids() == ("deepseek-wake-up-call",)
    [(article, facts)] = with_facts(workspace, workspace.article_ids())
    assert facts.dump() == extract(article).dump(), "run: briefwright extract, and read the diff"


def test_the_committed_pages_are_what_a_build_writes() -> None:
    workspace = Workspace.find(ROOT)
    pairs = with_facts(workspace, workspace.article_ids())
    found = findings(workspace, pairs)
    pages = generated_pages(workspace, pairs, workspace.briefs(), found, {})
    assert set(pages) | {".briefwright-manifest.json"} == generated(ROOT / "docs")
    assert len(pages) > 8
    stale = [path for path, data in pages.items() if (ROOT / "docs" / path).read_bytes() != data]
    assert stale == [], "run: briefwright build, and read the diff"
