"""The unpacked bundle, opened from the disk by a browser without a network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture
def offline(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page without a network, and what went wrong on it."""
    troubles: list[str] = []
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith(("file:", "data:")) else troubles.append(r.url),
    )
    yield page, troubles
    context.close()


def test_no_page_asks_the_network_or_fails(unpacked: Path, offline: tuple[Page, list[str]]) -> None:
    page, troubles = offline
    pages = sorted(unpacked.rglob("*.html"))
    assert len(pages) > 10
    for path in pages:
        page.goto(path.as_uri())
        page.wait_for_timeout(60)
        assert troubles == [], path
        assert page.title(), path


@pytest.mark.parametrize(
    "words", ["Nikkei", "Donald Trump", "27 January 2025", "wake-up call for our industries"]
)
def test_the_search_finds_names_dates_and_claims(
    words: str, unpacked: Path, offline: tuple[Page, list[str]]
) -> None:
    page, troubles = offline
    page.goto((unpacked / "site" / "briefs" / "deepseek-wake-up-call.html").as_uri())
    page.click(".md-search__input")
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__link", timeout=10_000)
    found = page.inner_text(".md-search-result__list")
    assert all(word.lower() in found.lower() for word in words.split())
    assert troubles == []


def test_a_result_leads_to_its_section(unpacked: Path, offline: tuple[Page, list[str]]) -> None:
    page, _ = offline
    page.goto((unpacked / "site" / "index.html").as_uri())
    page.click(".md-search__input")
    page.keyboard.type("Nvidia")
    page.wait_for_selector(".md-search-result__link", timeout=10_000)
    page.click(".md-search-result__link >> nth=0")
    page.wait_for_load_state()
    assert page.url.startswith(unpacked.as_uri())
    assert "Nvidia" in page.inner_text("main")


def test_every_page_has_a_policy_without_inline_code(unpacked: Path) -> None:
    for path in sorted(unpacked.rglob("*.html")):
        policy = path.read_text().split('http-equiv="Content-Security-Policy" content="')[1]
        scripts = [part for part in policy.split('"')[0].split("; ") if "script-src" in part]
        assert not any("unsafe" in part for part in scripts), path
        assert policy.startswith("default-src 'none'"), path
