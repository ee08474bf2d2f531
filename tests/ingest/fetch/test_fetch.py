"""Fetching from servers of our own: redirects, sizes, times, and what is sent."""

from __future__ import annotations

import gzip
import random
import socket
import ssl
import subprocess
import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from tests.ingest.fetch.conftest import MakeFetcher, Names, Server, reply

from briefwright import __version__
from briefwright.config import FetchSettings
from briefwright.errors import BriefwrightError
from briefwright.ingest.fetch import Fetcher, Guard
from briefwright.ingest.fetch.body import read_body


def code_of(action: Callable[[], object]) -> str:
    with pytest.raises(BriefwrightError) as caught:
        action()
    assert caught.value.fix
    return caught.value.code


def redirect(to: str, status: str = "302 Found", **headers: str) -> bytes:
    return reply(b"", status, Location=to, **headers)


def test_a_page_comes_with_its_address_and_charset(server: Server, make: MakeFetcher) -> None:
    server.pages["/a?b=1"] = reply("é".encode("cp1252"), Content_Type="text/html; charset=CP1252")
    page = make().fetch(server.url("/a?b=1#part"))
    assert (page.raw, page.charset, page.address) == (b"\xe9", "cp1252", server.url("/a?b=1"))


def test_the_request_says_who_asks_and_nothing_else(
    server: Server, make: MakeFetcher, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".netrc").write_text("machine news.example login me password secret\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server.pages["/"] = redirect("/b", Set_Cookie="session=1; Path=/")
    server.pages["/b"] = reply(b"x")
    fetcher = make()
    fetcher.fetch(server.url())
    fetcher.fetch(server.url("/b"))
    for request in server.requests:
        lines = request.lower().splitlines()
        assert f"host: news.example:{server.port}" in lines
        assert f"user-agent: briefwright/{__version__} (+research brief generator)" in lines
        names = {line.partition(":")[0] for line in lines[1:] if line}
        assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}


def test_a_contact_is_sent_when_there_is_one() -> None:
    fetcher = Fetcher(FetchSettings(contact="desk@harbour.example"), 10)
    assert fetcher.user_agent.endswith("(+research brief generator; desk@harbour.example)")


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, make: MakeFetcher, status: int) -> None:
    server.pages["/a"] = redirect("/b?x", f"{status} Moved")
    server.pages["/b?x"] = redirect(f"//other.example:{server.port}/c", f"{status} Moved")
    server.pages["/c"] = reply(b"here")
    page = make().fetch(server.url("/a"))
    assert (page.raw, page.address) == (b"here", server.url("/c", "other.example"))


def test_five_redirects_and_no_more(server: Server, make: MakeFetcher) -> None:
    for number in range(7):
        server.pages[f"/{number}"] = redirect(f"/{number + 1}")
    server.pages["/5"] = reply(b"here")
    assert make().fetch(server.url("/0")).raw == b"here"
    server.pages["/5"] = redirect("/6")
    server.requests.clear()
    assert code_of(lambda: make().fetch(server.url("/0"))) == "N003"
    assert server.paths == ["/0", "/1", "/2", "/3", "/4", "/5"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("http://127.0.0.1/", "N002"),
        ("http://127.0.0.2:{port}/", "N002"),
        ("http://169.254.169.254/latest/", "N002"),
        ("http://inside.example:{port}/", "N002"),
        ("http://[::1]:{port}/", "N002"),
        ("http://localhost:{port}/", "N002"),
        ("http://2130706433/", "N001"),
        ("file:///etc/passwd", "N001"),
        ("gopher://news.example/", "N001"),
        ("http://user:pw@news.example/", "N001"),
        ("http://news.example:22/", "N001"),
        ("\\\\127.0.0.1\\", "N001"),
        ("http://[::1", "N003"),
    ],
)
def test_a_redirect_is_checked_like_the_first_address(
    server: Server, names: Names, make: MakeFetcher, target: str, code: str
) -> None:
    names.table["inside.example"] = ["10.0.0.1"]
    server.pages["/"] = redirect(target.format(port=server.port))
    found = code_of(lambda: make().fetch(server.url()))
    assert found == code or (target.startswith("\\") and found == "N004")
    assert server.paths[0] == "/"


