from __future__ import annotations

import shutil
import threading
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from briefwright.site.build import build_site
from briefwright.site.bundle import make_bundle
from briefwright.store.workspace import Workspace

ROOT = Path(__file__).parents[2]
OWN_ADDRESS = "https://briefs.example.org/"
Open = Callable[..., Page]
Host = Callable[[Path], str]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed's site with two more briefs, built from hand-written facts."""
    root = tmp_path_factory.mktemp("browser") / "work"
    shutil.copytree(ROOT / "templates" / "init", root)
    golden = ROOT / "tests" / "golden" / "compose"
    for case in ("seed", "two-sources", "hostile"):
        for folder in ("articles", "briefs"):
            if (golden / case / folder).is_dir():
                shutil.copytree(golden / case / folder, root / folder, dirs_exist_ok=True)
    return build_site(Workspace.find(root), report=print).index.parent


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This repository's own site, with its guide and reference, as it is built for the web."""
    root = tmp_path_factory.mktemp("own") / "work"
    for folder in ("articles", "briefs", "docs"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "mkdocs.yml", root)
    settings = (ROOT / "briefwright.yml").read_text("utf-8")
    hosted = f"{settings}\nprofile: hosted\nsite:\n  url: {OWN_ADDRESS}\n"
    (root / "briefwright.yml").write_text(hosted)
    return build_site(Workspace.find(root), report=print).index.parent


@pytest.fixture(scope="session")
def unpacked(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundle of `site`, unpacked into a folder whose name has to be quoted."""
    folder = tmp_path_factory.mktemp("stick")
    made = make_bundle(
        Workspace.find(site.parent), folder, as_folder=False, strict=True, report=print
    )
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(folder / "usb stick #1")
    return folder / "usb stick #1" / made.path.stem


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is for tests."""


@pytest.fixture(scope="session")
def host() -> Iterator[Host]:
    """Serves a folder on this machine and gives its address, with a slash at its end."""
    servers: list[ThreadingHTTPServer] = []

    def serve(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, host: Host) -> str:
    return host(site)


@pytest.fixture(scope="session")
def paths(site: Path) -> list[str]:
    """Every page of the site, as an address below its root."""
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if path.name != "404.html"
    )


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages; none may ask another host for anything or put an error on the console."""
    troubles: list[str] = []
    pages: list[Page] = []

    def open_page(
        path: str, *, width: int = 1280, height: int = 900, scheme: str = "light"
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith((address, "data:")) else troubles.append(r.url),
        )
        page.goto(address + path.lstrip("/"))
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.context.close()
    assert troubles == []


@pytest.fixture
def on_disk(browser: Browser, site: Path) -> Iterator[Open]:
    """Opens pages of the site as files, without a network; none may fail."""
    troubles: list[str] = []
    context = browser.new_context(offline=True)

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "request",
            lambda r: None if r.url.startswith(("file:", "data:")) else troubles.append(r.url),
        )
        page.goto((site / path).as_uri())
        return page

    yield open_page
    context.close()
    assert troubles == []
