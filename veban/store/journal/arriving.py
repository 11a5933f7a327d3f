"""Take entries of other nodes (nhận mục nhật ký): known ones passed over, none turned away."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from veban.core.journal.chain import is_unchanged
from veban.core.journal.entry import Entry, stamp
from veban.store.databases.batch import Batch
from veban.store.journal.bench import Bench
from veban.store.journal.folding import refold
from veban.store.journal.heads import find_head, save_head
from veban.store.journal.keeping import erased_among, keep_entries
from veban.store.journal.placement import place_streams
from veban.store.journal.reading import CHUNK, chunks, fetch, marks_for
from veban.store.journal.sealing import Head


class Arrival(NamedTuple):
    """The own head with its new position, how many entries were new, whether any erased."""

    head: Head
    new: int
    erased: bool


def receive_entries(bench: Bench, head: Head, entries: Iterable[Entry]) -> Arrival:
    """Keep what is new, give places, fold the rows touched.

    Args:
        bench: The journal's world.
        head: The own head, locked.
        entries: What arrived, in any order.

    Raises:
        ValueError: an entry is not what was sealed; the exchange checks that before.
    """
    batch, arrived_at, new = Batch(bench.alias), stamp(bench.now()), 0
    streams: set[str] = set()
    nodes: set[str] = set()
    for part in chunks(entries):
        fresh = _unknown(bench.alias, part)
        erased = erased_among(bench.alias, {entry.header.stream for entry in fresh})
        kept = [e.without_person() if e.header.stream in erased else e for e in fresh]
        keep_entries(batch, kept, head.position, own=False, arrived_at=arrived_at)
        batch.run()
        head = replace(head, position=head.position + len(kept))
        new += len(kept)
        streams |= {entry.header.stream for entry in kept}
        nodes |= {entry.header.node for entry in kept}
    if new:
        save_head(batch, head)
    for node in sorted(nodes - {bench.me}):
        _advance(batch, find_head(bench.alias, node))
    batch.run()
    placement = place_streams(bench, streams)
    refold(bench.alias, bench.meaning, placement.fresh, placement.grown)
    return Arrival(head, new, bool(placement.erased))


def _unknown(alias: str, entries: list[Entry]) -> list[Entry]:
    """Return those not held yet, each once."""
    for entry in entries:
        if not is_unchanged(entry):
            raise ValueError(f"entry {entry.hash} is not what was sealed")
    found = {entry.hash: entry for entry in entries}
    sql = f"SELECT hash FROM journal_entry WHERE hash IN ({marks_for(list(found))})"
    known = {row[0] for row in fetch(alias, sql, list(found))}
    return [entry for entry_hash, entry in found.items() if entry_hash not in known]


def _advance(batch: Batch, head: Head) -> None:
    """Move another node's head along what links to it without a gap."""
    start, ends = head, {head.hash}
    sql = (
        "SELECT seq, hash, prev_hash, recorded_at FROM journal_entry "
        "WHERE node = %s AND seq >= %s AND seq <= %s ORDER BY seq, arrived"
    )
    moved = True
    while moved:
        moved = False
        for seq, found, prev_hash, recorded_at in fetch(
            batch.alias, sql, [head.node, head.seq, head.seq + CHUNK]
        ):
            if seq == head.seq:
                ends.add(found)
            elif seq == head.seq + 1 and prev_hash in ends:
                head = Head(head.node, seq, found, datetime.fromisoformat(recorded_at))
                ends, moved = {found}, True
    if head != start:
        save_head(batch, head)
