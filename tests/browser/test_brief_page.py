"""What a reader sees of a brief first, beside what, and that a picture's words can be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
BRIEFS = ["briefs/deepseek-wake-up-call.html", "briefs/yields.html", "briefs/hostile.html"]
PHONE = {"width": 390, "height": 844}
COLLISIONS = """() => [...document.querySelectorAll('.bw-chart')].flatMap(svg => {
  const words = [...svg.querySelectorAll('text')].flatMap(text => {
    const own = [...text.querySelectorAll('tspan[x]')];
    return (own.length ? own : [text]).map(e => [e.textContent, e.getBoundingClientRect()]);
  }).filter(([, box]) => box.width > 0);
  const share = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
    && a.top < b.bottom - 3 && b.top < a.bottom - 3;
  return words.flatMap(([one, a], n) => words.slice(n + 1)
    .filter(([, b]) => share(a, b)).map(([other]) => [one, other]));
})"""


@pytest.mark.parametrize("path", BRIEFS)
def test_a_phones_first_screen_holds_the_point(path: str, visit: Open) -> None:
    page = visit(path, **PHONE)
    for words in ("h1", "li:has(> strong:text('As of'))", "li:has(> strong:text('Review'))",
                  "#bottom-line + *"):  # fmt: skip
        box = page.locator(f".md-content {words}").first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"], words


@pytest.mark.parametrize("kind", ["Claim 1", "Doubt 1"])
@pytest.mark.parametrize("width", [1220, 1440])
def test_on_a_wide_screen_a_fact_stands_beside_its_evidence(
    kind: str, width: int, visit: Open
) -> None:
    page = visit(BRIEFS[0], width=width)
    fact = page.locator(".bw-claims > h3", has_text=f"{kind} ·")
    evidence = page.locator(f"h3[id='{fact.get_attribute('id')}'] + blockquote")
    assert evidence.locator("a.bw-ev").count() == 1
    left, right = fact.bounding_box(), evidence.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2


@pytest.mark.parametrize("path", BRIEFS)
@pytest.mark.parametrize("width", [390, 1440])
def test_no_words_of_a_picture_overlap(path: str, width: int, visit: Open) -> None:
    page = visit(path, width=width)
    pictures = page.locator("svg.bw-chart[role=img]")
    assert pictures.count() > (path == BRIEFS[0]) * 2
    assert page.evaluate(COLLISIONS) == []
