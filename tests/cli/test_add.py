"""`briefwright add` of many: files, folders, addresses, feeds, and what it says of each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.ingest.fetch.conftest import Names, Server, reply

from briefwright.cli import app
from briefwright.cli.door import run
from briefwright.cli.output import one_line
from briefwright.config import FetchSettings
from briefwright.ingest.fetch import Fetcher, Guard
from briefwright.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Add = Callable[..., tuple[int, str, str]]
HTML = (
    "<!doctype html><html><head><title>{0}</title></head><body><article><h1>{0}</h1>"
    "<p>{0} is what this page is about, in a sentence that is long enough to be kept.</p>"
    "<p>A second paragraph of the page about {0} follows here, with a few more words in it.</p>"
    "</article></body></html>"
)
server = import_module("tests.ingest.fetch.conftest").server


@pytest.fixture
def add(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Add:
    monkeypatch.chdir(workspace.root)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(app, ("add", *arguments))
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def web(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The test's own server, which the command line may reach as news.example."""
    names = Names({"news.example": ["127.0.0.1"]})
    guard = Guard(resolve=names, test_ports=frozenset({server.port}))

    def fetcher(workspace: Workspace, *, ignore_robots: bool) -> Fetcher:
        settings = FetchSettings(pause_seconds=0, timeout_seconds=10)
        limit = workspace.settings.limits.source_bytes
        return Fetcher(settings, limit, guard=guard, ignore_robots=ignore_robots)

    monkeypatch.setattr(import_module("briefwright.cli.add"), "fetcher_for", fetcher)
    return server


def sources(workspace: Workspace) -> Path:
    folder = workspace.root / "in"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text("The second text is here.")
    (folder / "a.md").write_text("# First\n\nThe first text is here.")
    (folder / "page.dat").write_text(HTML.format("Ferries"))
    (folder / "deep" / "c.txt").write_text("The third text is here.")
    return folder


def test_a_folder_is_read_deeply_and_in_order(add: Add, workspace: Workspace) -> None:
    sources(workspace)
    code, out, err = add("in")
    assert (code, err) == (0, "")
    assert [line.rpartition(" ")[2] for line in out.splitlines()[:-1]] == [
        "in/a.md", "in/b.txt", "in/page.dat", "in/deep/c.txt",
    ]  # fmt: skip
    assert out.splitlines()[-1] == "4 added, 0 unchanged, 0 failed"
    assert add("in")[1].splitlines()[-1] == "0 added, 4 unchanged, 0 failed"
    assert len(workspace.article_ids()) == 4


