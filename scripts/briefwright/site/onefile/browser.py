"""The Chromium of the machine that prints."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from briefwright.errors import PrintError

# As Linux distributions, Google and Microsoft name it on the path; then where macOS keeps it.
NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome",
    "microsoft-edge", "msedge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)  # fmt: skip
# Nothing is fetched, kept, reported or asked; the page's own policy forbids scripts as well.
_QUIET = (
    "--headless", "--disable-gpu", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--disable-breakpad", "--disable-crash-reporter", "--no-first-run",
    "--no-default-browser-check", "--no-pings", "--use-mock-keychain", "--password-store=basic",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--hide-scrollbars",
)  # fmt: skip
_PRINT = ("--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline")


def find_browser(given: Path | None = None) -> str:
    """The Chromium to run: `given`, or the first of `NAMES` that is installed.

    Raises:
        PrintError: B030, there is none.
    """
    for name in (str(given),) if given else NAMES:
        found = shutil.which(name)
        if found:
            return found
    raise PrintError(
        "B030",
        at="--browser" if given else "PATH",
        saw=f"no program {str(given)!r}" if given else "none of its names",
        wanted="Chromium, Google Chrome or Microsoft Edge",
        fix="install Chromium, or give the program's path with --browser; `--format html` needs "
        "no browser, and any browser prints that file",
    )


def command(browser: str, page: Path, target: Path, profile: Path) -> Sequence[str]:
    """What prints `page` into `target`, with an empty `profile` of its own."""
    # Chromium refuses to run its sandbox as root. The page is ours and runs nothing.
    root = ("--no-sandbox",) if getattr(os, "geteuid", lambda: 1)() == 0 else ()
    return (
        browser, *_QUIET, *root, *_PRINT,
        f"--user-data-dir={profile}", f"--print-to-pdf={target}", page.as_uri(),
    )  # fmt: skip
