from __future__ import annotations

import time

import pytest
from tests.ingest.fetch.conftest import MakeFetcher, Server, reply

from briefwright.errors import FetchError
from briefwright.ingest.fetch.robots import allows

TWICE = """User-agent: briefwright
Disallow: /a
User-agent: b
Disallow: /
User-agent: briefwright
Disallow: /c"""


@pytest.mark.parametrize(
    ("text", "target", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news/", "/news/1", True),
        ("User-agent: *\nAllow: /news/\nDisallow: /news/old", "/news/older", False),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: briefwright\nDisallow: /x\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\nUser-agent: BriefWright\nDisallow: /x", "/x1", False),
        ("User-agent: a\nUser-agent: briefwright\nDisallow: /", "/a", False),
        (TWICE, "/c", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
        ("User-agent: *\nDisallow: /*?print", "/a?print=1", False),
        ("User-agent: *\nDisallow: /a*b*c", "/a--b--c--", False),
        ("User-agent: *\nDisallow: /a$", "/ab", True),
        ("User-agent: *\nDisallow: /a # comment\n# Disallow: /b", "/b", True),
        ("\ufeffuser-agent:*\ndisallow:/a", "/a", False),
        ("User-agent: *\nDisallow: /gr%C3%B6sse", "/gr%c3%b6sse", False),
        ("User-agent: *\nDisallow: /größe", "/gr%C3%B6%C3%9Fe", False),
        ("User-agent: *\nCrawl-delay: 10\nSitemap: /s.xml\nDisallow: /a", "/a", False),
        ("<html>404</html>", "/a", True),
        ("Disallow: /", "/a", True),
    ],
)  # fmt: skip
def test_the_longest_rule_of_the_right_group_counts(text: str, target: str, allowed: bool) -> None:
    assert allows(text, "Briefwright", target) is allowed


def test_a_hostile_rule_takes_no_time() -> None:
    text = "User-agent: *\nDisallow: /" + "*a" * 20_000 + "$\n" * 10
    start = time.process_time()
    assert allows(text, "Briefwright", "/" + "a" * 1_900)
    assert time.process_time() - start < 2


def asked(server: Server) -> list[str]:
    return [request.split(" ", 2)[1] for request in server.requests]


def test_a_forbidden_page_is_not_asked_for(server: Server, make: MakeFetcher) -> None:
    server.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /closed")
    server.pages["/closed/1"] = reply(b"x")
    server.pages["/open"] = reply(b"x")
    fetcher = make()
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(server.url("/closed/1"))
    assert (caught.value.code, "--ignore-robots" in caught.value.fix) == ("N007", True)
    fetcher.fetch(server.url("/open"))
    assert asked(server) == ["/robots.txt", "/open"]
    assert make(ignore_robots=True).fetch(server.url("/closed/1")).raw == b"x"


def test_the_target_of_a_redirect_needs_leave_too(server: Server, make: MakeFetcher) -> None:
    server.pages["/robots.txt"] = reply(b"User-agent: *\nDisallow: /closed")
    server.pages["/a"] = reply(b"", "302 Found", Location="/closed")
    with pytest.raises(FetchError) as caught:
        make().fetch(server.url("/a"))
    assert caught.value.code == "N007"
    assert asked(server) == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        (reply(b"", "404 Not Found"), True),
        (reply(b"", "403 Forbidden"), True),
        (reply(b"", "503 Unavailable"), False),
        (reply(b"x" * 600_000), False),
        (reply(b"", "302 Found", Location="/robots.txt"), False),
        (reply(b"<html>", Content_Type="text/html"), True),
    ],
)
def test_a_server_without_robots_allows_and_one_that_fails_forbids(
    server: Server, make: MakeFetcher, answer: bytes, allowed: bool
) -> None:
    server.pages["/robots.txt"] = answer
    server.pages["/"] = reply(b"x")
    if allowed:
        assert make().fetch(server.url()).raw == b"x"
        return
    with pytest.raises(FetchError) as caught:
        make().fetch(server.url())
    assert caught.value.code == "N007"
