from __future__ import annotations

import json
import socket
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from briefwright.errors import BriefwrightError, BuildError
from briefwright.site.lock import build_lock
from briefwright.site.serve import PAUSE, serve_site
from briefwright.site.watch import fingerprint
from briefwright.store.workspace import Workspace

SECONDS = 20.0


@contextmanager
def serving(root: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a running `serve`, and what it reports."""
    said: list[str] = []
    stop = threading.Event()
    thread = threading.Thread(
        target=serve_site,
        args=[Workspace.find(root)],
        kwargs={"host": "127.0.0.1", "port": 0, "report": said.append, "stop": stop},
    )
    thread.start()
    wait_for(lambda: any(line.startswith("serving ") for line in said))
    address = next(line.split()[1] for line in said if line.startswith("serving "))
    try:
        yield address, said
    finally:
        stop.set()
        thread.join(SECONDS)


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + SECONDS
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


def get(address: str) -> str:
    with urllib.request.urlopen(address, timeout=SECONDS) as answer:  # noqa: S310 - loopback
        return str(answer.read().decode())


def state(address: str) -> tuple[int, str]:
    found = json.loads(get(f"{address}.briefwright/state"))
    return found["build"], found["error"]


def test_a_change_is_built_and_an_error_keeps_the_old_site(place: Path) -> None:
    brief = place / "briefs" / "yields.yml"
    text = brief.read_text()
    with serving(place) as (address, said):
        assert "What moved" in get(f"{address}briefs/yields.html")
        assert state(address) == (1, "")
        brief.write_text(text.replace("What moved", "What rose"))
        wait_for(lambda: state(address)[0] == 2)
        assert "What rose" in get(f"{address}briefs/yields.html")
        brief.write_text("title: [")
        wait_for(lambda: state(address)[1] != "")
        assert "yields.yml" in state(address)[1]
        assert "What rose" in get(f"{address}briefs/yields.html")
        assert "the last good site is still shown" in said
        brief.write_text(text)
        wait_for(lambda: state(address) == (3, ""))
        assert "What moved" in get(f"{address}briefs/yields.html")


def test_a_change_during_another_build_is_built_when_that_has_ended(
    place: Path, build: Callable[[Path], object]
) -> None:
    build(place)
    brief = place / "briefs" / "yields.yml"
    with ExitStack() as another:
        another.enter_context(build_lock(place / ".briefwright" / "build.lock"))
        with serving(place) as (address, said):
            wait_for(lambda: "B005" in state(address)[1])
            brief.write_text(brief.read_text().replace("What moved", "What rose"))
            time.sleep(2 * PAUSE)
            assert sum("B005" in line for line in said) == 1
            another.close()
            wait_for(lambda: state(address) == (1, ""))
            assert "What rose" in get(f"{address}briefs/yields.html")


def test_the_reload_snippet_is_sent_and_never_in_the_built_site(place: Path) -> None:
    with serving(place) as (address, _):
        assert ".briefwright/live.js" in get(address)
        assert ".briefwright/state" in get(f"{address}.briefwright/live.js")
        assert ".briefwright/live.js" in get(f"{address}claims.html")
        assert ".briefwright/live.js" not in get(f"{address}assets/briefwright/briefwright.css")
        with pytest.raises(urllib.error.HTTPError):
            get(f"{address}nothing.html")
        with pytest.raises(urllib.error.HTTPError):
            get(f"{address}../briefwright.yml")
    for page in (place / "site").rglob("*.html"):
        assert ".briefwright/live.js" not in page.read_text()


def test_a_first_build_that_fails_is_an_error(place: Path) -> None:
    (place / "briefs" / "yields.yml").write_text("title: [")
    with pytest.raises(BriefwrightError):
        serve_site(Workspace.find(place), host="127.0.0.1", port=0, report=print)


def test_a_taken_port_is_told(place: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BuildError) as raised:
            serve_site(Workspace.find(place), host="127.0.0.1", port=port, report=print)
    assert raised.value.code == "B006"


def test_the_watch_sees_inputs_and_not_what_a_build_writes(
    place: Path, build: Callable[[Path], object]
) -> None:
    before = fingerprint(place)
    build(place)
    assert fingerprint(place) == before
    (place / "docs" / "mine.md").write_text("# Changed, and longer\n")
    assert fingerprint(place) != before
