"""Which IP addresses are public; all others are refused.

Sources: the IANA IPv4 and IPv6 special-purpose address registries (RFC 6890, RFC 8190) and RFC 4291
for IPv6. Only `2000::/3` is handed out as global unicast, so IPv6 is a list of what is allowed;
loopback, link-local, unique local, mapped (`::ffff:0:0/96`), compatible (`::/96`) and NAT64
(`64:ff9b::/96`, `64:ff9b:1::/48`) addresses all lie outside it.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IpAddress = IPv4Address | IPv6Address

_V4: tuple[tuple[IPv4Network, str], ...] = tuple(
    (IPv4Network(network), words)
    for network, words in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "a shared address of a provider's network"),
        ("127.0.0.0/8", "a loopback address"),
        ("168.63.129.16/32", "the address of a cloud's own services"),  # Azure
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "a documentation address"),
        ("192.31.196.0/24", "a reserved address"),
        ("192.52.193.0/24", "a reserved address"),
        ("192.88.99.0/24", "a tunnel's address (6to4)"),
        ("192.168.0.0/16", "a private address"),
        ("192.175.48.0/24", "a reserved address"),
        ("198.18.0.0/15", "a benchmarking address"),
        ("198.51.100.0/24", "a documentation address"),
        ("203.0.113.0/24", "a documentation address"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
    )
)
_V6_GLOBAL = IPv6Network("2000::/3")
_V6: tuple[tuple[IPv6Network, str], ...] = tuple(
    (IPv6Network(network), words)
    for network, words in (
        ("2001::/32", "a tunnel's address (Teredo)"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "a documentation address"),
        ("2002::/16", "a tunnel's address (6to4)"),
        ("2620:4f:8000::/48", "a reserved address"),
        ("3fff::/20", "a documentation address"),
    )
)
# An ISATAP interface identifier carries an IPv4 address behind these 32 bits (RFC 5214, 6.1).
_ISATAP = (0x00005EFE, 0x02005EFE)


def why_refused(address: IpAddress) -> str | None:
    """What kind of address it is when it is not public, in words; None for a public one."""
    if isinstance(address, IPv4Address):
        known = next((words for network, words in _V4 if address in network), None)
    elif address not in _V6_GLOBAL:
        return _outside(address)
    elif (int(address) >> 32) & 0xFFFFFFFF in _ISATAP:
        return "a tunnel's address (ISATAP)"
    else:
        known = next((words for network, words in _V6 if address in network), None)
    if known is None and not address.is_global:
        return "a reserved address"
    return known


def _outside(address: IPv6Address) -> str:
    """Words for an address outside the global unicast range."""
    if address.is_loopback:
        return "a loopback address"
    if address.is_unspecified:
        return "an unspecified address"
    if address.is_multicast:
        return "a multicast address"
    if address.is_link_local:
        return "a link-local address"
    if address.ipv4_mapped is not None or int(address) >> 32 == 0:
        return "an IPv4 address inside an IPv6 address"
    if int(address) >> 96 == 0x0064FF9B or int(address) >> 80 == 0x0064FF9B0001:  # noqa: PLR2004
        return "a tunnel's address (NAT64)"
    return "a private or reserved address"
