"""How far the centre has come (Trung tâm đã nhận tới đâu), by its last greeting."""

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.up import is_ours, standing_of
from veban.core.nodes.writers import peer_of
from veban.exchange.run import Position


def confirmed(x: Exchanging) -> Position | None:
    """Return how far our centre held our own chain when it last greeted.

    None where it never did, or this node has no centre.
    """
    heard = x.book.heard(x.world.me.centre) if x.world.me.centre else None
    position = standing_of(x, x.world.me.node, heard)
    return position if position[0] else None


def backed_up(x: Exchanging) -> Position | None:
    """Return how far a verified backup of our centre held our own chain when it last greeted.

    Until then nothing that this node wrote may be let go of here. None where no backup holds
    any of it, or this node has no centre.
    """
    heard = x.book.heard(x.world.me.centre) if x.world.me.centre else None
    position = heard.backup(x.world.me.node) if heard else None
    return position if position and is_ours(x, x.world.me.node, position) else None


def is_backed_up(x: Exchanging, writer: str, seq: int) -> bool:
    """Tell whether a verified backup of our centre holds an entry, by its last greeting.

    Args:
        x: This node.
        writer: Who wrote the entry: this node under any of its names, or somebody whose
            entries came down from the centre.
        seq: The entry's number.
    """
    heard = x.book.heard(x.world.me.centre) if x.world.me.centre else None
    position = heard.backup(writer) if heard else None
    if position is None or position[0] < seq:
        return False
    own = peer_of(writer) == x.world.me.speaks_as
    return not own or is_ours(x, writer, position)
