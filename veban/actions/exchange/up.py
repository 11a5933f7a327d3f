"""What goes up (gửi lên): the whole chain of this node and of those behind it, in parts."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import chains_going_up
from veban.actions.exchange.sealing import seal_part
from veban.core.journal.entry import GENESIS, Entry
from veban.core.nodes.rows import NodeRow
from veban.exchange.greeting import Greeting
from veban.exchange.part import PartKind
from veban.exchange.run import Position, pack_run
from veban.exchange.wire import cut

BEGINNING: Position = (0, GENESIS)


@dataclass(frozen=True, slots=True)
class RunPart:
    """A sealed run in the outbox: its file, how many entries, and where it ends."""

    name: str
    path: Path
    count: int
    last: Position


def parts_going_up(x: Exchanging, peer: NodeRow, greeting: Greeting | None) -> Iterator[RunPart]:
    """Yield what the peer lacks of our chains, by its own greeting; parts sealed before first.

    Args:
        x: This node.
        peer: The receiver.
        greeting: What it last said; None sends everything.
    """
    for node in chains_going_up(x.world):
        start = standing_of(x, node, greeting)
        _drop_arrived(x, peer.node, node, start)
        while part := _sealed_before(x, peer.node, node, start):
            yield part
            start = part.last
        yield from _seal_rest(x, peer, node, start)


def standing_of(x: Exchanging, node: str, greeting: Greeting | None) -> Position:
    """Return how far the greeting node stands on *our* version of a chain.

    Where it holds more than we have and says that ours is part of it, nothing is left. Where it
    holds another version we begin anew: both are kept there and the fork is shown.
    """
    position = greeting.position(node) if greeting else None
    if position and is_ours(x, node, position):
        return position
    end = x.world.journal.chains().get(node)
    return end if end and greeting and end[1] in greeting.holds else BEGINNING


def is_ours(x: Exchanging, node: str, position: Position) -> bool:
    """Tell whether a position stands on our version of a chain."""
    seq, entry_hash = position
    entry = x.world.journal.entry(entry_hash)
    return entry is not None and (entry.header.node, entry.header.seq) == (node, seq)


def _seal_rest(x: Exchanging, peer: NodeRow, node: str, start: Position) -> Iterator[RunPart]:
    at = start
    for group in cut(_linked(x, node, start)):
        last = (group[-1][0].header.seq, group[-1][0].hash)
        name = f"{_prefix(node, at)}{last[0]}.{last[1]}.part"
        part = seal_part(x, peer, PartKind.ENTRIES, pack_run(group))
        yield RunPart(name, x.outbox.put(peer.node, name, part), len(group), last)
        at = last


def _linked(x: Exchanging, node: str, start: Position) -> Iterator[Entry]:
    """Yield the entries that follow ``start`` link by link; of a fork, one branch."""
    at = start[1]
    for entry in x.world.journal.chain(node, start[0]):
        if entry.prev_hash == at:
            yield entry
            at = entry.hash


def _sealed_before(x: Exchanging, peer: str, node: str, start: Position) -> RunPart | None:
    prefix = _prefix(node, start)
    for name in x.outbox.names(peer):
        if name.startswith(prefix) and (path := x.outbox.find(peer, name)):
            last, entry_hash, _ = name.removeprefix(prefix).split(".")
            if is_ours(x, node, (int(last), entry_hash)):
                return RunPart(name, path, int(last) - start[0], (int(last), entry_hash))
    return None


def _drop_arrived(x: Exchanging, peer: str, node: str, start: Position) -> None:
    for name in x.outbox.names(peer):
        if name.startswith(f"run.{node}.") and int(name.split(".")[-3]) <= start[0]:
            x.outbox.drop(peer, name)


def _prefix(node: str, start: Position) -> str:
    return f"run.{node}.{start[0] + 1}.{start[1][:16]}."
