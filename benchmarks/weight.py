"""What a first visit to a page transfers: `python -m benchmarks.weight SITE PAGE`.

SITE is a built site, PAGE an address below it. A server on this machine compresses what hosts
compress (gzip at level 6, text only) and counts every byte that it sends, headers included, while
Chromium opens the page without a cache and waits until nothing more is asked for.
"""

from __future__ import annotations

import gzip
import io
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from playwright.sync_api import Browser, sync_playwright

_TEXT = ("text/", "application/json", "application/javascript", "image/svg", "application/xml")


class Host(SimpleHTTPRequestHandler):
    """Serves a folder as common hosts do: compressed, and with `404.html` for what is missing."""

    def __init__(self, *args: Any, sent: dict[str, int], **named: Any) -> None:
        self._sent = sent
        super().__init__(*args, **named)

    def send_head(self) -> io.BytesIO | None:
        """Headers, and the body that is to follow them."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        found = file.is_file()
        file = file if found else Path(self.directory) / "404.html"
        body, kind = file.read_bytes(), self.guess_type(str(file))
        squeezed = kind.startswith(_TEXT)
        body = gzip.compress(body, 6) if squeezed else body
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        head = len(b"".join(self._headers_buffer))  # type: ignore[attr-defined]
        self.end_headers()
        self._sent[self.path] = head + len(b"\r\n") + len(body)
        return io.BytesIO(body)

    def copyfile(self, source: BinaryIO, outputfile: BinaryIO) -> None:  # type: ignore[override]
        """Sends the body; a reader may leave before its end."""
        try:
            super().copyfile(source, outputfile)
        except BrokenPipeError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def hosted(site: Path) -> Iterator[tuple[str, dict[str, int]]]:
    """The address of a server for `site`, and the bytes sent for each path so far."""
    sent: dict[str, int] = {}
    handler = partial(Host, directory=str(site), sent=sent)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", sent
    server.shutdown()
    server.server_close()


def weigh(browser: Browser, site: Path, path: str) -> dict[str, int]:
    """Bytes sent for each path that a first visit to `path` asks for."""
    with hosted(site) as (address, sent):
        context = browser.new_context()
        page = context.new_page()
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        context.close()
        return dict(sent)


def main(site: Path, path: str) -> None:
    """Print what is sent, largest first, and the sum."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        sent = weigh(browser, site, path)
        browser.close()
    for name, size in sorted(sent.items(), key=lambda item: -item[1]):
        print(f"{size:>9,}  {name}")
    print(f"{sum(sent.values()):>9,}  in all")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
