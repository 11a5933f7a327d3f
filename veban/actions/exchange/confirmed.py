"""How far the centre has come (Trung tâm đã nhận tới đâu), by its last greeting."""

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.up import standing_of
from veban.exchange.run import Position


def confirmed(x: Exchanging) -> Position | None:
    """Return how far our centre held our own chain when it last greeted.

    None where it never did, or this node has no centre.
    """
    heard = x.book.heard(x.world.me.centre) if x.world.me.centre else None
    position = standing_of(x, x.world.me.node, heard)
    return position if position[0] else None
