"""Takes the pictures of the documentation: `python -m tests.browser.screenshots SITE FOLDER`.

SITE is a built site (default: site), FOLDER receives the PNG files (default:
docs/assets/screenshots). The first brief and the first article are shown: on a desk in both
schemes, on a phone, and the brief's first printed page. Pictures have 128 colours, so that each
stays under 200 kB; one that does not is an error.
"""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

import pypdfium2
from benchmarks.weight import hosted
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

DESK: ViewportSize = {"width": 1280, "height": 1080}
PHONE: ViewportSize = {"width": 390, "height": 844}
LIMIT = 200_000


def main(site: Path, folder: Path) -> None:
    """Take every picture."""
    brief = min(path.name for path in (site / "briefs").glob("*.html"))
    article = min(path.name for path in (site / "articles").glob("*.html"))
    pages = {
        "index": "",
        "brief": f"briefs/{brief}",
        "evidence": f"articles/{article}",
        "claims": "claims.html",
    }
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, hosted(site) as (root, _):
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for name, path in pages.items():
            take(browser, root + path, folder, name)
        printed(browser, root + pages["brief"], folder / "brief-print.png")
        browser.close()


def take(browser: Browser, address: str, folder: Path, name: str) -> None:
    """One page in both schemes on a desk, and on a phone."""
    for size, scheme in (("desktop", "light"), ("desktop", "dark"), ("phone", "light")):
        page = browser.new_page(
            viewport=PHONE if size == "phone" else DESK,
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        page.goto(address)
        page.wait_for_load_state("networkidle")
        picture = Image.open(io.BytesIO(page.screenshot()))
        save(picture, folder / f"{name}-{size}-{scheme}.png")
        page.close()


def printed(browser: Browser, address: str, file: Path) -> None:
    """The first page on paper."""
    page = browser.new_page()
    page.goto(address)
    page.wait_for_load_state("networkidle")
    paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    save(paper[0].render(scale=1.4).to_pil(), file)
    paper.close()
    page.close()


def save(picture: Image.Image, file: Path) -> None:
    """The picture with a palette of its own."""
    few = picture.convert("RGB").quantize(
        128, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE
    )
    few.save(file, optimize=True)
    if file.stat().st_size > LIMIT:
        sys.exit(f"{file}: more than {LIMIT:,} bytes")


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:3]]
    defaults = [Path("site"), Path("docs/assets/screenshots")]
    main(*(arguments + defaults[len(arguments) :]))
