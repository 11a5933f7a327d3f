"""Open the node of a data folder for a command (mở máy)."""

from pathlib import Path

from veban.wiring import Node, open_node


def open_data(data: Path) -> Node:
    """Open the folder.

    Raises:
        NodeMissing: there is no node in it.
    """
    return open_node(data)
