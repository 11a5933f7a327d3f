"""A run of one node's chain (đoạn nhật ký liền nhau), as it goes up."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from veban.core.journal.entry import Entry
from veban.core.shared.canonical import canonical
from veban.exchange.refusals import BundleBroken, ChainGap
from veban.exchange.wire import Link, unpack_entry

Position = tuple[int, str]
"""(last seq held without a gap, its hash)."""


@dataclass(frozen=True, slots=True)
class Run:
    """Entries of one node, each linked to the one before.

    Args:
        node: Whose chain.
        prev_hash: What the first one links to.
        entries: At least one, in order.
    """

    node: str
    prev_hash: str
    entries: tuple[Entry, ...]

    @property
    def first(self) -> int:
        """The number of the first entry."""
        return self.entries[0].header.seq

    @property
    def last(self) -> int:
        """The number of the last entry."""
        return self.entries[-1].header.seq


def pack_run(entries: Sequence[tuple[Entry, bytes]]) -> bytes:
    """Write a run: (entry, its packed row) in order."""
    first, last = entries[0][0], entries[-1][0]
    head = {
        "chain": first.header.node,
        "first": first.header.seq,
        "prev_hash": first.prev_hash,
        "last_hash": last.hash,
    }
    return with_rows(head, [row for _, row in entries])


def with_rows(head: dict[str, Any], rows: Sequence[bytes]) -> bytes:
    """Write a JSON object with rows that are JSON already."""
    return canonical(head)[:-1] + b',"entries":[' + b",\n".join(rows) + b"]}"


def read_run(data: Any) -> Run:
    """Rebuild a run with all its hashes.

    Raises:
        BundleBroken: it is no run, or does not end where it says.
    """
    try:
        node, seq, prev_hash = str(data["chain"]), int(data["first"]), str(data["prev_hash"])
        rows, last_hash = list(data["entries"]), data["last_hash"]
    except (KeyError, TypeError, ValueError) as problem:
        raise BundleBroken(why="run") from problem
    entries = []
    before = prev_hash
    for row in rows:
        entry = unpack_entry(row, Link(node, seq, before))
        entries.append(entry)
        seq, before = seq + 1, entry.hash
    if not entries or before != last_hash:
        raise BundleBroken(why="run")
    return Run(node, prev_hash, tuple(entries))


def check_continues(run: Run, held: Position | None, ends: Sequence[str]) -> None:
    """Refuse a run that would leave a gap in the chain held here.

    A run that begins where another version of the chain is held is let through: both are kept,
    and the fork is shown.

    Args:
        run: What arrived.
        held: How far the node's chain is held here, or None.
        ends: Hashes held here under the number before the run's first.

    Raises:
        ChainGap: the entry before the run is not here.
    """
    if run.first > 1 and run.prev_hash not in ends:
        raise ChainGap(node=run.node, held=held[0] if held else 0, first=run.first)
