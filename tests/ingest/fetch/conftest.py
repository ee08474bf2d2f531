"""Servers of our own on loopback, and a spy that sees every connection."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import pytest

from briefwright.config import FetchSettings
from briefwright.ingest.fetch import Fetcher, Guard

Reply = bytes | Callable[[socket.socket, str], None]


def reply(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """A whole HTTP answer."""
    fields = {"Content-Type": "text/html", "Content-Length": str(len(body))}
    fields |= {name.replace("_", "-"): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields.items() if value)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


@dataclass
class Server:
    """Answers each path with what `pages` holds; 404 for all others. Keeps every request."""

    pages: dict[str, Reply] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def paths(self) -> list[str]:
        """The paths that were asked for, robots.txt left out."""
        paths = [request.split(" ", 2)[1] for request in self.requests]
        return [path for path in paths if path != "/robots.txt"]

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def close(self) -> None:
        self._socket.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with client, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request:
                part = client.recv(65_536)
                if not part:
                    return
                request += part
            text = request.decode("latin-1")
            self.requests.append(text)
            page = self.pages.get(text.split(" ", 2)[1], reply(b"", "404 Not Found"))
            if callable(page):
                page(client, text)
            else:
                client.sendall(page)


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


@dataclass
class Names:
    """A resolver with a table; it keeps what it was asked."""

    table: dict[str, list[str]]
    asked: list[str] = field(default_factory=list)

    def __call__(self, host: str, _: int) -> list[str]:
        self.asked.append(host)
        if host not in self.table:
            raise socket.gaierror(8, "Name or service not known")
        return self.table[host]


@pytest.fixture
def names() -> Names:
    local = ["127.0.0.1"]
    return Names({"news.example": local, "other.example": local, "www.news.example": local})


MakeFetcher = Callable[..., Fetcher]


@pytest.fixture
def make(server: Server, names: Names) -> MakeFetcher:
    """A fetcher that reaches the test's own server."""

    def fetcher(**options: Any) -> Fetcher:
        seconds = options.pop("seconds", 10)
        size = options.pop("max_bytes", 100_000)
        ports = options.pop("ports", {server.port})
        settings = FetchSettings(timeout_seconds=seconds, pause_seconds=0)
        guard = Guard(resolve=names, test_ports=frozenset(ports))
        return Fetcher(settings, size, guard=guard, **options)

    return fetcher


@pytest.fixture
def connections(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every address that anything in this process connects to from here on; none gets through."""
    seen: list[Any] = []

    def connect(_: socket.socket, address: Any) -> None:
        seen.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket.socket, "connect_ex", connect)
    return seen
