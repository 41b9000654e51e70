"""Which IP addresses are of the public internet."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    pass


# Not public, though the standard library of some versions of Python takes them for it.
NOT_PUBLIC = tuple(
    map(
        ipaddress.ip_network,
        [
            "100.64.0.0/10",  # shared by the customers of a provider
            "192.0.0.0/24",  # protocols' own, and one cloud's metadata
            "192.88.99.0/24",  # 6to4 relays, given up
            "168.63.129.16/32",  # one cloud's metadata
            "2001::/23",  # protocols' own, Teredo among them
            "2001:db8::/32",  # for documentation, as is the next
            "3fff::/20",
        ],
    )
)
GIVEN_OUT = ipaddress.ip_network("2000::/3")  # all of IPv6 that is public
NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public internet, and holds none within that is not."""
    try:
        number = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour
        if number in NAT64:
            inner = ipaddress.IPv4Address(int(number) & 0xFFFF_FFFF)
        if inner is not None:
            return number.scope_id is None and is_public(str(inner))
        if number.scope_id is not None or number not in GIVEN_OUT:
            return False
    if number.is_multicast or not number.is_global:
        return False
    return not any(number in network for network in NOT_PUBLIC)
