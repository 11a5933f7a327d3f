"""What goes down (gửi xuống): the excerpt numbered for a peer, in parts."""

from collections.abc import Sequence
from dataclasses import dataclass
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
    _drop_arrived(x, peer.node, mark)
    x.book.extend_excerpt(peer.node)


@dataclass(frozen=True, slots=True)
class ExcerptFile:
    """A sealed part of an excerpt in the outbox, and the mark behind it."""

    path: Path
    end: Mark


def excerpt_part(x: Exchanging, peer: NodeRow, mark: Mark) -> ExcerptFile | None:
    """Return the sealed part of the excerpt behind a mark; None where there is no more.

    A mark that is not ours gets the first part.
    """
    hashes = x.book.excerpt(peer.node, mark)
    if hashes is None:
        mark, hashes = Mark(), x.book.excerpt(peer.node, Mark()) or ()
    prefix = f"excerpt.{mark.count}.{mark.digest[:16]}."
    for name in x.outbox.names(peer.node):
        if name.startswith(prefix) and (path := x.outbox.find(peer.node, name)):
            count = int(name.removeprefix(prefix).split(".")[0])
            return ExcerptFile(path, mark.after(hashes[: count - mark.count]))
    return _seal_next(x, peer, mark, hashes)


def _seal_next(
    x: Exchanging, peer: NodeRow, mark: Mark, hashes: Sequence[str]
) -> ExcerptFile | None:
    group = next(cut(e for h in hashes if (e := x.world.journal.entry(h))), None)
    if group is None:
        return None
    voucher = Voucher(x.world.me.speaks_as, peer.node, mark, tuple(e.hash for e, _ in group), "")
    payload = pack_excerpt(voucher, group, x.world.keys.sign)
    part = seal_part(x, peer, PartKind.ENTRIES, payload)
    end = voucher.end
    name = f"excerpt.{mark.count}.{mark.digest[:16]}.{end.count}.part"
    return ExcerptFile(x.outbox.put(peer.node, name, part), end)


def _drop_arrived(x: Exchanging, peer: str, mark: Mark) -> None:
    for name in x.outbox.names(peer):
        if name.startswith("excerpt.") and int(name.split(".")[1]) < mark.count:
            x.outbox.drop(peer, name)
