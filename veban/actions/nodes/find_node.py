"""Find a device (tìm máy)."""

from veban.actions.ports import Histories
from veban.core.nodes.events import node_stream
from veban.core.nodes.rows import NodeRow, node_rows
from veban.core.shared.refused import Refused


class NodeUnknown(Refused):
    """No device has this id here."""

    code = "node.unknown"


def get_node(histories: Histories, node: str) -> NodeRow:
    """Return a device with its team and what became of it.

    Raises:
        NodeUnknown: no device has this id here.
    """
    stream = node_stream(node)
    rows = node_rows(stream, histories.history(stream))
    if not rows:
        raise NodeUnknown(node=node)
    return rows[0]
