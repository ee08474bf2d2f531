"""A citation shows its sentence on hover and focus, and leads to the marked words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BRIEF = "briefs/deepseek-wake-up-call.html"
ARTICLE = "articles/deepseek-wake-up-call.html"
HTML = "text/html; charset=utf-8"
CLAIM = "a.bw-ev[href*='#c-']"
SHIFTS = """() => { window.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(
    e => window.shifts += e.value)).observe({type: "layout-shift", buffered: true}); }"""


@pytest.fixture(params=["http", "file"])
def brief(request: pytest.FixtureRequest, visit: Open, on_disk: Open) -> Page:
    """The seed's brief, from a server and from the disk."""
    opened: Page = (visit if request.param == "http" else on_disk)(BRIEF)
    return opened


def tip(page: Page) -> Locator:
    return page.locator("[role=tooltip]")


def sentence_of(page: Page, link: Locator) -> tuple[str, list[str]]:
    """The sentence and the marked words that the article's own script gives for a citation."""
    found = page.evaluate("window.bwEvidence['deepseek-wake-up-call']")
    ((number, *places),) = found["facts"][(link.get_attribute("href") or "").split("#")[1]]
    text = found["sentences"][number]
    return text, [text[a:b] for a, b in zip(places[::2], places[1::2], strict=True)]


def test_hover_shows_the_sentence_with_the_facts_words_marked(brief: Page) -> None:
    link = brief.locator(CLAIM).first
    link.hover()
    expect(tip(brief)).to_be_visible()
    text, words = sentence_of(brief, link)
    expect(tip(brief)).to_contain_text(text)
    assert tip(brief).locator("mark").all_inner_texts() == words
    assert link.get_attribute("aria-describedby") == tip(brief).get_attribute("id")


def test_the_pointer_may_move_onto_it_and_it_goes_when_the_pointer_goes(brief: Page) -> None:
    brief.locator(CLAIM).first.hover()
    expect(tip(brief)).to_be_visible()
    box = tip(brief).bounding_box()
    assert box is not None
    brief.mouse.move(box["x"] + 20, box["y"] + 20, steps=4)
    brief.wait_for_timeout(600)
    expect(tip(brief)).to_be_visible()
    brief.mouse.move(5, 400)
    expect(tip(brief)).to_be_hidden()
    assert brief.locator("[aria-describedby=bw-tip]").count() == 0


def test_focus_shows_it_and_escape_closes_it(brief: Page) -> None:
    link = brief.locator(CLAIM).first
    link.focus()
    brief.keyboard.press("Tab")
    brief.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(tip(brief)).to_be_visible()
    expect(tip(brief)).to_contain_text(sentence_of(brief, link)[0])
    brief.keyboard.press("Escape")
    expect(tip(brief)).to_be_hidden()
    expect(link).to_be_focused()
    brief.keyboard.press("Tab")
    brief.keyboard.press("Shift+Tab")
    expect(tip(brief)).to_be_visible()
    brief.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "bw-tip")


def test_it_moves_nothing_and_stays_in_the_window(brief: Page) -> None:
    brief.evaluate(SHIFTS)
    width, height = brief.evaluate("[innerWidth, innerHeight]")
    for index in range(0, brief.locator("a.bw-ev").count(), 7):
        link = brief.locator("a.bw-ev").nth(index)
        link.scroll_into_view_if_needed()
        brief.evaluate("window.shifts = 0")
        before = link.bounding_box()
        link.hover()
        expect(tip(brief)).to_be_visible()
        box = tip(brief).bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= height
        assert link.bounding_box() == before
        brief.mouse.move(2, 300)
        expect(tip(brief)).to_be_hidden()
    assert brief.evaluate("window.shifts") == 0


def test_a_click_opens_the_marked_words(brief: Page) -> None:
    link = brief.locator(CLAIM).first
    fact = (link.get_attribute("href") or "").split("#")[1]
    link.click()
    brief.wait_for_url(f"**/{ARTICLE}#{fact}")
    expect(brief.locator(f"mark[id='{fact}']")).to_be_in_viewport()
    expect(brief.locator(f"mark[id='{fact}']")).to_have_css("outline-style", "solid")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_is_open(scheme: str, visit: Open) -> None:
    page = visit(BRIEF, scheme=scheme)
    page.wait_for_timeout(300)
    page.locator(CLAIM).first.hover()
    expect(tip(page)).to_be_visible()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_a_tap_opens_the_evidence_at_once(browser: Browser, address: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{address}{BRIEF}")
    page.locator(CLAIM).first.tap()
    page.wait_for_url(f"**/{ARTICLE}#c-*")
    context.close()


def test_the_sentences_of_hostile_text_are_text(visit: Open) -> None:
    page = visit("briefs/hostile.html")
    link = page.locator(CLAIM).first
    link.hover()
    expect(tip(page)).to_be_visible()
    assert tip(page).locator("*").evaluate_all("all => all.map(e => e.tagName)") == [
        "P", "P", "SPAN", "MARK",
    ]  # fmt: skip


def test_the_evidence_leads_to_the_words_on_the_original_page(
    browser: Browser, address: str, site: Path
) -> None:
    """The original is played by a page on which the article stands far below."""
    article = (site.parent / "articles" / "bond-yields-rise" / "source.txt").read_text()
    body = f"<h1>News</h1><div style='height: 3000px'></div><p>{article}</p>"
    context = browser.new_context()
    context.route("https://example.org/**", lambda r: r.fulfill(body=body, content_type=HTML))
    page = context.new_page()
    for words in ("it is not a panic", "12 basis points", "between 0.5% and 0.8%"):
        page.goto(f"{address}articles/bond-yields-rise.html")
        link = page.locator(f"a.bw-original[href$='text={quote(words)}']").first
        link.click()
        page.wait_for_url("https://example.org/**")
        page.wait_for_function("scrollY > 1000")
    context.close()
