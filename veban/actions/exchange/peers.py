"""Who the other node is, by the entries that are here (máy đối tác)."""

from collections.abc import Iterator

from veban.actions.ports import World
from veban.core.nodes.events import NodeJoined, NodeKind, node_stream
from veban.core.nodes.rows import NodeRow, node_rows
from veban.core.nodes.writers import peer_of
from veban.exchange.refusals import PeerRevoked, PeerUnknown


def get_peer(world: World, node: str, late: str | None = None) -> NodeRow:
    """Return a node that may speak to us.

    Args:
        world: This node.
        node: The other one.
        late: A revoked node that is heard all the same, because a person asked for it.

    Raises:
        PeerUnknown: it never joined.
        PeerRevoked: it was revoked.
    """
    stream = node_stream(node)
    for row in node_rows(stream, world.journal.history(stream)):
        if row.state == "revoked" and node != late:
            raise PeerRevoked(node=node)
        if row.public_key and row.recipient:
            return row
    raise PeerUnknown(node=node)


def goes_up(world: World, node: str) -> bool:
    """Tell whether the way to a node is the way up: it is our centre."""
    return world.me.centre == node


def stands_behind(world: World, node: str, front: str) -> bool:
    """Tell whether ``node`` reaches us through ``front``: it writes for that node, or joined it."""
    peer = peer_of(node)
    if peer == front:
        return True
    steps = world.journal.history(node_stream(peer))
    return any(isinstance(s.event, NodeJoined) and peer_of(s.header.node) == front for s in steps)


def chains_going_up(world: World) -> Iterator[str]:
    """Yield the nodes whose chains this one passes on: itself first, then those behind it."""
    me = world.me
    yield me.node
    for node in sorted(world.journal.chains()):
        own = peer_of(node) == me.speaks_as
        behind = me.kind is not NodeKind.FIELD and stands_behind(world, node, me.speaks_as)
        if node != me.node and (own or behind):
            yield node
