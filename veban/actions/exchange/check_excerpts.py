"""Check what is held of foreign chains against the signed lists (kiểm tra trích nhật ký)."""

from collections.abc import Iterable

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import stands_behind
from veban.core.journal.chain import Broken
from veban.core.journal.entry import Entry
from veban.core.nodes.events import node_stream
from veban.core.nodes.rows import NodeRow, node_rows
from veban.exchange.excerpt import Voucher

EXCERPT_GAP = "journal.excerpt_gap"


def check_excerpts(x: Exchanging, entries: Iterable[Entry]) -> list[Broken]:
    """Return what is wrong with the excerpts a node holds; nothing where it has no centre.

    Args:
        x: The node.
        entries: All entries it holds.

    Returns:
        ``journal.list_forged`` for a list that our centre did not sign, ``journal.excerpt_gap``
        for an entry that a list names and that is gone, both under the entry's number in the
        excerpt; ``journal.not_vouched`` for an entry of a foreign chain that no list names.
    """
    centre = x.world.me.centre
    if centre is None:
        return []
    broken: list[Broken] = []
    vouched: set[str] = set()
    for voucher in x.book.vouched_by(centre):
        if not _is_signed(x, centre, voucher):
            broken.append(Broken(centre, voucher.start.count + 1, "journal.list_forged"))
            continue
        vouched.update(voucher.hashes)
        broken += [
            Broken(centre, number, EXCERPT_GAP)
            for number, one in enumerate(voucher.hashes, voucher.start.count + 1)
            if x.world.journal.entry(one) is None
        ]
    if not vouched:
        return broken
    own = x.world.me.speaks_as
    return broken + [
        Broken(entry.header.node, entry.header.seq, "journal.not_vouched")
        for entry in entries
        if entry.hash not in vouched and not stands_behind(x.world, entry.header.node, own)
    ]


def _is_signed(x: Exchanging, centre: str, voucher: Voucher) -> bool:
    row = _row(x, centre)
    if row is None or row.public_key is None:
        return False
    signature = bytes.fromhex(voucher.signature)
    return x.packing.genuine(row.public_key, voucher.message(), signature)


def _row(x: Exchanging, node: str) -> NodeRow | None:
    stream = node_stream(node)
    return next(iter(node_rows(stream, x.world.journal.history(stream))), None)
