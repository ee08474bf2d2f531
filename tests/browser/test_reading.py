"""What a reader does: search, follow a claim to its evidence, and come back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BRIEF = "briefs/deepseek-wake-up-call.html"
ARTICLE = "articles/deepseek-wake-up-call.html"


def search(page: Page, words: str) -> None:
    """Types into the search box, as a reader does: the theme listens to keys."""
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(words)


def test_a_search_leads_to_a_claim(visit: Open) -> None:
    page = visit("")
    search(page, "deliver for the price")
    page.locator(".md-search-result__link", has_text="Claim 7 · Sam Altman").first.click()
    page.wait_for_url("**/briefs/deepseek-wake-up-call.html*")
    claim = page.locator("h3", has_text="Claim 7 · Sam Altman")
    expect(claim).to_be_in_viewport()
    assert f"#{claim.get_attribute('id')}" in page.url


def test_a_claim_leads_to_its_highlighted_evidence_and_back(visit: Open) -> None:
    page = visit(BRIEF)
    claim = page.locator("h3", has_text="Claim 4 · Donald Trump")
    fact = claim.get_attribute("id")
    page.locator(f'a.bw-ev[href$="#{fact}"]').last.click()
    page.wait_for_url(f"**/{ARTICLE}#{fact}")
    mark = page.locator(f"mark[id='{fact}']")
    expect(mark).to_be_in_viewport()
    assert mark.inner_text().startswith("If you could do it cheaper, if you could do it [for] less")
    lit = mark.evaluate("e => getComputedStyle(e).backgroundColor")
    other = page.locator("mark.claim").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert lit != other
    speaker = page.locator(f"mark[data-fact='{fact}']", has_text="He")
    assert speaker.evaluate("e => getComputedStyle(e).backgroundColor") == lit
    page.locator(f"mark[id='{fact}'] + a.bw-back, mark[id='{fact}'] a.bw-back").last.click()
    page.wait_for_url(f"**/{BRIEF}#{fact}")
    expect(claim).to_be_in_viewport()
    quote = page.locator(f"h3[id='{fact}'] + blockquote")
    assert quote.evaluate("e => getComputedStyle(e).backgroundColor") == lit


def test_every_evidence_link_of_a_brief_leads_to_its_words(visit: Open) -> None:
    page = visit(BRIEF)
    links = page.locator("a.bw-ev").evaluate_all("links => links.map(a => a.href)")
    assert len(links) > 60
    page.goto(links[0].split("#")[0])
    ids = set(page.locator("mark[id]").evaluate_all("marks => marks.map(m => m.id)"))
    assert {link.split("#")[1] for link in links} <= ids


def test_without_scripts_the_evidence_is_still_lit(visit: Open, address: str) -> None:
    browser = visit("").context.browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{ARTICLE}")
    fact = page.locator("mark.claim[id]").first.get_attribute("id")
    page.goto(f"{address}{ARTICLE}#{fact}")
    expect(page.locator(f"mark[id='{fact}']")).to_have_css("outline-style", "solid")
    context.close()


def test_hostile_text_is_shown_and_does_nothing(visit: Open) -> None:
    title = '</title><script>alert("t")</script> & *title* {: #x }'
    for path in ("briefs/hostile.html", "articles/hostile.html", "", "claims.html"):
        page = visit(path)
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
        page.reload()
        assert title in page.content().replace("&lt;", "<").replace("&gt;", ">").replace(
            "&amp;", "&"
        )
    page = visit("briefs/hostile.html")
    assert page.title().startswith(title)
    assert title in page.locator("h1").inner_text()
    search(page, "Eve")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert page.locator(".md-search-result img, .md-search-result script").count() == 0
