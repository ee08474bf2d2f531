"""A web address as a person, a feed or a redirect wrote it, checked before anything is asked."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass

import httpx
import idna

from briefwright.errors import FetchError, shorten
from briefwright.ingest.fetch.ranges import IpAddress, why_refused

MAX_LENGTH = 2_000
DEFAULT_PORTS = {"http": 80, "https": 443}
PORTS = frozenset({80, 443, 8080, 8443})

# Nothing but what RFC 3986 allows in an authority, so that no two parsers can see different hosts:
# no user information, no backslash, no empty port, no zone of an IPv6 address.
_URL = re.compile(
    r"(?P<scheme>https?)://"
    r"(?:\[(?P<v6>[0-9A-Fa-f:.]+)\]|(?P<name>[^\s/?#@:\[\]\\%]+))"
    r"(?::(?P<port>[1-9][0-9]{0,4}))?"
    r"(?P<rest>[/?][^#]*)?(?:#.*)?",
    re.IGNORECASE | re.ASCII,
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://")
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Names that never lead into the public network: RFC 6761, RFC 6762, RFC 8375, RFC 9476, ICANN's
# `.internal` and the ones of RFC 6762, appendix G.
_LOCAL_DOMAINS = (
    "alt", "corp", "home", "home.arpa", "internal", "intranet", "lan", "local", "localdomain",
    "localhost", "onion", "private",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Address:
    """A checked web address. `host` is lower-case ASCII, or an IP address without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and the port unless it is the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    def __str__(self) -> str:
        return f"{self.origin}{self.target}"


def is_address(source: str) -> bool:
    """Whether `source` is written as an address of any scheme, such as `https://` or `ftp://`."""
    return _SCHEME.match(source) is not None


def parse_address(text: str, ports: frozenset[int] = PORTS) -> Address:
    """The address in `text`. A fragment is dropped.

    Raises:
        FetchError: N001, it can't be used (scheme, user name, port, odd spelling); N002, it names a
            host that is not public.
    """
    if len(text) > MAX_LENGTH or not text.isprintable():
        raise unusable(text, f"an address of at most {MAX_LENGTH:,} printable characters")
    match = _URL.fullmatch(text)
    if match is None:
        raise _malformed(text)
    scheme = match["scheme"].lower()
    port = int(match["port"] or DEFAULT_PORTS[scheme])
    if port not in ports:
        raise unusable(text, f"one of the ports {', '.join(map(str, sorted(PORTS)))}")
    host = _host(text, match)
    try:
        parsed = httpx.URL(f"{scheme}://{_bracketed(host)}:{port}{match['rest'] or '/'}")
    except (httpx.InvalidURL, UnicodeError) as error:
        raise unusable(text, "an address such as https://example.org/page") from error
    found = parsed.raw_host.decode("ascii"), parsed.port or DEFAULT_PORTS[scheme]
    if found != (host, port) or parsed.userinfo:
        raise unusable(text, "an address that can be read in one way only")
    return Address(scheme, host, port, parsed.raw_path.decode("ascii"))


def _host(text: str, match: re.Match[str]) -> str:
    if match["v6"] is not None:
        try:
            address = ipaddress.IPv6Address(match["v6"])
        except ValueError as error:
            raise unusable(text, "an IPv6 address between the brackets") from error
        return str(checked_ip(address, text))
    name = _ascii(text, match["name"])
    labels = name.split(".")
    # A last label that is a number makes the whole an IPv4 address for browsers (WHATWG URL, "ends
    # in a number"); only the plain spelling is taken, never octal, hexadecimal or short forms.
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):
        try:
            return str(checked_ip(ipaddress.IPv4Address(name), text))
        except ValueError as error:
            raise unusable(text, "an IPv4 address in its usual form, such as 9.9.9.9") from error
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise unusable(text, "a host name of letters, digits, hyphens and single dots")
    if len(labels) == 1 or any(name == d or name.endswith(f".{d}") for d in _LOCAL_DOMAINS):
        raise not_public(text, f"the local name {name}")
    return name


def _ascii(text: str, name: str) -> str:
    """The host in ASCII: as it is, or an international name by IDNA 2008."""
    if name.isascii():
        return name.lower()
    try:
        return idna.encode(name.lower()).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise unusable(text, "a host name that IDNA allows") from error


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def checked_ip(address: IpAddress, text: str) -> IpAddress:
    """`address` when it is public.

    Raises:
        FetchError: N002.
    """
    reason = why_refused(address)
    if reason is not None:
        raise not_public(text, f"{address}, {reason}")
    return address


def not_public(at: str, saw: str) -> FetchError:
    """N002: what `at` leads to is not in the public network."""
    return FetchError(
        "N002",
        at=_shown(at),
        saw=saw,
        wanted="a server in the public network",
        fix="save the page as a file and add that",
    )


def unusable(text: str, wanted: str) -> FetchError:
    """N001 for an address that is refused as it is written."""
    return FetchError(
        "N001",
        at=_shown(text),
        saw=repr(_shown(text)),
        wanted=wanted,
        fix="correct the address, or save the page as a file and add that",
    )


def _malformed(text: str) -> FetchError:
    scheme = _SCHEME.match(text)
    if scheme is None or scheme[1].lower() not in DEFAULT_PORTS:
        return unusable(text, "an address that begins with http:// or https://")
    authority = re.split(r"[/?#]", text[scheme.end() :], maxsplit=1)[0]
    if "@" in authority:
        return unusable(text, "an address without user name and password")
    return unusable(text, "an address such as https://example.org/page")


def _shown(text: str) -> str:
    """The address for a message; a password in it is left out."""
    hidden = re.sub(r"(?<=//)[^/?#]*@", "…@", text)
    return shorten(hidden, 200)[1:-1]
