"""Leave to fetch: what each server's robots.txt says, read once."""

from __future__ import annotations

from collections.abc import Callable

from briefwright.errors import FetchError, IngestError
from briefwright.ingest.fetch import robots
from briefwright.ingest.fetch.address import Address

# The server is not there, not public or too slow: an error of its own, not the file's.
_SERVER = frozenset({"N002", "N005", "N006"})


class Leave:
    """Asks for pages in the name of `agent`; `get` fetches a robots.txt."""

    def __init__(self, agent: str, get: Callable[[Address], bytes]) -> None:
        self._agent, self._get = agent, get
        self._texts: dict[str, str | None] = {}

    def check(self, address: Address) -> None:
        """Nothing, when the page may be fetched.

        Raises:
            FetchError: N007, it may not; N002, N005, N006 when the server can't be asked.
        """
        if address.origin not in self._texts:
            self._texts[address.origin] = self._text(address)
        text = self._texts[address.origin]
        if text is not None and robots.allows(text, self._agent, address.target):
            return
        raise FetchError(
            "N007",
            at=str(address),
            saw="no robots.txt that can be read" if text is None else "a rule against the page",
            wanted="leave for programs to fetch the page",
            fix="save the page as a file and add that; or use --ignore-robots if you may",
        )

    def _text(self, address: Address) -> str | None:
        """The server's robots.txt; "" when it has none, None when it can't be read.

        A server that answers with 4xx has none; one that fails forbids everything (RFC 9309,
        section 2.3.1).
        """
        place = Address(address.scheme, address.host, address.port, "/robots.txt")
        try:
            return self._get(place).decode("utf-8", "replace")
        except IngestError:
            return None
        except FetchError as error:
            if error.code in _SERVER:
                raise
            return "" if error.code == "N004" and error.saw.startswith("4") else None
