from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefwright.site.build import BuildResult, build_site
from briefwright.store.workspace import Workspace

ROOT = Path(__file__).parents[2]

Build = Callable[[Path], BuildResult]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with two articles, one brief and a person's own page."""
    root = tmp_path / "work"
    case = ROOT / "tests" / "golden" / "compose" / "two-sources"
    shutil.copytree(case, root, ignore=shutil.ignore_patterns("expected"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    config = (root / "mkdocs.yml").read_text()
    own_nav = config[: config.index("\nnav:")] + config[config.index("\n# A brief in the nav") :]
    (root / "mkdocs.yml").write_text(own_nav)
    (root / "docs").mkdir()
    (root / "docs" / "mine.md").write_text("# A page of my own\n")
    return root


@pytest.fixture
def build() -> Build:
    """Builds a workspace quietly."""

    def run(root: Path) -> BuildResult:
        return build_site(Workspace.find(root), report=print)

    return run
