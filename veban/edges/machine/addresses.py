"""Where others on the local network reach this machine (địa chỉ trong mạng nội bộ)."""

import ipaddress
import socket
from collections.abc import Iterator

PROBES = ("192.0.2.1", "10.255.255.255", "192.168.255.255")
"""Addresses towards which the system says from where it would send; nothing is sent."""


def lan_addresses() -> list[str]:
    """Return the IPv4 addresses of this machine, the likeliest first; without loopback."""
    found = dict.fromkeys([*_routed(), *_named()])
    return [one for one in found if _is_useful(one)]


def _routed() -> Iterator[str]:
    for target in PROBES:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            try:
                probe.connect((target, 9))
                yield str(probe.getsockname()[0])
            except OSError:
                continue


def _named() -> Iterator[str]:
    try:
        known = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except OSError:
        return
    yield from (str(address[4][0]) for address in known)


def _is_useful(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return not (address.is_loopback or address.is_unspecified or address.is_multicast)
