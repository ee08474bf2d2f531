"""Does another program build the same site? `python -m benchmarks.successor PROGRAM`.

PROGRAM is a command that takes MkDocs' options, such as the `properdocs` of an environment of its
own (`make properdocs`). Both build this repository's `docs/` in strict mode; then the indexes of
the search are compared entry by entry, and a claim, a person and a date are searched in Chromium
on both sites. Leaves with 1 where anything differs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.weight import hosted

ROOT = Path(__file__).parents[1]
SEARCHES = ("an impressive model", "Marina Zhang", "5 February 2025")


def built(program: str, folder: Path) -> Path:
    """The site that `program` makes; its own words are shown if it fails."""
    command = [program, "build", "--strict", "--quiet", "--config-file", str(ROOT / "mkdocs.yml")]
    subprocess.run([*command, "--site-dir", str(folder)], check=True, cwd=ROOT)  # noqa: S603 - own choice
    return folder


def entries(site: Path) -> list[dict[str, object]]:
    """What the search knows, in the order of its addresses."""
    docs: list[dict[str, object]] = json.loads(
        (site / "search" / "search_index.json").read_text("utf-8")
    )["docs"]
    return sorted(docs, key=lambda entry: str(entry["location"]))


def results(browser: Browser, site: Path, words: str) -> list[str]:
    """Address and words of each result, in the order in which they are shown."""
    with hosted(site) as (address, _):
        page = browser.new_page()
        page.goto(address)
        page.locator(".md-search__input").click()
        page.locator(".md-search__input").press_sequentially(words)
        page.wait_for_selector(".md-search-result__link")
        page.wait_for_timeout(500)  # each key brings new results
        found: list[str] = page.locator(".md-search-result__link").evaluate_all(
            "all => all.map(a => new URL(a.href).pathname + ' ' + a.textContent.trim())"
        )
        page.close()
        return found


def main(program: str) -> int:
    """Compare the two; print what was compared."""
    mkdocs = str(Path(sys.executable).with_name("mkdocs"))
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        one, other = built(mkdocs, Path(name) / "mkdocs"), built(program, Path(name) / "other")
        same = entries(one) == entries(other)
        print(f"{len(entries(one))} entries of the search:", "the same" if same else "they differ")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for words in SEARCHES:
            left, right = results(browser, one, words), results(browser, other, words)
            same = same and bool(left) and left == right
            print(f"{words}: {len(left)} results,", "the same" if left == right else "they differ")
        browser.close()
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
