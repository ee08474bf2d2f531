"""Fixtures that tests of several rooms share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from briefwright.ingest.add import add_article
from briefwright.ingest.options import IngestOptions
from briefwright.model import Article
from briefwright.store.workspace import Workspace

# The laws hold at any speed; a busy machine must not fail them.
settings.register_profile("any-speed", deadline=None)
settings.load_profile("any-speed")

TEXT = "Hello world, said Bob. Shares fell 1.4% on Monday.\nOn Monday, Ann (the boss) doubted it."

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

Quote = Callable[[str], dict[str, Any]]


@pytest.fixture
def article() -> Article:
    """A short article with a repeated "Monday"."""
    return Article.from_text(TEXT, id="short", published="2025-01-28")


@pytest.fixture
def quote(article: Article) -> Quote:
    """The plain data of the first place of some words in `article`."""

    def find(words: str) -> dict[str, Any]:
        start = article.text.index(words)
        return {"quote": words, "at": [start, start + len(words)]}

    return find


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    (tmp_path / "briefwright.yml").write_text("schema: 1\n")
    return Workspace.find(tmp_path)


@pytest.fixture
def one_article(workspace: Workspace) -> Workspace:
    """A workspace with the article `short`."""
    options = IngestOptions(id="short", stated={"published": "2025-01-28"})
    add_article(workspace, TEXT.encode(), "short.txt", options)
    return workspace


@pytest.fixture(scope="session")
def chromium() -> str:
    """The system's Chromium; without one the tests are skipped, and fail under CI."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        message = f"no Chromium found ({', '.join(NAMES)}): browser tests can't run"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()
