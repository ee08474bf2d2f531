"""Fetching: one page from one address, through the guard, within limits of size and time."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpcore
import httpx

from briefwright import __version__
from briefwright.config import FetchSettings
from briefwright.errors import FetchError
from briefwright.ingest.fetch import robots
from briefwright.ingest.fetch.address import Address
from briefwright.ingest.fetch.answer import Fetched, charset_of, check_head, check_status, location
from briefwright.ingest.fetch.body import ENCODINGS, read_body, too_large
from briefwright.ingest.fetch.connect import GuardedTransport
from briefwright.ingest.fetch.deadline import Deadline
from briefwright.ingest.fetch.guard import Guard
from briefwright.ingest.fetch.leave import Leave

AGENT = "Briefwright"
MAX_REDIRECTS = 5
PAGES = "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.1"
FEEDS = "application/atom+xml,application/rss+xml,application/xml;q=0.9,*/*;q=0.1"


@dataclass
class Fetcher:
    """Fetches pages one after the other. Nothing is kept between them but robots.txt and the clock.

    Attributes:
        settings: time limit, pause and contact.
        max_bytes: the largest body.
        ignore_robots: fetch what robots.txt forbids.
        guard: what may be connected to.
        context: for tests only, the certificates to trust.
        sleep: waits between two requests to one server.
    """

    settings: FetchSettings
    max_bytes: int
    ignore_robots: bool = False
    guard: Guard = field(default_factory=Guard)
    context: ssl.SSLContext | None = None
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        self._leave = Leave(AGENT, self._robots_txt)
        self._asked: dict[str, float] = {}

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        contact = f"; {self.settings.contact}" if self.settings.contact else ""
        return f"{AGENT}/{__version__} (+research brief generator{contact})"

    def fetch(self, url: str, accept: str = PAGES) -> Fetched:
        """The page at `url`, after at most five redirects.

        Raises:
            FetchError: N001 to N008.
            IngestError: I004, the body is too large.
        """
        address = self.guard.parse(url)
        self._pause(address)
        deadline = Deadline(self.settings.timeout_seconds, str(address))
        allowed = None if self.ignore_robots else self._leave.check
        try:
            return self._follow(address, accept, deadline, self.max_bytes, allowed)
        finally:
            self._asked[address.host] = time.monotonic()

    def _follow(
        self,
        address: Address,
        accept: str,
        deadline: Deadline,
        limit: int,
        allowed: Callable[[Address], None] | None,
    ) -> Fetched:
        for _ in range(MAX_REDIRECTS + 1):
            if allowed is not None:
                allowed(address)
            answer = self._ask(address, accept, deadline, limit)
            if isinstance(answer, Fetched):
                return answer
            try:
                target = self.guard.parse(urljoin(str(address), answer))
            except ValueError as error:
                raise _sent_on(address, "a redirect to no address", "a page") from error
            if address.scheme == "https" and target.scheme == "http":
                raise _sent_on(address, f"a redirect to {target}", "a redirect that keeps https")
            address = target
        raise _sent_on(address, f"more than {MAX_REDIRECTS} redirects", "the page itself")

    def _ask(self, address: Address, accept: str, deadline: Deadline, limit: int) -> Fetched | str:
        """One request: the page, or where the server sends the program."""
        request = httpx.Request(
            "GET",
            str(address),
            headers={
                "User-Agent": self.user_agent, "Accept": accept, "Accept-Encoding": ENCODINGS,
                "Connection": "close",
            },
        )  # fmt: skip
        transport = GuardedTransport(self.guard, deadline, self.context)
        try:
            answer = transport.handle_request(request)
            if target := location(answer):
                return target
            return self._page(address, answer, limit)
        except httpcore.TimeoutException as error:
            raise deadline.passed() from error
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
            raise _unreachable(address, error) from error
        finally:
            transport.close()

    def _page(self, address: Address, answer: httpx.Response, limit: int) -> Fetched:
        at = str(address)
        check_status(answer.status_code, at)
        kind = answer.headers.get("content-type", "")
        check_head(b"", kind, at)
        length = answer.headers.get("content-length", "")
        if length.isdecimal() and int(length) > limit:
            raise too_large(at, limit)
        raw = read_body(
            answer.iter_raw(),
            answer.headers.get("content-encoding", ""),
            limit,
            at,
            lambda head: check_head(head, kind, at),
        )
        return Fetched(at, raw, charset_of(kind))

    def _pause(self, address: Address) -> None:
        """Wait until the server may be asked again."""
        last = self._asked.get(address.host)
        wait = 0 if last is None else last + self.settings.pause_seconds - time.monotonic()
        if wait > 0:
            self.sleep(wait)

    def _robots_txt(self, place: Address) -> bytes:
        """The file at `place`, with a time limit of its own."""
        deadline = Deadline(self.settings.timeout_seconds, str(place))
        return self._follow(place, "text/plain", deadline, robots.MAX_BYTES, None).raw


def _sent_on(address: Address, saw: str, wanted: str) -> FetchError:
    return FetchError(
        "N003", at=str(address), saw=saw, wanted=wanted, fix="add the page's own address"
    )


def _unreachable(address: Address, error: Exception) -> FetchError:
    reason = " ".join(str(error).split()) or type(error).__name__
    return FetchError(
        "N005",
        at=str(address),
        saw=reason[:200],
        wanted="a server that can be reached",
        fix="check the address and the connection",
    )