@pytest.mark.parametrize(
    ("status", "saw"), [("404 Not Found", "404 Not Found"), ("503 x", "503"), ("204 x", "204")]
)
def test_only_a_whole_page_counts(server: Server, make: MakeFetcher, status: str, saw: str) -> None:
    server.pages["/"] = reply(b"" if status.startswith("204") else b"sorry", status)
    with pytest.raises(BriefwrightError) as caught:
        make().fetch(server.url())
    assert (caught.value.code, caught.value.saw[: len(saw)]) == ("N004", saw)


def test_a_redirect_to_nowhere_is_no_page(server: Server, make: MakeFetcher) -> None:
    server.pages["/"] = reply(b"", "302 Found")
    assert code_of(lambda: make().fetch(server.url())) == "N004"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n....", "text/html"),
        (b"PK\x03\x04....", "application/octet-stream"),
        (b"x", "image/png"),
        (b"x", "video/mp4"),
        (b"x", "Application/ZIP"),
        (b"{}", "application/json; charset=utf-8"),
    ],
)
def test_what_is_no_article_is_refused(
    server: Server, make: MakeFetcher, body: bytes, kind: str
) -> None:
    server.pages["/"] = reply(body, Content_Type=kind)
    assert code_of(lambda: make().fetch(server.url())) == "N008"


@pytest.mark.parametrize("kind", ["", "application/pdf", "text/plain", "application/octet-stream"])
def test_a_pdf_is_taken_under_any_type(server: Server, make: MakeFetcher, kind: str) -> None:
    server.pages["/"] = reply(b"%PDF-1.7 ...", Content_Type=kind)
    assert make().fetch(server.url()).raw.startswith(b"%PDF")


def test_an_image_is_not_read_to_its_end(server: Server, make: MakeFetcher) -> None:
    sent: list[int] = []

    def pour(client: socket.socket, _: str) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n\xff\xd8\xff")
        for number in range(1_000):
            client.sendall(b"\0" * 65_536)
            sent.append(number)

    server.pages["/"] = pour
    assert code_of(lambda: make(max_bytes=100_000_000).fetch(server.url())) == "N008"
    assert len(sent) < 300


def test_a_body_over_the_limit_is_not_read(server: Server, make: MakeFetcher) -> None:
    server.pages["/stated"] = reply(b"", Content_Length="100001")
    server.pages["/more"] = reply(b"x" * 100_001)
    server.pages["/unstated"] = reply(b"x" * 100_001, Content_Length="")
    server.pages["/just"] = reply(b"x" * 100_000)
    for path in ("/stated", "/more", "/unstated"):
        assert code_of(partial(make().fetch, server.url(path))) == "I004"
    assert len(make().fetch(server.url("/just")).raw) == 100_000


