"""Hand our sealed file to another laptop at its address on the network (gửi nhờ máy cùng mạng)."""

import secrets
import time
from pathlib import Path

from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.neighbours import Handed, hand_to_neighbour
from veban.edges.folder.result_files import write_result
from veban.edges.transport.calls import Calls, Signer
from veban.edges.transport.downloads import Downloads
from veban.edges.transport.http_line import HttpLine
from veban.exchange.refusals import PeerUnknown
from veban.wiring.node import Node

MADE = "neighbour.veban"
GOOD_FOR_S = 15 * 60
"""So long a file that was cut short is sent on; what was written since goes with the next one."""


def send_to_neighbour(node: Node, url: str) -> Handed:
    """Hand over our sealed file for the centre: a new one, or the one that was cut short.

    Args:
        node: A laptop.
        url: Address of the other one.

    Raises:
        Refused: as in ``hand_to_neighbour``; what was written stays here in any case.
        PeerUnknown: this node has no centre.
    """
    world = node.world
    made = node.folder / "outbox" / MADE
    if not _is_fresh(made):
        if world.me.centre is None:
            raise PeerUnknown(node="centre")
        made.parent.mkdir(parents=True, exist_ok=True)
        new = made.with_name(f"{secrets.token_hex(4)}.half")
        write_result(new, make_bundle(node.exchange.x, world.me.centre))
        new.replace(made)
    calls = Calls(url, Signer(world.me.speaks_as, world.keys, world.clock))
    try:
        line = HttpLine(calls, Downloads(node.folder / "downloads"))
        handed = hand_to_neighbour(node.exchange.x, node.box, line, made)
    finally:
        calls.close()
    made.unlink(missing_ok=True)
    return handed


def _is_fresh(made: Path) -> bool:
    try:
        return time.time() - made.stat().st_mtime < GOOD_FOR_S
    except FileNotFoundError:
        return False
