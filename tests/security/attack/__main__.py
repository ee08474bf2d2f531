"""The full attack with the texts of a folder; see the package."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path

from playwright.sync_api import sync_playwright
from tests.security.attack.run import Outcome, attack, control, table
from tests.security.attack.settle import NotSettledError

from briefwright.errors import BriefwrightError

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
LISTS = ["dompurify", "naughty-strings", "xss-payload-list"]
AT_ONCE = 48
FIRST = 20  # findings of a kind that are told
_SHAPES: list[frozenset[str]] = []  # of the control, made once in each process


def main() -> int:
    """Exit code 1 when anything ran, is not shown as text, or could not be built; 2 when there is
    nothing to do.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.security.attack")
    parser.add_argument("--corpora", type=Path, required=True, help="holds attack/*.json")
    parser.add_argument(
        "--only", nargs="*", default=["dompurify", "naughty-strings", "xss-payload-list"]
    )
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--limit", type=int, help="only so many texts of each list")
    given = parser.parse_args()
    lists = {name: given.corpora / "attack" / f"{name}.json" for name in given.only}
    absent = [str(path) for path in lists.values() if not path.is_file()]
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if absent or browser is None:
        print(f"not found: {', '.join(absent) or 'Chromium'}", file=sys.stderr)
        return 2
    started = time.monotonic()
    whole = Outcome()
    broken: list[str] = []
    parts = [part for path in lists.values() for part in _parts(path, given.limit)]
    total = sum(map(len, parts))
    with ProcessPoolExecutor(given.workers) as pool:
        waiting = [pool.submit(_one, browser, part) for part in parts]
        for done in as_completed(waiting):
            try:
                part = done.result()
                _tell(part)  # at once: an attack that is broken off has told what it found
                whole.add(part)
            except (RuntimeError, NotSettledError) as error:
                broken.append(str(error))
                print(f"a part could not be built: {error}", file=sys.stderr)
            _progress(whole, total, started)
    print(table(whole))
    return 1 if broken or not whole.seen.clean else 0


def _parts(path: Path, limit: int | None) -> Iterator[list[str]]:
    texts = json.loads(path.read_text("utf-8"))[:limit]
    return (texts[at : at + AT_ONCE] for at in range(0, len(texts), AT_ONCE))


def _one(chromium: str, texts: list[str]) -> Outcome:
    """One part, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        try:
            if not _SHAPES:
                _SHAPES.append(control(browser, Path(folder)))
            return attack(browser, Path(folder), texts, _SHAPES[0], walls=[False])
        except BriefwrightError as error:  # which can't be handed from one process to another
            raise RuntimeError(str(error)) from None
        finally:
            browser.close()


def _progress(whole: Outcome, texts: int, started: float) -> None:
    minutes = (time.monotonic() - started) / 60
    clean = "clean" if whole.seen.clean else "NOT CLEAN"
    print(f"{whole.texts} of {texts} texts, {minutes:.1f} minutes, {clean}", file=sys.stderr)


def _tell(whole: Outcome) -> None:
    for kind in ("executed", "links", "odd", "missing"):
        for where, what in getattr(whole.seen, kind)[:FIRST]:
            print(f"{kind}: {where}: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
