"""The keyboard goes through a page as the eye does, and one sees where it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PAGES = [
    "",
    "briefs/deepseek-wake-up-call.html",
    "briefs/yields.html",
    "articles/deepseek-wake-up-call.html",
    "claims.html",
    "market-effects.html",
    "people.html",
]
# What the keyboard reaches next though it stands above what came before.
BACKWARDS = """() => {
  const stops = [...document.querySelectorAll('article :is(a[href], button, input, select)')]
    .filter(e => e.tabIndex >= 0 && e.getClientRects().length);
  const place = e => e.getClientRects()[0];
  return stops.slice(1).filter((e, n) => place(e).bottom <= place(stops[n]).top)
    .map(e => e.outerHTML.slice(0, 120));
}"""
FOCUS = """() => {
  const e = document.activeElement;
  const shown = e.matches('.md-option, .md-toggle') ? e.nextElementSibling : e;
  const style = getComputedStyle(shown);
  return [e.outerHTML.slice(0, 120), style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


@pytest.mark.parametrize("path", PAGES)
def test_on_a_phone_the_keyboard_goes_down_the_page(path: str, visit: Open) -> None:
    page = visit(path, width=390, height=844)
    assert page.locator("article a[href]").count() > 3
    assert page.evaluate(BACKWARDS) == []


def test_the_top_of_a_brief_is_read_in_its_order_at_every_width(visit: Open) -> None:
    for width in (390, 820, 1440):
        page = visit(PAGES[1], width=width)
        tops = page.locator(".bw-top > *").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().top)"
        )
        assert len(tops) > 4
        assert tops == sorted(tops), width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PAGES[1], PAGES[3], "claims.html"])
def test_the_place_of_the_keyboard_is_seen(path: str, scheme: str, visit: Open) -> None:
    page = visit(path, scheme=scheme)
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        element, style, width = page.evaluate(FOCUS)
        seen.append(element)
        assert style != "none", element
        assert width >= 1, element
    assert len(set(seen)) > 20


def test_nothing_moves_for_those_who_asked_for_stillness(visit: Open) -> None:
    page = visit(PAGES[1])
    page.emulate_media(reduced_motion="reduce")
    moving = page.evaluate(
        "[...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
        " return parseFloat(s.transitionDuration) > 0 || s.animationName !== 'none'"
        " || s.scrollBehavior === 'smooth'; }).map(e => e.className)"
    )
    assert moving == []
