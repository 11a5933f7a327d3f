"""Call our centre and exchange (trao đổi với Trung tâm)."""

import time

from veban.actions.exchange.sync import Sync, Synced
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.wiring.node import Node


def exchange_with_centre(node: Node, url: str) -> Synced:
    """Exchange both ways until nothing is left or the line gives up.

    Args:
        node: The laptop.
        url: Address of its centre.

    Raises:
        PeerUnknown: the node has no centre.
        NotOurCentre: the address is none.
    """
    world = node.world
    calls = Calls(url, Signer(world.me.speaks_as, world.keys, world.clock))
    line = HttpLine(calls, Downloads(node.folder / "downloads"))
    try:
        return Sync(node.exchange.x, line, time.sleep).run()
    finally:
        calls.close()
