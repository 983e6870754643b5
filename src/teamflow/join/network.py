"""This machine's addresses on local networks, found without sending anything anywhere."""

import socket
import struct
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from ipaddress import IPv4Address, IPv4Network
from typing import Final

LOOPBACK: Final = "127.0.0.1"
"""This machine alone: for a rehearsal, or where there is no network."""

_LOCAL: Final = tuple(map(IPv4Network, ("192.168.0.0/16", "10.0.0.0/8", "172.16.0.0/12")))
_LINK: Final = IPv4Network("169.254.0.0/16")
_SOMEWHERE: Final = "192.0.2.1"
"""An address that no machine has (RFC 5737): the way to it is the way out."""

_NOT_THE_ROOM: Final = ("docker", "br-", "veth", "virbr", "vmnet", "vbox", "tun", "utun", "wg")
"""How networks are called that are inside this machine, or far from this room."""


def local_addresses() -> tuple[str, ...]:
    """This machine's IPv4 addresses on local networks, best first: the one that leads out, then
    those of other cards, then what is inside the machine, then those that were given by nobody.
    Loopback alone where there is none."""
    cards = [*_cards()]
    room = [address for name, address in cards if not name.startswith(_NOT_THE_ROOM)]
    other = [address for name, address in cards if name.startswith(_NOT_THE_ROOM)]
    return ranked([*_way_out(), *room, *other])


def ranked(found: Iterable[str]) -> tuple[str, ...]:
    """Those of the addresses that are on a local network, each once, the link-local ones last."""
    addresses = [*dict.fromkeys(map(IPv4Address, found))]
    local = [each for each in addresses if any(each in network for network in _LOCAL)]
    link = [each for each in addresses if each in _LINK]
    return tuple(map(str, local + link)) or (LOOPBACK,)


def is_local(address: str) -> bool:
    """Whether a room may be opened there: on a local network, or on this machine alone."""
    with suppress(ValueError):
        return address == LOOPBACK or ranked([address]) == (address,)
    return False


def _way_out() -> Iterator[str]:
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((_SOMEWHERE, 9))  # a datagram's socket sends nothing when it's connected
        yield probe.getsockname()[0]


def _cards() -> Iterator[tuple[str, str]]:
    """The name and the first address of each network card."""
    if sys.platform == "win32":
        with suppress(OSError):
            for address in socket.gethostbyname_ex(socket.gethostname())[2]:
                yield "", address
        return
    import fcntl

    ask: Final = 0xC0206921 if sys.platform == "darwin" else 0x8915  # SIOCGIFADDR
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):  # a card without an address
                told = fcntl.ioctl(probe, ask, struct.pack("256s", name.encode()[:15]))
                yield name, socket.inet_ntoa(told[20:24])
