"""The search finds claims, people, dates and articles and says which is which, also from disk."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BRIEF = "briefs/deepseek-wake-up-call.html"


@pytest.fixture(params=["http", "file"])
def page(request: pytest.FixtureRequest, visit: Open, on_disk: Open) -> Page:
    opened: Page = (visit if request.param == "http" else on_disk)("claims.html")
    return opened


@pytest.mark.parametrize(
    ("words", "title", "target"),
    [
        ("impressive model", "Claim 7 · Sam Altman", "blockquote"),
        ("Marina Zhang", "Person · Marina Zhang", "li"),
        ("5 February 2025", "Event · 5 February 2025", "li"),
        ("27 January 2025", "Date · 27 January 2025", "tr"),
        ("Deepseek wake up call", "Article · Deepseek wake up call", "h1"),
        ("Elon Musk doubts", "Skeptic · Elon Musk", "blockquote"),
        ("Tokyo Electron", "Market effect · Tokyo Electron ▼ down", "tr"),
    ],
)
def test_a_result_tells_its_kind_and_leads_to_its_line(
    page: Page, words: str, title: str, target: str
) -> None:
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)
    result = page.locator(".md-search-result__link").filter(
        has=page.locator("h1, h2").filter(has_text=title)
    )
    # each key brings new results; the last ones carry all the words in their addresses
    page.wait_for_function(
        "words => [...document.querySelectorAll('.md-search-result__link')]"
        ".some(a => words.every(word => a.href.toLowerCase().includes(word)))",
        arg=words.lower().split(),
    )
    expect(result.first).to_be_attached()
    more = page.locator("details.md-search-result__more")
    more.evaluate_all("all => all.forEach(details => { details.open = true; })")
    result.first.click()
    expect(page.locator(".md-search-result__link").first).to_be_hidden()
    anchor = page.url.partition("#")[2]
    assert anchor or target == "h1"
    line = page.locator(f"[id='{anchor}']") if anchor else page.locator("h1")
    expect(line).to_be_in_viewport()


def test_entries_cost_less_than_their_sections_and_are_found_once(site: Path) -> None:
    """An entry takes the place of its section's words; its address is what it costs."""
    docs = json.loads((site / "search" / "search_index.json").read_text())["docs"]
    own = [doc for doc in docs if doc["location"].startswith(f"{BRIEF}#")]
    assert len({doc["location"] for doc in docs}) == len(docs)
    briefs = [doc for doc in docs if "for U.S. technology" in doc["title"]]
    assert [doc["title"].split(" · ")[0] for doc in briefs] == ["Brief"]
    text = [doc for doc in own if "reopen on February 5" in doc["text"]]
    assert [doc["title"] for doc in text] == ["Event · 5 February 2025"]
    assert sum(len(json.dumps(doc)) for doc in own) < 40_000
