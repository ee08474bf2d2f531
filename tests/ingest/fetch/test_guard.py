"""Addresses that must never be connected to: refused, and no socket is opened for them."""

from __future__ import annotations

import ipaddress
import json
import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ingest.fetch.conftest import MakeFetcher, Names, Server, reply

from briefwright.config import FetchSettings
from briefwright.errors import FetchError
from briefwright.ingest.fetch import Fetcher, Guard
from briefwright.ingest.fetch.address import parse_address
from briefwright.ingest.fetch.deadline import Deadline
from briefwright.ingest.fetch.ranges import why_refused

CORPORA = os.environ.get("BRIEFWRIGHT_CORPORA")

# Refused as they are written: N001 for the spelling, N002 for where they lead.
REFUSED = (
    # other schemes
    "file:///etc/passwd", "ftp://news.example/a", "gopher://news.example/", "data:text/html,x",
    "javascript:alert(1)", "dict://news.example:80/", "//news.example/", "news.example", "",
    "http:news.example", "http:/news.example", "http:///news.example", "https://",
    "httpss://news.example", "jar:http://news.example!/", "ws://news.example/",
    # users, passwords and tricks with them
    "http://user@news.example/", "http://user:secret@news.example/", "http://:@news.example/",
    "http://news.example@127.0.0.1/", "http://127.0.0.1@news.example/",
    "http://news.example:80@127.0.0.1:80/", "http://@news.example/",
    "http://127.0.0.1\\@news.example/", "http://news.example\\.127.0.0.1/", "http:\\\\127.0.0.1\\",
    "http://news.example%00.127.0.0.1/", "http://127.0.0.1%2f@news.example/", "http://%31%32%37.0.0.1",
    # ports
    "http://news.example:22/", "http://news.example:25/", "http://news.example:6379/",
    "http://news.example:0/", "http://news.example:/", "http://news.example:+80/",
    "http://news.example:080/", "http://news.example:65536/", "http://news.example:80:80/",
    "http://news.example:８０/", "http://news.example:-80/",
    # loopback and its spellings
    "http://127.0.0.1/", "http://127.0.0.1:8080/", "http://127.255.255.254/", "http://127.1/",
    "http://127.0.1/", "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/",
    "http://0X7F.0.0.1/", "http://0177.0.0.1/", "http://017700000001/", "http://127.0.0.01/",
    "http://127.0.0.1./", "http://127.0.0.0x1/", "http://00000177.0.0.1/", "http://127.0.0.1.0/",
    "http://0/", "http://0x/", "http://0.0.0.0/", "http://256.1.1.1/", "http://4294967297/",
    "http://localhost/", "http://LOCALHOST/", "http://localhost./", "http://a.localhost/",
    "http://localhost.localdomain/", "http://ip6-localhost/", "http://１２７.０.０.１/",
    "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://127．0．0．1/",
    "http://loc\u00adalhost/", "http://localhost\u200b/", "http://127.0.0.1\u2028/",
    # private, link-local, shared, benchmarking, documentation, multicast, reserved
    "http://10.0.0.1/", "http://172.16.0.1/", "http://172.31.255.255/", "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/", "http://169.254.170.2/", "http://100.64.0.1/",
    "http://100.100.100.200/", "http://168.63.129.16/", "http://198.18.0.1/", "http://192.0.2.1/",
    "http://198.51.100.7/", "http://203.0.113.9/", "http://224.0.0.1/", "http://239.255.255.250/",
    "http://240.0.0.1/", "http://255.255.255.255/", "http://192.0.0.170/", "http://192.88.99.1/",
    # IPv6: loopback, mapped, compatible, tunnels, local, documentation, zones
    "http://[::1]/", "http://[::]/", "http://[0:0:0:0:0:0:0:1]/", "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/", "http://[::127.0.0.1]/", "http://[::ffff:0:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://[64:ff9b:1::1]/", "http://[2002:7f00:1::]/",
    "http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/", "http://[fe80::1]/", "http://[fe80::1%25lo]/",
    "http://[fec0::1]/", "http://[fc00::1]/", "http://[fd00:ec2::254]/", "http://[ff02::1]/",
    "http://[2001:db8::1]/", "http://[3fff::1]/", "http://[100::1]/", "http://[5f00::1]/",
    "http://[2606:4700::5efe:7f00:1]/", "http://[::1", "http://::1/", "http://[::1]x/",
    "http://[127.0.0.1]/", "http://[v1.a]/", "http://[]/",
    # local names and broken names
    "http://intranet/", "http://metadata/", "http://router.lan/", "http://printer.local/",
    "http://db.internal/", "http://metadata.google.internal/", "http://nas.home.arpa/",
    "http://x.onion/", "http://news..example/", "http://.news.example/", "http://news.example./",
    "http://-news.example/", "http://news_.exa mple/", f"http://{'a' * 64}.example/",
    "http://news.example\r\nHost: 127.0.0.1/", "http://news.example\t/", "http://news.exam\nple/",
    " http://news.example/", f"http://news.example/{'a' * 2000}", "http://xn--/",
)  # fmt: skip
# Names that answer with an address that is not public, beside a public one or alone.
NAMES = {
    "rebind.example": ["127.0.0.1"],
    "two.example": ["93.184.216.34", "10.0.0.5"],
    "six.example": ["2606:4700::1111", "::1"],
    "mapped.example": ["::ffff:169.254.169.254"],
    "zone.example": ["fe80::1%eth0"],
    "nat.example": ["64:ff9b::a9fe:a9fe"],
    "meta.example": ["169.254.169.254"],
}


