"""The loopback server of `serve`: the built site, with a script that reloads pages.

The script is put into what is sent, never into the files of the site.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

STATE = "/.briefwright/state"
SCRIPT = "/.briefwright/live.js"
# A file, not inline: the pages' content security policy runs no inline script but the theme's.
_TAG = f'<script src="{SCRIPT}"></script>\n'.encode()
_RELOAD = b"""(function () {
  var seen = null;
  function banner(text) {
    var box = document.getElementById("bw-error") || document.createElement("pre");
    box.id = "bw-error";
    box.style.cssText = "position:fixed;z-index:99;inset:auto 0 0 0;margin:0;padding:1em;" +
      "max-height:40vh;overflow:auto;white-space:pre-wrap;background:#7a1f18;color:#fff;" +
      "font:14px monospace";
    box.textContent = text;
    box.hidden = !text;
    document.body.appendChild(box);
  }
  function look() {
    fetch("/.briefwright/state").then(function (r) { return r.json(); }).then(function (state) {
      if (seen !== null && state.build !== seen) location.reload();
      seen = state.build;
      banner(state.error);
    }).catch(function () {}).then(function () { setTimeout(look, 700); });
  }
  look();
})();
"""


@dataclass(slots=True)
class State:
    """What the pages ask for: the number of the last good build, and what is wrong since."""

    build: int = 0
    error: str = ""


class Handler(SimpleHTTPRequestHandler):
    """Serves one folder, `STATE` and `SCRIPT`."""

    def __init__(self, state: State, *args: object, directory: str) -> None:
        self._state = state
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with the state, the script, a page with it, or a file as it is."""
        if self.path == STATE:
            state = {"build": self._state.build, "error": self._state.error}
            self._answer(json.dumps(state).encode(), "application/json")
            return
        if self.path == SCRIPT:
            self._answer(_RELOAD, "text/javascript; charset=utf-8")
            return
        page = self._page()
        if page is None:
            super().do_GET()
            return
        try:
            content = page.read_bytes()
        except OSError:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        self._answer(content.replace(b"</body>", _TAG + b"</body>"), "text/html; charset=utf-8")

    def end_headers(self) -> None:
        """No copy is kept: the next build may change every page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the terminal is for builds and their errors."""

    def _page(self) -> Path | None:
        """The HTML file that the path leads to; folders without a final slash are the base
        class's to redirect.
        """
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.split("?")[0].endswith("/"):
            path /= "index.html"
        return path if path.suffix == ".html" else None

    def _answer(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def live_server(site: Path, state: State, *, host: str, port: int) -> ThreadingHTTPServer:
    """A server for `site`, not yet running.

    Raises:
        OSError: the address is taken or not allowed.
    """
    return ThreadingHTTPServer((host, port), partial(Handler, state, directory=str(site)))
