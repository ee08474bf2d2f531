"""A brief as one file, opened from a disk without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tests.compose.cases import INFO, briefs, dossiers

from briefwright.site.gated import gated
from briefwright.site.onefile import Frame, one_file
from briefwright.store.templates import load_templates

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BRIEF, ARTICLE = "brief.deepseek-wake-up-call", "article.deepseek-wake-up-call"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("one file")
    for case in ("seed", "two-sources", "hostile"):
        pages = gated(dossiers(case), briefs(case), load_templates(), INFO).pages
        frame = Frame("Briefs", "", "Briefwright 0")
        html = one_file(briefs(case), pages, load_templates(), frame)
        (folder / f"{case}.html").write_text(html, "utf-8")
    return folder


@pytest.fixture
def open_file(browser: Browser, files: Path) -> Iterator[Open]:
    """Opens a case's file; it may ask for nothing, not even another file, and not complain."""
    troubles: list[str] = []
    pages: list[Page] = []

    def open_page(case: str, *, width: int = 1280, scheme: str = "light") -> Page:
        address = (files / f"{case}.html").as_uri()
        context = browser.new_context(
            offline=True,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        pages.append(page)
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url == address else troubles.append(request.url),
        )
        page.goto(address)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert troubles == []


def test_a_citation_leads_to_its_words_and_the_number_back(open_file: Open) -> None:
    page = open_file("seed")
    claim = page.locator(f"[id^='{BRIEF}.c-']").first
    anchor = str(claim.get_attribute("id")).removeprefix(f"{BRIEF}.")
    page.locator(f"blockquote a.bw-ev[href='#{ARTICLE}.{anchor}']").click()
    words = page.locator(f"mark[id='{ARTICLE}.{anchor}']")
    expect(words).to_be_in_viewport()
    lit = words.evaluate("e => getComputedStyle(e).backgroundColor")
    other = page.locator("mark.claim:not(:target)").last
    assert lit != other.evaluate("e => getComputedStyle(e).backgroundColor")
    page.locator(f"#evidence ~ * a.bw-back[href='#{BRIEF}.{anchor}']").first.click()
    expect(claim).to_be_in_viewport()


def test_the_style_sheet_is_in_force(open_file: Open) -> None:
    light = open_file("seed").evaluate("getComputedStyle(document.body).backgroundColor")
    dark = open_file("seed", scheme="dark").evaluate(
        "getComputedStyle(document.body).backgroundColor"
    )
    assert (light, dark) == ("rgb(255, 255, 255)", "rgb(21, 24, 28)")


@pytest.mark.parametrize("case", ["seed", "two-sources", "hostile"])
def test_on_a_phone_nothing_scrolls_sideways(case: str, open_file: Open) -> None:
    page = open_file(case, width=390)
    assert page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", ["seed", "two-sources"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(case: str, scheme: str, width: int, open_file: Open) -> None:
    found = Axe().run(open_file(case, width=width, scheme=scheme))
    assert found.violations_count == 0, found.generate_report()
