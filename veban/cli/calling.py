"""Call our centre and exchange, waiting in between (trao đổi với Trung tâm)."""

import time

from veban.actions.exchange.sync import Synced
from veban.wiring import calling
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
    return calling.exchange_with_centre(node, url, time.sleep)
