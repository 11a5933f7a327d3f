"""A field laptop that has joined a throw-away centre over HTTP (máy lưu động)."""

from pathlib import Path

from bench.office import RECEIVER
from veban.actions.nodes.invite import invite_node
from veban.cli.joining import join_centre
from veban.wiring.node import Node
from veban.wiring.opening import Opening

OPENING = Opening(RECEIVER, "con đường về bản xa")


def join_laptop(centre: Node, port: int, folder: Path) -> Node:
    """Let a laptop join the centre that is served at ``port``; it has numbers at once."""
    invited = invite_node(centre.world, centre.exchange.invitations, "Máy 1", [RECEIVER])
    joined = join_centre(folder, f"http://127.0.0.1:{port}", invited["token"], OPENING)
    if not joined.synced.done:
        raise RuntimeError(f"the laptop did not get everything: {joined.synced.reason}")
    return joined.node
