"""What a reader's first visit transfers."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.weight import weigh
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
LIMIT = 350_000


@pytest.mark.parametrize("kind", ["briefs", "articles"])
def test_a_first_visit_is_light(kind: str, own: Path, browser: Browser) -> None:
    """The theme asks for the index of the search at once, so that it counts too."""
    page = next((own / kind).glob("deepseek-*.html"))
    sent = weigh(browser, own, f"{kind}/{page.name}")
    assert f"/{kind}/{page.name}" in sent
    assert "/search/search_index.json" in sent
    assert "/assets/briefwright/briefwright.css" in sent
    assert sum(sent.values()) < LIMIT, sent