def refusing(table: dict[str, list[str]]) -> Fetcher:
    return Fetcher(
        FetchSettings(timeout_seconds=5, pause_seconds=0), 1_000, guard=Guard(resolve=Names(table))
    )


def test_there_are_enough_of_them() -> None:
    assert len(set(REFUSED)) > 140


@pytest.mark.parametrize("url", REFUSED)
def test_a_refused_address_opens_no_connection(url: str, connections: list[Any]) -> None:
    with pytest.raises(FetchError) as caught:
        refusing({}).fetch(url)
    assert caught.value.code in {"N001", "N002"}
    assert caught.value.fix
    assert "secret" not in str(caught.value)
    assert connections == []


@pytest.mark.parametrize("host", NAMES)
def test_a_name_that_leads_inside_opens_no_connection(host: str, connections: list[Any]) -> None:
    for scheme in ("http", "https"):
        with pytest.raises(FetchError) as caught:
            refusing(NAMES).fetch(f"{scheme}://{host}/")
        assert caught.value.code == "N002"
    assert connections == []


@pytest.mark.skipif(CORPORA is None, reason="BRIEFWRIGHT_CORPORA is not set")
def test_the_published_list_opens_no_connection(connections: list[Any]) -> None:
    urls = json.loads((Path(CORPORA or "") / "attack" / "ssrf-urls.json").read_text())
    assert len(urls) == 98
    for inside in (["127.0.0.1"], ["169.254.169.254"], ["93.184.216.34", "10.1.2.3"]):

        class Inside(dict[str, list[str]]):
            def __contains__(self, _: object) -> bool:
                return True

            def __missing__(self, _: str) -> list[str]:
                return inside  # noqa: B023 - used within this round

        for url in urls:
            with pytest.raises(FetchError) as caught:
                refusing(Inside()).fetch(url)
            assert caught.value.code in {"N001", "N002"}, url
    assert connections == []


def test_the_spy_sees_connections(connections: list[Any]) -> None:
    with pytest.raises(FetchError) as caught:
        refusing({"open.example": ["93.184.216.34"]}).fetch("http://open.example/")
    assert caught.value.code == "N005"
    assert connections == [("93.184.216.34", 80)]


def test_the_connection_goes_to_the_address_that_was_checked(connections: list[Any]) -> None:
    """A name that changes its answer (DNS rebinding) is asked once for each connection."""
    answers = iter([["93.184.216.34"], ["93.184.216.35"], ["127.0.0.1"]])
    fetcher = Fetcher(
        FetchSettings(pause_seconds=0),
        1_000,
        ignore_robots=True,
        guard=Guard(resolve=lambda *_: next(answers)),
    )
    for code in ("N005", "N005", "N002"):
        with pytest.raises(FetchError) as caught:
            fetcher.fetch("https://rebind.example/")
        assert caught.value.code == code
    assert connections == [("93.184.216.34", 443), ("93.184.216.35", 443)]


def test_no_variable_opens_the_guard(
    connections: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    with pytest.raises(FetchError):
        refusing({"open.example": ["93.184.216.34"]}).fetch("http://open.example/")
    assert connections == [("93.184.216.34", 80)]


def test_loopback_is_for_tests_and_their_port_only(
    server: Server, names: Names, make: MakeFetcher
) -> None:
    server.pages["/"] = reply(b"<p>Hello</p>")
    assert make().fetch(server.url()).raw == b"<p>Hello</p>"
    for table in (["127.0.0.2"], ["10.0.0.1"], ["::1"]):
        names.table["inside.example"] = table
        with pytest.raises(FetchError) as caught:
            make().fetch(server.url(host="inside.example"))
        assert caught.value.code == "N002"
    assert Guard().test_ports == frozenset()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("HTTPS://News.Example/Path?q=1#top", "https://news.example/Path?q=1"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:8080/a", "http://news.example:8080/a"),
        ("http://9.9.9.9/a b", "http://9.9.9.9/a%20b"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("https://münchen.example/größe", "https://xn--mnchen-3ya.example/gr%C3%B6%C3%9Fe"),
        ("http://news.example?q", "http://news.example/?q"),
        ("http://a_b.example/@x:y", "http://a_b.example/@x:y"),
    ],
)
def test_what_is_taken_has_one_spelling(text: str, wanted: str) -> None:
    address = parse_address(text)
    assert str(address) == wanted
    assert str(parse_address(str(address))) == wanted


@given(st.ip_addresses())
def test_only_what_python_too_calls_global_is_let_through(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    if why_refused(address) is None:
        assert address.is_global
        assert not address.is_multicast


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_a_clear_refusal(text: str) -> None:
    for url in (text, f"http://{text}/", f"https://news.example/{text}"):
        try:
            parsed = parse_address(url)
        except FetchError as error:
            assert error.code in {"N001", "N002"}  # noqa: PT017 - either is right
        else:
            assert parse_address(str(parsed)) == parsed


def test_a_slow_resolver_meets_the_deadline() -> None:
    import threading

    hold = threading.Event()
    guard = Guard(resolve=lambda *_: [str(hold.wait(30))])
    with pytest.raises(FetchError) as caught:
        guard.addresses("slow.example", 80, Deadline(0.2, "http://slow.example/"))
    hold.set()
    assert caught.value.code == "N006"


def test_an_unknown_name_is_told() -> None:
    with pytest.raises(FetchError) as caught:
        refusing({}).fetch("http://nowhere.example/")
    assert (caught.value.code, "no address" in caught.value.saw) == ("N005", True)


def test_the_systems_resolver_gives_each_address_once(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [entry, entry])
    left = Deadline(5, "x")
    found = Guard().addresses("open.example", 80, left)
    assert [str(address) for address in found] == ["93.184.216.34"]
