"""Opens every page of a built site and compares what it shows with what was planted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, Request
from tests.security.attack.compare import not_shown
from tests.security.attack.planted import Planted

HERE = Path(__file__).parent
_NO_INDEX = (
    'var __index = {"config": {"lang": ["en"], "separator": "-", "pipeline": []}, "docs": []}'
)
INSIDE = ("file:", "data:image/svg+xml")


@dataclass
class Seen:
    """What the browser saw.

    Attributes:
        pages: how many were opened.
        executed: page and what ran on it, what it asked of a network, or a dialog that opened.
        links: page and address that runs code or holds data.
        odd: page and element that no page with harmless texts has.
        missing: text's id and position that does not show the text as it is.
    """

    pages: int = 0
    executed: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    missing: list[tuple[str, str]] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Nothing ran, and every text stands on its pages as text."""
        return not (self.executed or self.links or self.odd or self.missing)

    def add(self, other: Seen) -> None:
        """Take in what was seen elsewhere."""
        self.pages += other.pages
        for name in ("executed", "links", "odd", "missing"):
            getattr(self, name).extend(getattr(other, name))


def browse(
    browser: Browser, site: Path, planted: Sequence[Planted], shapes: frozenset[str], *, wall: bool
) -> Seen:
    """Open each page of `site` from the disk, without a network.

    Args:
        browser: a running Chromium.
        site: the built site.
        planted: what stands on it.
        shapes: the elements, and their attributes, that pages with harmless texts have.
        wall: leave the pages' content security policy in force; without it only the escaping
            stands between the texts and the browser.
    """
    seen = Seen()
    context = browser.new_context(offline=True, bypass_csp=not wall)
    context.add_init_script(path=HERE / "hooks.js")
    if not wall:
        # The search would read an index of all the texts anew on each page, which takes hours.
        context.route("**/search/search_index.js", lambda route: route.fulfill(body=_NO_INDEX))
    page = context.new_page()
    names = {p.id: p for p in planted}
    where = [""]
    _listen(page, where, seen)
    for path in sorted(site.rglob("*.html")):
        if path.name != "404.html":
            where[0] = path.relative_to(site).as_posix()
            _look(page, path, where[0], names, shapes, seen)
    context.close()
    return seen


def shapes_of(browser: Browser, site: Path) -> frozenset[str]:
    """The names of elements, and each with the names of its attributes, on the pages of `site`."""
    context = browser.new_context(offline=True)
    context.add_init_script(path=HERE / "hooks.js")
    found: set[str] = set()
    page = context.new_page()
    for path in sorted(site.rglob("*.html")):
        page.goto(path.as_uri())
        found |= set(page.evaluate(f"({_script()})()")["shapes"])
    context.close()
    return frozenset(found)


@cache
def _script() -> str:
    text = (HERE / "look.js").read_text("utf-8")
    return text[text.index("async function") :]


def _look(
    page: Page,
    path: Path,
    name: str,
    planted: dict[str, Planted],
    shapes: frozenset[str],
    seen: Seen,
) -> None:
    page.goto(path.as_uri())
    found: dict[str, Any] = page.evaluate(f"({_script()})()")
    if page.url.split("#")[0] != path.as_uri():
        seen.executed.append((name, f"went to {page.url}"))
    seen.pages += 1
    seen.executed += [(name, what) for what in found["ran"]]
    seen.links += [(name, link) for link in found["links"]]
    seen.odd += [(name, shape) for shape in set(found["shapes"]) - shapes]
    seen.missing += not_shown(name, found, planted)


def _listen(page: Page, where: list[str], seen: Seen) -> None:
    """Note what happens on the page that `where` names."""

    def note(what: str) -> None:
        seen.executed.append((where[0], what))

    def dialog(opened: Dialog) -> None:
        note(f"dialog {opened.message}")
        opened.dismiss()

    def request(asked: Request) -> None:
        if not asked.url.startswith(INSIDE):
            note(f"request {asked.url[:100]}")

    page.on("dialog", dialog)
    page.on("request", request)
    page.on("popup", lambda _: note("popup"))
    page.on("pageerror", lambda error: note(f"error {error}"))
