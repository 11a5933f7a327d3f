"""Under which name a node behind us writes now (người ghi của máy), by its own greeting."""

from dataclasses import replace

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import get_peer
from veban.actions.nodes.renew import told_writers
from veban.actions.once import Decided, once
from veban.actions.ports import Histories, Step, World, Writing
from veban.core.nodes.events import NodeFounded, node_stream
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import NodeRenewed, peer_of
from veban.core.people.officers import PROGRAM


def peer_heard(x: Exchanging, node: str) -> NodeRow:
    """Return a node with the writer that greeted last.

    One folder may live twice, restored from one backup or copied: each gets what is its own.

    Raises:
        PeerUnknown, PeerRevoked: it may not speak to us.
    """
    peer, heard = get_peer(x.world, node), x.book.heard(node)
    return replace(peer, writer=heard.writer) if heard and heard.writer else peer


def note_writer(world: World, node: str, writer: str) -> None:
    """Write that a node goes on under a name that its stream does not know; once for each.

    Of two copies each would claim the same place there, so only this node writes it, and not
    before the node's own first entry has its place.
    """
    if writer in ("", node) or peer_of(writer) != node:
        return
    stream = node_stream(node)
    if not _is_new(world.journal, node, writer):
        return

    def decide(writing: Writing) -> Decided:
        if not _is_new(writing, node, writer):
            return Decided([], {})
        before = [node, *told_writers(writing, node)]
        event = NodeRenewed(node, writer, before[-1], "heard")
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [event], world.clock.now(), PROGRAM)], {})

    once(world, f"heard:{writer}", writer, decide)


def _is_new(histories: Histories, node: str, writer: str) -> bool:
    history = histories.history(node_stream(node))
    founded = any(isinstance(step.event, NodeFounded) for step in history)
    return founded and writer not in told_writers(histories, node)
