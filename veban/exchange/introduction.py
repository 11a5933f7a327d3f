"""What a node shows of itself to a centre that may not know it any more (máy tự giới thiệu).

A centre that was restored lacks the entries by which it let a node in after the backup. The node
still holds them, with the lists that this centre signed over them: they prove whose it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from veban.core.journal.entry import Entry
from veban.exchange.excerpt import Mark, Voucher
from veban.exchange.join import pack_entries, read_entries
from veban.exchange.refusals import BundleBroken


@dataclass(frozen=True, slots=True)
class Introduction:
    """Entries of a centre about one of its nodes, and the signed lists that name them."""

    entries: tuple[Entry, ...]
    vouchers: tuple[Voucher, ...]

    def vouched(self) -> frozenset[str]:
        """Return the hashes that stand in the lists."""
        return frozenset(one for voucher in self.vouchers for one in voucher.hashes)


def pack_introduction(introduction: Introduction) -> dict[str, Any]:
    """Write an introduction into a greeting."""
    lists = [
        [one.start.count, one.start.digest, one.signature, list(one.hashes)]
        for one in introduction.vouchers
    ]
    return {**pack_entries(list(introduction.entries)), "lists": lists}


def read_introduction(packed: Mapping[str, Any], centre: str, node: str) -> Introduction:
    """Read what a node shows of itself; who signed the lists is not looked at here.

    Args:
        packed: As it stood in the greeting; empty where the node shows nothing.
        centre: Whose entries they are said to be.
        node: The node that greets.

    Raises:
        BundleBroken: it is malformed, or an entry is not what it says.
    """
    if not packed:
        return Introduction((), ())
    try:
        vouchers: Sequence[Voucher] = [
            Voucher(
                centre, node, Mark(int(count), str(start)), tuple(map(str, hashes)), str(signature)
            )
            for count, start, signature, hashes in packed["lists"]
        ]
        entries = read_entries(packed)
    except (KeyError, TypeError, ValueError) as problem:
        raise BundleBroken(why="introduction") from problem
    return Introduction(tuple(entries), tuple(vouchers))