def test_an_endless_body_ends_at_the_limit(server: Server, make: MakeFetcher) -> None:
    def pour(client: socket.socket, _: str) -> None:
        client.sendall(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            client.sendall(b"4\r\nabcd\r\n" * 1_000)

    server.pages["/"] = pour
    assert code_of(lambda: make().fetch(server.url())) == "I004"


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("x-gzip", gzip.compress), ("deflate", zlib.compress),
     ("deflate", raw_deflate), ("GZIP", gzip.compress)],
)  # fmt: skip
def test_packed_bodies_are_unpacked(
    server: Server, make: MakeFetcher, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    body = b"A line of an article.\n" * 4_000
    server.pages["/"] = reply(pack(body), Content_Encoding=encoding)
    assert make().fetch(server.url()).raw == body
    server.pages["/"] = reply(pack(b"x" * 50_000_000), Content_Encoding=encoding)
    assert code_of(lambda: make().fetch(server.url())) == "I004"


def test_a_bomb_is_never_held_in_memory() -> None:
    import tracemalloc

    packer = zlib.compressobj(9, wbits=zlib.MAX_WBITS | 16)
    bomb = b"".join(packer.compress(b"\0" * 1_000_000) for _ in range(1_000)) + packer.flush()
    assert len(bomb) < 1_000_000
    tracemalloc.start()
    try:
        assert code_of(lambda: read_body([bomb], "gzip", 2_000_000, "x", lambda _: None)) == "I004"
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_two_gzip_members_are_one_body_and_padding_is_none() -> None:
    packed = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0" * 100
    parts = [packed[i : i + 7] for i in range(0, len(packed), 7)]
    assert read_body(parts, "gzip", 1_000, "x", lambda _: None) == b"one two"


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(b"not packed", "gzip"), (gzip.compress(b"x" * 999)[:-12], "gzip"), (b"x", "br"),
     (gzip.compress(gzip.compress(b"x")), "gzip, gzip"), (b"x", "zstd")],
)  # fmt: skip
def test_what_cannot_be_unpacked_is_told(
    server: Server, make: MakeFetcher, body: bytes, encoding: str
) -> None:
    server.pages["/"] = reply(body, Content_Encoding=encoding)
    assert code_of(lambda: make().fetch(server.url())) == "N008"


def drip_head(client: socket.socket, _: str) -> None:
    for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 10_000:
        client.sendall(bytes([byte]))
        time.sleep(0.05)


def drip_body(client: socket.socket, _: str) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n")
    for _number in range(10_000):
        client.sendall(b"a")
        time.sleep(0.05)


def say_nothing(client: socket.socket, _: str) -> None:
    client.recv(1)


def go_on(client: socket.socket, _: str) -> None:
    for _number in range(10_000):
        client.sendall(b"HTTP/1.1 103 Early Hints\r\n\r\n")
        time.sleep(0.05)


@pytest.mark.parametrize("page", [drip_head, drip_body, say_nothing, go_on])
def test_a_slow_server_meets_the_deadline(
    server: Server, make: MakeFetcher, page: Callable[[socket.socket, str], None]
) -> None:
    server.pages["/"] = page
    start = time.monotonic()
    assert code_of(lambda: make(seconds=1, ignore_robots=True).fetch(server.url())) == "N006"
    assert time.monotonic() - start < 2.5


def test_redirects_share_one_deadline(server: Server, make: MakeFetcher) -> None:
    def late(client: socket.socket, request: str) -> None:
        time.sleep(0.4)
        client.sendall(redirect(request.split(" ", 2)[1] + "x"))

    for count in range(6):
        server.pages["/" + "x" * count] = late
    start = time.monotonic()
    assert code_of(lambda: make(seconds=1, ignore_robots=True).fetch(server.url())) == "N006"
    assert time.monotonic() - start < 2.5