def test_a_folder_leaves_out_what_is_no_article_and_says_so(add: Add, workspace: Workspace) -> None:
    folder = sources(workspace)
    outside = workspace.root / "secret.txt"
    outside.write_text("A secret text.")
    (folder / ".hidden.txt").write_text("Hidden.")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text("Hidden.")
    (folder / "link.txt").symlink_to(outside)
    (folder / "up").symlink_to(workspace.root)
    (folder / "style.css").write_text("p {}")
    (folder / "photo.txt.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    os.mkfifo(folder / "pipe.txt")
    code, out, err = add("in")
    assert code == 0
    assert out.splitlines()[-1] == "4 added, 0 unchanged, 0 failed"
    for name in (".hidden.txt", ".git", "link.txt", "up", "style.css", "photo.txt.png", "pipe.txt"):
        assert f"skipped: in/{name} (" in err
    assert "a PNG image" in err


def test_the_workspaces_own_folders_are_no_sources(add: Add, workspace: Workspace) -> None:
    sources(workspace)
    add("in")
    code, out, _ = add(".")
    assert (code, out.splitlines()[-1]) == (0, "0 added, 4 unchanged, 0 failed")


def test_an_empty_folder_is_told(add: Add, workspace: Workspace) -> None:
    (workspace.root / "in").mkdir()
    code, _, err = add("in")
    assert code == 2
    assert err.startswith("error I008")


def test_the_good_ones_stay_when_one_fails(add: Add, workspace: Workspace) -> None:
    sources(workspace)
    (workspace.root / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    code, out, err = add("in/b.txt", "missing.txt", "bad.txt", "in/a.md")
    assert code == 1
    assert out.splitlines()[-1] == "2 added, 0 unchanged, 2 failed"
    assert "failed: missing.txt\n  missing.txt: I008" in err
    assert "failed: bad.txt\n  bad.txt: I002" in err
    assert err.count("  fix: ") == 2
    assert len(workspace.article_ids()) == 2


def test_the_same_text_twice_says_so(add: Add, workspace: Workspace) -> None:
    for name in ("a.txt", "b.txt"):
        (workspace.root / name).write_text("One and the same text.")
    code, out, _ = add("a.txt", "b.txt")
    assert code == 0
    assert "unchanged: articles/one-and-the-same-text has the text of b.txt already" in out


def test_a_wrong_option_is_told_once(add: Add, workspace: Workspace) -> None:
    sources(workspace)
    code, out, err = add("in", "--published", "01/02/2025")
    assert (code, out, err.count("error")) == (2, "", 1)


@pytest.mark.parametrize("option", ["--title", "--url", "--id"])
def test_one_value_for_many_is_refused(add: Add, workspace: Workspace, option: str) -> None:
    sources(workspace)
    value = "https://a.example/" if option == "--url" else "x"
    assert add("in", option, value)[2].startswith("error U001")


def test_results_for_programs(add: Add, workspace: Workspace) -> None:
    sources(workspace)
    code, out, err = add("in/b.txt", "missing.txt", "--json")
    report: dict[str, Any] = json.loads(out)
    assert (code, err) == (1, "")
    assert report["counts"] == {"added": 1, "unchanged": 0, "failed": 1}
    first, second = report["sources"]
    assert (first["id"], first["status"]) == ("the-second-text-is-here", "added")
    assert (second["source"], second["error"]["code"]) == ("missing.txt", "I008")
    code, out, _ = add("missing.txt", "--json")
    assert (code, json.loads(out)["error"]["code"]) == (2, "I008")


def test_a_person_may_say_what_a_source_is(add: Add, workspace: Workspace) -> None:
    (workspace.root / "x").write_text("# First\n\nSome words.")
    assert add("x", "--format", "markdown", "--id", "x")[0] == 0
    assert workspace.article("x").title == "First"


def test_a_page_from_the_web(add: Add, workspace: Workspace, web: Server) -> None:
    body = HTML.format("Größe und Fähren").encode("cp1252")
    web.pages["/a"] = reply(b"", "301 Moved", Location="/b")
    web.pages["/b"] = reply(body, Content_Type="text/html; charset=windows-1252")
    code, out, err = add(web.url("/a"))
    assert (code, err) == (0, "")
    (name,) = workspace.article_ids()
    article = workspace.article(name)
    assert "Größe und Fähren is what" in article.text
    assert article.metadata.url is not None
    assert article.metadata.url.value == web.url("/b")
    assert "added articles/" in out


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/", "HTTP://LOCALHOST:80/", "ftp://news.example/a", "file:///etc"]
)
def test_an_address_that_is_refused_is_told(add: Add, workspace: Workspace, address: str) -> None:
    code, _, err = add(address)
    assert code == 2
    assert err.startswith("error N00")
    assert workspace.article_ids() == ()


def feed(web: Server, *paths: str) -> bytes:
    items = "".join(
        f"<item><title>The feed's {path}</title><link>{web.url(path)}</link>"
        "<pubDate>Thu, 12 Mar 2026 09:30:00 +0100</pubDate></item>"
        for path in paths
    )
    return f"<rss version='2.0'><channel>{items}</channel></rss>".encode()


def test_the_pages_of_a_feed(add: Add, workspace: Workspace, web: Server) -> None:
    for name in ("One", "Two", "Three"):
        web.pages[f"/{name}"] = reply(HTML.format(name).encode())
    web.pages["/rss"] = reply(
        feed(web, "/One", "/gone", "/Two", "/Three"), Content_Type="application/rss+xml"
    )
    code, out, err = add("--feed", web.url("/rss"), "--limit", "3", "--source", "Harbour News")
    assert code == 1
    assert out.splitlines()[-1] == "2 added, 0 unchanged, 1 failed"
    assert "N004" in err
    assert "404 Not Found" in err
    assert "/Three" not in web.paths
    article = workspace.article("one")
    assert article.published == "2026-03-12"
    assert article.metadata.published is not None
    assert (article.metadata.published.origin, article.metadata.published.where) == (
        "inferred",
        "feed",
    )
    assert article.title == "One"


def test_a_feed_from_the_disk_leads_to_no_local_page(
    add: Add, workspace: Workspace, web: Server
) -> None:
    raw = feed(web, "/One").replace(b"news.example", b"127.0.0.1")
    (workspace.root / "feed.xml").write_bytes(
        raw + b"" if b"file:" in raw else raw.replace(b"</channel>", b"<item><link>"
        b"file:///etc/passwd</link></item></channel>")
    )  # fmt: skip
    code, out, err = add("--feed", "feed.xml")
    assert (code, out.splitlines()[-1]) == (1, "0 added, 0 unchanged, 2 failed")
    assert "N001" in err
    assert (web.requests, workspace.article_ids()) == ([], ())


def test_a_feed_without_pages_is_told(add: Add, workspace: Workspace) -> None:
    (workspace.root / "feed.xml").write_text("<rss><channel/></rss>")
    assert add("--feed", "feed.xml")[2].startswith("error N009")
    assert add("--feed", "missing.xml")[2].startswith("error I008")
    assert add("x.txt", "--limit", "3")[2].startswith("error U001")


def test_robots_may_be_overruled(add: Add, workspace: Workspace, web: Server) -> None:
    web.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /")
    web.pages["/a"] = reply(HTML.format("Closed").encode())
    assert add(web.url("/a"))[2].startswith("error N007")
    assert add(web.url("/a"), "--ignore-robots")[0] == 0
    assert len(workspace.article_ids()) == 1


def test_a_file_name_cannot_write_to_the_terminal(briefwright: Run, workspace: Workspace) -> None:
    folder = os.fsencode(workspace.root)
    names = [b"\x1b[31mred\n.txt", b"\xff\xfe.txt", "\u202etxt.md".encode()]
    for number, name in enumerate(names):
        Path(os.fsdecode(folder + b"/" + name)).write_text(f"Text number {number} is here.")
    Path(os.fsdecode(folder + b"/\xffempty.txt")).write_text("")
    done = briefwright("add", ".")
    assert done.returncode == 1
    assert "3 added, 0 unchanged, 1 failed" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    single = briefwright("add", os.fsdecode(b"\xffempty.txt"))
    assert (single.returncode, "I001" in single.stderr) == (2, True)
    assert json.loads(briefwright("add", ".", "--json").stdout)["counts"]["failed"] == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_a_bar_for_the_person_and_results_for_the_pipe(workspace: Workspace) -> None:
    sources(workspace)
    screen, terminal = os.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "briefwright", "add", "in"], cwd=workspace.root, check=False,
        stdout=subprocess.PIPE, stderr=terminal, timeout=120, env=os.environ | {"TERM": "xterm"},
    )  # fmt: skip
    os.close(terminal)
    drawn = b""
    with suppress(OSError):
        while part := os.read(screen, 65_536):
            drawn += part
    os.close(screen)
    assert b"Adding" in drawn
    assert done.stdout.decode().splitlines()[-1] == "4 added, 0 unchanged, 0 failed"
    assert done.stdout.count(b"added articles/") == 4
    assert b"added articles/" not in drawn


def test_one_line_is_one_line() -> None:
    assert one_line("a\n\x1b[0m\udcff\u202e é") == "a\\n\\x1b[0m\\udcff\\u202e é"
