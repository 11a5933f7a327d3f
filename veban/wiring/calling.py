"""Call our centre and exchange (trao đổi với Trung tâm), at whichever address it answers."""

import socket
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from urllib.parse import urlsplit

from veban.actions.exchange.carry import hand_over
from veban.actions.exchange.sync import Sync, Synced
from veban.actions.ports_exchange import LineCut
from veban.edges.folder.addresses import read_addresses
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.exchange.refusals import CentreUnreachable, NotOurCentre
from veban.wiring.node import Node

KNOCK_S = 3.0
"""How long an address may take to answer at all, where there are others to try."""

ELSEWHERE = frozenset({CentreUnreachable.code, NotOurCentre.code})
"""What stopped an exchange because of the address, so that the next one is worth a try."""


def exchange_with_centre(node: Node, url: str, pause: Callable[[float], None]) -> Synced:
    """Exchange both ways until nothing is left or the line gives up; then what is carried.

    Args:
        node: The laptop.
        url: Address of its centre.
        pause: Waits so many seconds between two tries.

    Raises:
        PeerUnknown: the node has no centre.
        NotOurCentre: the address is none.
    """
    world = node.world
    calls = Calls(url, Signer(world.me.speaks_as, world.keys, world.clock))
    line = HttpLine(calls, Downloads(node.folder / "downloads"))
    try:
        synced = Sync(node.exchange.x, line, pause).run()
        if synced.reason is None:
            with suppress(LineCut):
                deque(hand_over(node.exchange.x, node.box, line), maxlen=0)
        return synced
    finally:
        calls.close()


def try_exchange(node: Node, pause: Callable[[float], None]) -> Synced:
    """Exchange at the first known address where our centre answers.

    Addresses typed at this laptop come first, then the one where the centre was reached last. A
    signed greeting tells our centre from anybody else, so any address may be tried.

    Args:
        node: The laptop.
        pause: Waits so many seconds between two tries.

    Returns:
        What moved at the address that answered; else why the centre's own address did not.
    """
    *typed, own = [*read_addresses(node.folder), node.card.centre_url]
    for url in typed:
        if not answers(url):
            continue
        with suppress(NotOurCentre):
            synced = exchange_with_centre(node, url, pause)
            if synced.reason not in ELSEWHERE:
                return synced
    return exchange_with_centre(node, own, pause)


def answers(url: str) -> bool:
    """Tell whether anything listens at an address."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        with socket.create_connection((parts.hostname or "", port), KNOCK_S):
            return True
    except OSError:
        return False