@pytest.mark.parametrize(
    "answer",
    [b"", b"hello\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
     b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
     b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
)  # fmt: skip
def test_a_broken_answer_is_told(server: Server, make: MakeFetcher, answer: bytes) -> None:
    server.pages["/"] = answer
    assert code_of(lambda: make(ignore_robots=True).fetch(server.url())) == "N005"


def test_any_answer_is_a_page_or_a_clear_error(server: Server, make: MakeFetcher) -> None:
    chance = random.Random(1)  # noqa: S311 - damage, no secrets
    whole = [
        reply(b"<p>x</p>" * 50),
        reply(gzip.compress(b"x" * 500), Content_Encoding="gzip"),
        redirect("/b"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nTail: x\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: " + b"9" * 5_000 + b"\r\n\r\nx",
        b"HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nxx",
    ]
    fetcher = make(ignore_robots=True, context=ssl.create_default_context())
    codes = Counter[str]()
    for _ in range(300):
        damaged = bytearray(chance.choice(whole))
        for _ in range(chance.randint(0, 3)):
            place = chance.randrange(min(len(damaged), 200))
            damaged[place : place + chance.randint(0, 2)] = chance.randbytes(chance.randint(0, 2))
        server.pages["/"] = bytes(damaged)
        try:
            fetcher.fetch(server.url())
            codes["page"] += 1
        except BriefwrightError as error:
            codes[error.code] += 1
    assert set(codes) <= {"page", "I004", "N001", "N002", "N003", "N004", "N005", "N008"}
    assert len(codes) > 3


def test_a_closed_port_is_told(make: MakeFetcher) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    fetcher = make(ports={port})
    assert code_of(lambda: fetcher.fetch(f"http://news.example:{port}/")) == "N005"


def test_one_server_is_not_asked_in_haste(server: Server, names: Names) -> None:
    server.pages["/"] = reply(b"x")
    waits: list[float] = []
    guard = Guard(resolve=names, test_ports=frozenset({server.port}))
    fetcher = Fetcher(FetchSettings(pause_seconds=5), 100, guard=guard, sleep=waits.append)
    fetcher.fetch(server.url())
    fetcher.fetch(server.url(host="other.example"))
    assert waits == []
    fetcher.fetch(server.url())
    assert 4 < waits[0] <= 5


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate and its key for news.example, made for this run."""
    path = tmp_path_factory.mktemp("tls") / "both.pem"
    try:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj",
             "/CN=news.example", "-addext", "subjectAltName=DNS:news.example", "-keyout",
             str(path), "-out", f"{path}.crt"], check=True, capture_output=True, timeout=60,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        pytest.skip("openssl is not installed")
    path.write_text(path.read_text() + Path(f"{path}.crt").read_text())
    return path


class TlsServer:
    """Answers every request over TLS with one answer; keeps the names that clients asked for."""

    def __init__(self, certificate: Path, answer: bytes) -> None:
        self.names: list[str | None] = []
        self._answer = answer
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._context.sni_callback = lambda _, name, __: self.names.append(name)
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            client, _ = self._socket.accept()
            try:
                with self._context.wrap_socket(client, server_side=True) as stream:
                    stream.recv(65_536)
                    stream.sendall(self._answer)
            except OSError:
                client.close()


def test_the_name_stays_in_tls(certificate: Path, names: Names) -> None:
    tls = TlsServer(certificate, reply(b"secret page"))
    guard = Guard(resolve=names, test_ports=frozenset({tls.port}))
    trusted = ssl.create_default_context(cafile=str(certificate))

    def fetch(host: str, context: ssl.SSLContext | None) -> bytes:
        fetcher = Fetcher(
            FetchSettings(pause_seconds=0), 100, ignore_robots=True, guard=guard, context=context
        )
        return fetcher.fetch(f"https://{host}:{tls.port}/").raw

    assert fetch("news.example", trusted) == b"secret page"
    assert tls.names == ["news.example"]
    assert code_of(lambda: fetch("other.example", trusted)) == "N005"
    assert code_of(lambda: fetch("news.example", None)) == "N005"


def test_a_step_down_to_http_is_refused(certificate: Path, names: Names, server: Server) -> None:
    server.pages["/"] = reply(b"x")
    tls = TlsServer(certificate, redirect(server.url()))
    fetcher = Fetcher(
        FetchSettings(pause_seconds=0),
        100,
        ignore_robots=True,
        guard=Guard(resolve=names, test_ports=frozenset({tls.port, server.port})),
        context=ssl.create_default_context(cafile=str(certificate)),
    )
    assert code_of(lambda: fetcher.fetch(f"https://news.example:{tls.port}/")) == "N003"
    assert server.requests == []
