"""How far the centre has come (Trung tâm đã nhận tới đâu), by its last greeting."""

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.up import is_ours, standing_of
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
