"""Every page, at every width and in both schemes, can be read by everybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from benchmarks.weight import hosted
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PHONE = {"width": 390, "height": 844}


def check(page: Page) -> None:
    """Nothing that axe-core knows is wrong with the page as it stands."""
    page.wait_for_timeout(300)  # Material fades its header in
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"


# A narrow screen lays out anew and a dark scheme colours anew; both at once is the long version.
VIEWS = [
    ("light", 1280),
    ("dark", 1280),
    ("light", 390),
    pytest.param("dark", 390, marks=pytest.mark.slow),
]


@pytest.mark.parametrize("width", [PHONE["width"], 640])
def test_nothing_scrolls_sideways(width: int, visit: Open, paths: list[str]) -> None:
    """On a phone, and on a screen of 1280 at a zoom of 200 %, which is 640."""
    assert len(paths) > 10
    for path in paths:
        page = visit(path, width=width, height=PHONE["height"])
        wide = page.evaluate(
            "[...document.querySelectorAll('.md-content *')]"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1"
            " && !e.closest('thead')).map(e => e.outerHTML.slice(0, 120))"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert wide == [], path
        page.context.close()


def test_pages_ask_nothing_of_the_network_and_the_console_stays_clean(
    visit: Open, paths: list[str]
) -> None:
    for path in paths:
        visit(path).context.close()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "briefs/deepseek-wake-up-call.html",
        "briefs/yields.html",
        "briefs/hostile.html",
        "articles/deepseek-wake-up-call.html",
        "articles/hostile.html",
        "timeline.html",
        "claims.html",
        "skeptics.html",
        "market-effects.html",
        "people.html",
    ],
)
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing(path: str, scheme: str, width: int, visit: Open) -> None:
    check(visit(path, width=width, scheme=scheme))


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing_where_something_is_open(scheme: str, width: int, visit: Open) -> None:
    """The search with its results, a citation's words, a filter that leaves nothing, a target."""
    page = visit("briefs/deepseek-wake-up-call.html", width=width, scheme=scheme)
    if width < 500:
        page.locator("label.md-header__button[for=__search]").click()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("Nvidia")
    page.wait_for_selector(".md-search-result__link")
    check(page)
    page.goto(page.url.split("#")[0].split("?")[0])
    page.locator("a.bw-ev").first.focus()
    page.wait_for_selector("[role=tooltip]:visible")
    check(page)
    page.goto(page.url.replace("briefs/deepseek-wake-up-call", "claims"))
    page.locator(".bw-filters input").first.fill("no such words")
    check(page)
    page.goto(page.url.split("?")[0].replace("claims", "articles/deepseek-wake-up-call"))
    mark = page.locator("mark[id]").first.get_attribute("id")
    page.goto(f"{page.url}#{mark}")
    check(page)


@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing_in_the_guide_and_on_a_missing_page(
    scheme: Literal["light", "dark"], width: int, own: Path, unpacked: Path, browser: Browser
) -> None:
    pages = ("guide/publish.html", "reference/errors.html", "decisions/index.html", "nowhere/x")
    with hosted(own) as (address, _):
        for path in [address + page for page in pages] + [(unpacked / "index.html").as_uri()]:
            page = browser.new_page(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
            )
            page.goto(path)
            check(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            page.close()


def test_both_schemes_differ_and_the_toggle_works(visit: Open) -> None:
    light = visit("", scheme="light")
    dark = visit("", scheme="dark")
    colour = "getComputedStyle(document.body).backgroundColor"
    assert light.evaluate(colour) != dark.evaluate(colour)
    light.locator("label.md-header__button[title='Switch to the dark scheme']").click()
    light.wait_for_timeout(400)
    assert light.evaluate(colour) == dark.evaluate(colour)
