"""The guard: it finds the IP addresses of a host, and lets through public ones only."""

from __future__ import annotations

import ipaddress
import socket
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefwright.errors import FetchError
from briefwright.ingest.fetch.address import PORTS, Address, checked_ip, parse_address
from briefwright.ingest.fetch.deadline import Deadline
from briefwright.ingest.fetch.ranges import IpAddress

Resolver = Callable[[str, int], Sequence[str]]


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives for `host`, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True)
class Guard:
    """What may be asked, and which addresses may be connected to.

    Attributes:
        resolve: gives the addresses of a name; it is asked once for each connection, and the
            connection goes to an address of that one answer.
        test_ports: for tests only: ports on 127.0.0.1 that may be connected to. No setting, option,
            variable or document reaches it.
    """

    resolve: Resolver = system_resolver
    test_ports: frozenset[int] = frozenset()

    def parse(self, text: str) -> Address:
        """The checked address in `text`; see `parse_address`."""
        return parse_address(text, PORTS | self.test_ports)

    def addresses(self, host: str, port: int, deadline: Deadline) -> tuple[IpAddress, ...]:
        """The addresses of `host`, every one of them checked.

        One address that is not public refuses the host: a public name with a private address
        beside a public one is an attack or a mistake.

        Raises:
            FetchError: N002, an address is not public; N005, the name has none; N006, too slow.
        """
        found = tuple(self._address(text) for text in self._resolved(host, port, deadline))
        for address in found:
            if not (port in self.test_ports and str(address) == "127.0.0.1"):
                checked_ip(address, host)
        return found

    def _address(self, text: str) -> IpAddress:
        # A zone (`fe80::1%eth0`) is cut off; such addresses are link-local and refused anyway.
        return ipaddress.ip_address(text.partition("%")[0])

    def _resolved(self, host: str, port: int, deadline: Deadline) -> Sequence[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            pass
        found: list[str] = []
        failed: list[Exception] = []

        def ask() -> None:
            try:
                found.extend(self.resolve(host, port))
            except (OSError, UnicodeError) as error:
                failed.append(error)

        # The system's resolver knows no time limit; a thread that is left behind does no harm.
        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(deadline.left())
        if thread.is_alive():
            deadline.left()
        if failed or not found:
            raise FetchError(
                "N005",
                at=host,
                saw="a name that has no address",
                wanted="a server that can be reached",
                fix="check the address and the connection",
            )
        return found
