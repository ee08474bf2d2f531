"""A hosted site shows no more of a restricted article than its budget, in any file of it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.compose.published import published_words

from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace


def _texts(site: Path) -> list[str]:
    """Every text file of the site, the search index with its own texts one by one."""
    found = [
        path.read_text()
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".md", ".txt", ".json"}
        and "assets" not in path.relative_to(site).parts
    ]
    index = json.loads((site / "search" / "search_index.json").read_text())
    return [*found, *(f"{doc['title']} {doc['text']}" for doc in index["docs"])]


def test_profiles(place: Path) -> None:
    settings = place / "briefwright.yml"
    own = "excerpts: {words: 40, share: 0.3}\nsite: {url: https://briefs.example.org/}\n"
    settings.write_text(f"{settings.read_text()}\n{own}")
    free, held = sorted(path.name for path in (place / "articles").iterdir())
    metadata = place / "articles" / free / "article.yml"
    metadata.write_text(metadata.read_text().replace("schema: 1", "schema: 1\nrights: cc-by", 1))
    workspace = Workspace.find(place)

    def count(name: str) -> tuple[int, int]:
        article, facts = workspace.article(name), workspace.facts(name)
        assert facts is not None
        total = len(article.text.split())
        # What the other article says may stand there.
        others = [workspace.article(other).text for other in {free, held} - {name}]
        return published_words(article, facts, _texts(place / "site"), others), total

    said: list[str] = []
    build_site(workspace, report=said.append, profile="hosted")
    shown, total = count(held)
    assert shown <= min(40, int(total * 0.3))
    assert f"excerpts only: {held} (rights: unknown)" in said
    assert count(free)[0] > 0.7 * count(free)[1]
    pages = "".join(_texts(place / "site"))
    assert "not published here" in pages
    assert "CC BY" in pages

    build_site(workspace, report=said.append)
    assert count(held)[0] > 0.7 * total

    metadata = place / "articles" / held / "article.yml"
    metadata.write_text(metadata.read_text().replace("schema: 1", "schema: 1\npublish: full", 1))
    build_site(workspace, report=said.append, profile="hosted")
    assert count(held)[0] > 0.7 * total
