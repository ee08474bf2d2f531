"""Every page, at every width and in both schemes, can be read by everybody."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


def test_on_a_phone_nothing_scrolls_sideways(visit: Open, paths: list[str]) -> None:
    assert len(paths) > 10
    for path in paths:
        page = visit(path, **PHONE)
        width = page.evaluate("document.documentElement.scrollWidth")
        wide = page.evaluate(
            "[...document.querySelectorAll('.md-content *')]"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            " && !e.closest('thead')).map(e => e.outerHTML.slice(0, 120))"
        )
        assert width <= PHONE["width"], path
        assert wide == [], path
        page.context.close()


def test_pages_ask_nothing_of_the_network_and_the_console_stays_clean(
    visit: Open, paths: list[str]
) -> None:
    for path in paths:
        visit(path).context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "briefs/deepseek-wake-up-call.html",
        "briefs/yields.html",
        "articles/deepseek-wake-up-call.html",
        "timeline.html",
        "claims.html",
        "skeptics.html",
        "market-effects.html",
        "people.html",
    ],
)
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(path: str, scheme: str, width: int, visit: Open) -> None:
    page = visit(path, width=width, scheme=scheme)
    page.wait_for_timeout(300)  # Material fades its header in
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_both_schemes_differ_and_the_toggle_works(visit: Open) -> None:
    light = visit("", scheme="light")
    dark = visit("", scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(colour) != dark.evaluate(colour)
    light.locator("label.md-header__button[title='Switch to the dark scheme']").click()
    light.wait_for_timeout(400)
    assert light.evaluate(colour) == dark.evaluate(colour)
