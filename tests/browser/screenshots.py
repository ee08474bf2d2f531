"""Takes the pictures of the documentation: `python tests/browser/screenshots.py SITE FOLDER`.

SITE is a built site (default: site), FOLDER receives the PNG files (default:
docs/assets/screenshots). Pages come from the site's own list of briefs: the first one is shown.
"""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

SIZES = {"desktop": (1280, 860), "phone": (390, 844)}


class Quiet(SimpleHTTPRequestHandler):
    """Serves without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


def main(site: Path, folder: Path) -> None:
    """Take every picture."""
    brief = min(path.name for path in (site / "briefs").glob("*.html"))
    article = min(path.name for path in (site / "articles").glob("*.html"))
    pages = {"index": "", "brief": f"briefs/{brief}", "evidence": f"articles/{article}"}
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, path in pages.items():
            address = f"http://127.0.0.1:{server.server_port}/{path}"
            take(browser, address, folder, name)
        browser.close()
    server.shutdown()


def take(browser: Browser, address: str, folder: Path, name: str) -> None:
    """One page in both schemes on a desk, and on a phone."""
    for size, scheme in (("desktop", "light"), ("desktop", "dark"), ("phone", "light")):
        width, height = SIZES[size]
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page.goto(address)
        page.wait_for_timeout(300)
        page.screenshot(path=folder / f"{name}-{size}-{scheme}.png")
        page.close()


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:3]]
    defaults = [Path("site"), Path("docs/assets/screenshots")]
    main(*(arguments + defaults[len(arguments) :]))
