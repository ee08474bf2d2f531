"""The second wall: markup that would get past the escaping still runs nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefwright.site.build import build_site
from briefwright.store.workspace import Workspace

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.browser
# As if all escaping were gone: what a person writes into a page of their own is kept as it is.
PLANTED = """# Planted

<p id="target" onclick="window.ran = 'handler'">click</p>

<script>window.ran = "inline"</script>

<script>var palette = 1; window.ran = "like the theme's"</script>

<script src="data:text/javascript,window.ran='data'"></script>

<script src="https://example.org/x.js"></script>

<script type="module">window.ran = "module"</script>

<img id="picture" src="no-such.png" onerror="window.ran = 'onerror'">

<svg onload="window.ran = 'svg'"><script>window.ran = 'svg script'</script></svg>

<iframe srcdoc="<script>parent.ran = 'srcdoc'</script>"></iframe>

<iframe src="javascript:parent.ran='frame'"></iframe>

<object data="data:text/html,<script>parent.ran='object'</script>"></object>

<a id="link" href="javascript:window.ran='link'">link</a>

<base href="https://example.org/">

<link rel="stylesheet" href="https://example.org/x.css">

<form id="form" action="https://example.org/"><button id="send">send</button></form>

| a | b |
| :-: | --: |
| centre | right |
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with such a page."""
    root = tmp_path_factory.mktemp("planted") / "work"
    shutil.copytree(ROOT / "templates" / "init", root)
    (root / "docs").mkdir()
    (root / "docs" / "planted.md").write_text(PLANTED)
    return build_site(Workspace.find(root), report=print, strict=False).index.parent


@pytest.fixture(params=["web", "disk"])
def address(request: pytest.FixtureRequest, planted: Path, host: Callable[[Path], str]) -> str:
    if request.param == "web":
        return f"{host(planted)}planted.html"
    return (planted / "planted.html").as_uri()


def test_planted_markup_runs_nothing_and_asks_nothing(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    answered: list[str] = []
    page.on("response", lambda response: answered.append(response.url))
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(address)
    for name in ("target", "link", "send"):
        page.locator(f"#{name}").dispatch_event("click")
    page.wait_for_timeout(300)
    assert page.evaluate("window.ran") is None
    assert page.url.split("#")[0] == address
    assert page.evaluate("document.baseURI").split("#")[0] == address
    assert [url for url in answered if "example.org" in url] == []
    context.close()


def test_the_same_page_without_its_policy_runs_the_script(planted: Path, browser: Browser) -> None:
    """The other half of the proof: what is planted is real."""
    text = (planted / "planted.html").read_text()
    start = text.index('<meta http-equiv="Content-Security-Policy"')
    bare = planted / "bare.html"
    bare.write_text(text[:start] + text[text.index(">", start) + 1 :])
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(bare.as_uri())
    assert page.evaluate("window.ran") is not None
    context.close()


def test_what_belongs_to_the_page_works(address: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(address)
    assert page.evaluate("typeof __md_get") == "function"
    cell = page.locator("td", has_text="centre")
    assert cell.evaluate("e => getComputedStyle(e).textAlign") == "center"
    assert (
        page.locator("td", has_text="right").evaluate("e => getComputedStyle(e).textAlign")
        == "right"
    )
    context.close()
