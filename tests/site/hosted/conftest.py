from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace

ROOT = Path(__file__).parents[3]
ADDRESS = "https://briefs.example.org/desk/"
# Every way out of an attribute, an element, a script and XML that one printable line can try.
HOSTILE = "</script><script>alert(1)</script>\"'><img src=x> & ]]> --> <!--"

Page = Any  # lxml has no types
Read = Callable[[str], Page]


def workspace_in(root: Path, *cases: str, settings: str = "") -> Path:
    """A workspace with the articles and briefs of golden cases, for the web."""
    golden = ROOT / "tests" / "golden" / "compose"
    root.mkdir(parents=True)
    for case in cases:
        for folder in ("articles", "briefs"):
            if (golden / case / folder).is_dir():
                shutil.copytree(golden / case / folder, root / folder, dirs_exist_ok=True)
    site = f"schema: 1\nengine: none\nprofile: hosted\nsite:\n  url: {ADDRESS}\n"
    (root / "briefwright.yml").write_text(site + settings)
    shutil.copy(ROOT / "templates" / "init" / "mkdocs.yml", root)
    (root / "docs").mkdir()
    return root


def build(root: Path, profile: Any = None) -> tuple[Path, list[str]]:
    """The built site and what was said."""
    said: list[str] = []
    result = build_site(Workspace.find(root), report=said.append, profile=profile)
    return result.index.parent, said


def freed(root: Path) -> Path:
    """The workspace with every article's text free, so that pages show all of it."""
    for file in (root / "articles").glob("*/article.yml"):
        file.write_text(file.read_text().replace("schema: 1", "schema: 1\nrights: own", 1))
    return root


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two good articles and one hostile one, all free; a hostile brief and a person's pages."""
    folder = tmp_path_factory.mktemp("hosted")
    root = freed(workspace_in(folder / "work", "two-sources", "hostile"))
    brief = {"title": HOSTILE, "question": HOSTILE, "articles": ["hostile"], "as_of": "2026-01-05"}
    (root / "briefs" / "trap.yml").write_text(json.dumps(brief))
    metadata = root / "articles" / "hostile" / "article.yml"
    stated = {
        "author": {"value": HOSTILE, "from": "person"},
        "url": {"value": "https://x.example/\"><script>alert('u')</script>", "from": "person"},
    }
    metadata.write_text(
        metadata.read_text() + "".join(f"{k}: {json.dumps(v)}\n" for k, v in stated.items())
    )
    (root / "docs" / "mine.md").write_text("# Mine & yours\n\nA page of my own.\n")
    (root / "docs" / "own.html").write_text("<html><head></head><body>as it is</body></html>")
    return root


@pytest.fixture(scope="session")
def site(work: Path) -> Path:
    return build(work)[0]


@pytest.fixture(scope="session")
def read(site: Path) -> Read:
    """A page of the site, as lxml's HTML parser sees it."""
    return lambda path: html.fromstring((site / path).read_bytes())


def metas(page: Page) -> dict[str, str]:
    """The content of each meta tag of the head, by its name or property."""
    return {
        str(tag.get("name") or tag.get("property")): str(tag.get("content"))
        for tag in page.xpath("/html/head/meta[@name or @property]")
    }


def data(page: Page) -> dict[str, Any]:
    """The page's JSON-LD."""
    (script,) = page.xpath("//script[@type='application/ld+json']")
    found: dict[str, Any] = json.loads(script.text)
    return found
