"""Call our centre and exchange (trao đổi với Trung tâm)."""

from collections.abc import Callable

from veban.actions.exchange.sync import Sync, Synced
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.wiring.node import Node


def exchange_with_centre(node: Node, url: str, pause: Callable[[float], None]) -> Synced:
    """Exchange both ways until nothing is left or the line gives up.

    Args:
        node: The laptop.
        url: Address of its centre.
        pause: Waits so many seconds between two tries.

    Raises:
        PeerUnknown: the node has no centre.
        NotOurCentre: the address is none.
    """
    world = node.world
    calls = Calls(url, Signer(world.me.node, world.keys, world.clock))
    line = HttpLine(calls, Downloads(node.folder / "downloads"))
    try:
        return Sync(node.exchange.x, line, pause).run()
    finally:
        calls.close()
