"""`serve`: the site while one writes it."""

from __future__ import annotations

import threading
from http.server import ThreadingHTTPServer
from pathlib import Path

from briefwright.errors import BriefwrightError, BuildError
from briefwright.site.build import SITE, build_site
from briefwright.site.live import State, live_server
from briefwright.site.prepare import Report
from briefwright.site.watch import fingerprint
from briefwright.store.workspace import Workspace

# Seconds between two looks at the files: an editor's save is seen at once by human measure, and a
# workspace of a thousand articles costs a few milliseconds of each half second.
PAUSE = 0.5


def serve_site(
    workspace: Workspace,
    *,
    host: str,
    port: int,
    report: Report,
    stop: threading.Event | None = None,
) -> None:
    """Build, serve, and build again whenever an input changes; until Ctrl-C, or `stop` is set.

    An error in a build is reported and shown on the open pages; the last good site stays.

    Raises:
        BuildError: B006, the address can't be listened on.
        BriefwrightError: the first build fails and there is no older site to show.
    """
    ended = stop or threading.Event()
    state = State()
    now = fingerprint(workspace.root)
    must = not (workspace.root / SITE).is_dir()
    # Where another process builds, nothing has been seen: its build may have begun before a change.
    seen = now if _build(workspace, state, report, must=must) else {}
    server = _listen(workspace.root / SITE, state, host, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    report(f"serving http://{host}:{server.server_port}/ (Ctrl-C ends it)")
    try:
        while not ended.wait(PAUSE):
            now = fingerprint(workspace.root)
            if now != seen:
                seen = now if _build(workspace, state, report, must=False) else {}
    except KeyboardInterrupt:
        report("stopped")
    finally:
        server.shutdown()
        server.server_close()


def _build(workspace: Workspace, state: State, report: Report, *, must: bool) -> bool:
    """Build and tell; False when another process was building, so that it has to be done again."""
    try:
        # The settings may be among what changed.
        build_site(Workspace.find(workspace.root), report=report)
    except BriefwrightError as error:
        if must:
            raise
        busy = error.code == "B005"
        text = f"{error.summary()}\n{error.fix}"
        if not busy or text != state.error:
            report(text)
            report("the last good site is still shown")
        state.error = text
        return not busy
    state.error = ""
    state.build += 1
    return True


def _listen(site: Path, state: State, host: str, port: int) -> ThreadingHTTPServer:
    try:
        return live_server(site, state, host=host, port=port)
    except OSError as error:
        raise BuildError(
            "B006",
            at=f"{host}:{port}",
            saw=(error.strerror or type(error).__name__).lower(),
            fix="choose another port with --port (0 takes a free one)",
        ) from error
