"""What goes down (gửi xuống): the excerpt numbered for a peer, in parts."""

from pathlib import Path

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.sealing import seal_part
from veban.core.nodes.rows import NodeRow
from veban.exchange.excerpt import Mark, Voucher, pack_excerpt
from veban.exchange.part import PartKind
from veban.exchange.wire import cut


def prepare_excerpt(x: Exchanging, peer: NodeRow, mark: Mark) -> None:
    """Number what concerns a peer by now.

    Args:
        x: This node.
        peer: The receiver.
        mark: How far it says it holds our excerpt. One we do not know is of a numbering that
            was lost here, for example with a restored backup: then we begin anew.
    """
    if x.book.excerpt(peer.node, mark) is None:
        x.book.restart_excerpt(peer.node)
        for name in x.outbox.names(peer.node):
            x.outbox.drop(peer.node, name)
    x.book.extend_excerpt(peer.node)


def excerpt_part(x: Exchanging, peer: NodeRow, mark: Mark) -> Path | None:
    """Return the sealed part of the excerpt behind a mark; None where there is no more.

    A mark that is not ours gets the first part.
    """
    if x.book.excerpt(peer.node, mark) is None:
        mark = Mark()
    name = f"excerpt.{mark.count}.{mark.digest[:16]}.part"
    if found := x.outbox.find(peer.node, name):
        return found
    hashes = x.book.excerpt(peer.node, mark)
    entries = (e for h in hashes or () if (e := x.world.journal.entry(h)))
    group = next(cut(entries), None)
    if group is None:
        return None
    me = x.world.me.node
    voucher = Voucher(me, peer.node, mark, tuple(entry.hash for entry, _ in group), "")
    payload = pack_excerpt(voucher, group, x.world.keys.sign)
    part = seal_part(x, peer, PartKind.ENTRIES, payload)
    _drop_arrived(x, peer.node, mark)
    return x.outbox.put(peer.node, name, part)


def _drop_arrived(x: Exchanging, peer: str, mark: Mark) -> None:
    for name in x.outbox.names(peer):
        if name.startswith("excerpt.") and int(name.split(".")[1]) < mark.count:
            x.outbox.drop(peer, name)
