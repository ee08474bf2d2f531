"""A hosted site as its readers get it: in a subfolder, with the headers that it asks for."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.site.hosted.conftest import ADDRESS, build, freed, workspace_in

pytestmark = pytest.mark.browser
FOLDER = "/desk/"


class _Host(SimpleHTTPRequestHandler):
    """Serves a site below `/desk/` as hosts do that read `_headers` and know `404.html`."""

    def __init__(self, *args: Any, site: Path, **named: Any) -> None:
        self.site = site
        super().__init__(*args, directory=str(site), **named)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + path.removeprefix(FOLDER))

    def end_headers(self) -> None:
        for line in (self.site / "_headers").read_text().splitlines()[1:]:
            name, _, value = line.strip().partition(": ")
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, *_: Any, **__: Any) -> None:
        body = (self.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is for tests."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("hosted") / "work"
    settings = "  redirects: {bonds: yields}\n"
    freed(workspace_in(root, "seed", "two-sources", "hostile", settings=settings))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, site=root / "site"))
    address = f"http://127.0.0.1:{server.server_port}{FOLDER}"
    config = root / "briefwright.yml"
    config.write_text(config.read_text().replace(ADDRESS, address))
    build(root)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, host: str, troubles: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda r: None if r.url.startswith((host, "data:", "blob:")) else troubles.append(r.url),
    )
    yield page
    context.close()


def test_the_headers_stop_nothing_of_ours(page: Page, host: str, troubles: list[str]) -> None:
    listed = page.request.get(f"{host}sitemap.xml").text()
    paths = re.findall(rf"<loc>{host}(\S*?)</loc>", listed)
    assert len(paths) > 10
    for path in paths:
        answer = page.goto(host + path)
        assert answer
        assert "script-src 'self' 'sha256-" in answer.headers["content-security-policy"]
    page.wait_for_load_state("networkidle")
    page.locator("label[for=__palette_1]").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert troubles == []


def test_search_runs_under_the_policy(page: Page, host: str, troubles: list[str]) -> None:
    page.goto(host)
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("repricing")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert troubles == []


def test_an_injected_script_does_not_run(page: Page, host: str, troubles: list[str]) -> None:
    page.goto(host)
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.bad = 1';"
        " document.head.append(s); }"
    )
    assert page.evaluate("() => window.bad") is None
    assert [text for text in troubles if "Content Security Policy" in text]


@pytest.mark.parametrize("path", ["nowhere", "briefs/nowhere.html", "a/b/c/d/nowhere"])
def test_a_missing_page_looks_like_the_site_at_any_depth(
    page: Page, host: str, troubles: list[str], path: str
) -> None:
    answer = page.goto(host + path)
    assert answer
    assert answer.status == 404
    page.wait_for_load_state("networkidle")
    expect(page.locator("h1")).to_contain_text("404")
    assert page.evaluate("() => getComputedStyle(document.querySelector('.md-header')).position")
    assert page.evaluate("() => document.styleSheets.length") >= 3
    page.locator("article a", has_text="The first page").click()
    page.wait_for_url(host)
    # The browser itself tells of the page's own 404, and of nothing else.
    assert [t for t in troubles if "404 (Not Found)" not in t] == []
    assert len(troubles) <= 1


def test_an_old_address_leads_on_without_scripts(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}briefs/bonds.html")
    page.wait_for_url(f"{host}briefs/yields.html")
    expect(page.locator("h1")).to_contain_text("Yields and their doubters")
    context.close()
