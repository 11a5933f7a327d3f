"""Seal the scans of finished dossiers to the centre's key alone (niêm phong ảnh giấy tờ).

On a laptop a dossier is finished when the laptop does not hold it any more: released, or closed.
What is then kept of its scans is the very payload that a part would carry them in, so they still
go up, by every way, and the centre checks them by their hash as always; the laptop's own keys do
not open them. The readable form goes after the sealed one is on the disk, and the entry that tells
of both comes last: wherever the power goes, the next run finishes.
"""

from collections.abc import Mapping

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.sealing import seal_payload
from veban.actions.once import Decided, once
from veban.actions.ports import Step, Writing
from veban.actions.ports_work import NamedFile
from veban.core.journal.event import Event
from veban.core.nodes.events import NodeKind
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.rounds.scans import ScansSealed, ScansTold, scans_stream, scans_told

AT_ONCE = 50
"""Scans sealed in the middle of an exchange: a signal may be short, and a slow disk is slow."""


def seal_scans(x: Exchanging, most: int = 1000) -> int:
    """Seal what this laptop scanned and no dossier here needs any more; a repeat finds nothing.

    Args:
        x: This node.
        most: How many scans are sealed in one run. The entry waits for the run that ends.

    Returns:
        How many scans were sealed; 0 on a node that is no laptop of a centre.

    Raises:
        PeerUnknown, PeerRevoked: nothing may be sealed to its centre.
    """
    world = x.world
    if world.me.kind is not NodeKind.FIELD or world.me.centre is None:
        return 0
    heads = _own_heads(x)
    named = _not_sealed_yet(x, heads, told_here(x))
    held = set(world.work.held_by(world.me.speaks_as)) if named else set()
    needed = {one.file for one in named if one.stream in held}
    due = sorted({one.file for one in named} - needed)
    if not due:
        return 0
    readable = [file for file in due if world.blobs.is_readable(file)]
    centre = get_peer(world, world.me.centre)
    sealed = sum(_seal(x, centre, file) for file in readable[:most])
    needed |= {file for file in readable[:most] if world.blobs.is_readable(file)}
    if len(readable) <= most and not needed.issuperset(due):
        still_open = {one.stream for one in named if one.file in needed}
        tell_of_scans(x, ScansSealed(heads, tuple(sorted(still_open))))
    return sealed


def told_here(x: Exchanging) -> ScansTold:
    """Return what this node has told of its scans."""
    return scans_told(x.world.journal.history(scans_stream(x.world.me.node)))


def tell_of_scans(x: Exchanging, event: Event) -> None:
    """Write an entry about this node's scans."""
    world, stream = x.world, scans_stream(x.world.me.node)

    def decide(writing: Writing) -> Decided:
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [event], world.clock.now(), "node")], {})

    once(world, f"scans:{world.random.token(8).hex()}", event.TYPE, decide)


def _own_heads(x: Exchanging) -> dict[str, int]:
    """Return how far the chains of this device reach, under whatever name it wrote."""
    me = x.world.me.speaks_as
    chains = x.world.journal.chains()
    return {writer: seq for writer, (seq, _) in sorted(chains.items()) if peer_of(writer) == me}


def _not_sealed_yet(x: Exchanging, heads: Mapping[str, int], told: ScansTold) -> list[NamedFile]:
    """Return the files this device's entries name that no entry has told to be sealed."""
    work = x.world.work
    named = [
        one
        for writer, seq in heads.items()
        for one in work.files_written(writer, told.until.get(writer, 0))
        if one.seq <= seq
    ]
    return named + [one for one in work.files_named(told.open) if one.writer in heads]


def _seal(x: Exchanging, centre: NodeRow, file: str) -> bool:
    """Seal one file that can be read here; tell whether it could.

    One that is damaged, or not here, shows nothing to anybody and stays as it is.
    """
    blobs = x.world.blobs
    try:
        content = blobs.get(file)
    except KeyError:
        return False
    blobs.put_sealed(file, seal_payload(x, centre, content))
    blobs.drop_plain(file)
    return True
