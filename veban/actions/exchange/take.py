"""Take what another node sent (nhận về): verify first, then one transaction."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import goes_up, stands_behind
from veban.actions.exchange.sealing import Opened, open_part
from veban.core.journal.entry import Entry
from veban.core.journal.files import files_of
from veban.core.nodes.rows import NodeRow
from veban.exchange.excerpt import read_excerpt
from veban.exchange.part import PartKind
from veban.exchange.refusals import BundleBroken, NotYourChain
from veban.exchange.run import Run, check_continues, read_run
from veban.exchange.wire import read_json


@dataclass(frozen=True, slots=True)
class Taken:
    """How much was new."""

    entries: int = 0
    files: int = 0

    def __add__(self, other: "Taken") -> "Taken":
        return Taken(self.entries + other.entries, self.files + other.files)


def take_part(x: Exchanging, part: bytes) -> Taken:
    """Take one sealed part of entries or with a file; twice is once.

    Raises:
        Refused: the part cannot be taken; nothing of it was.
    """
    return take_opened(x, open_part(x, part))


def take_opened(x: Exchanging, opened: Opened) -> Taken:
    """Take a part that was opened.

    Raises:
        Refused: the part cannot be taken; nothing of it was.
    """
    if opened.kind is PartKind.FILE:
        return _take_file(x, opened.peer.node, opened.payload)
    if opened.kind is not PartKind.ENTRIES:
        raise BundleBroken(why="kind")
    data = read_json(opened.payload)
    if "chain" in data:
        return _take_run(x, opened.peer, read_run(data))
    return _take_excerpt(x, opened.peer, data)


def _take_run(x: Exchanging, peer: NodeRow, run: Run) -> Taken:
    if run.node == x.world.me.node or not stands_behind(x.world, run.node, peer.node):
        raise NotYourChain(node=run.node)
    journal = x.world.journal
    ends = []
    for entry in journal.chain(run.node, run.first - 2) if run.first > 1 else ():
        if entry.header.seq >= run.first:
            break
        ends.append(entry.hash)
    check_continues(run, journal.chains().get(run.node), ends)
    return Taken(entries=_receive(x, peer, run.entries))


def _take_excerpt(x: Exchanging, peer: NodeRow, data: object) -> Taken:
    if not goes_up(x.world, peer.node):
        raise NotYourChain(node=peer.node)
    part = read_excerpt(data, peer.node, x.world.me.speaks_as)
    signature = bytes.fromhex(part.voucher.signature)
    if not x.packing.genuine(peer.public_key or "", part.voucher.message(), signature):
        raise BundleBroken(why="signature")
    new = _receive(x, peer, part.entries)
    x.book.vouch(part.voucher, x.world.clock.now())
    return Taken(entries=new)


def _receive(x: Exchanging, peer: NodeRow, entries: Iterable[Entry]) -> int:
    """Take entries; missing files are noted before, so that a power cut forgets none."""
    held = list(entries)
    named = {file for entry in held for file in files_of(entry.person)}
    x.book.want(peer.node, sorted(file for file in named if not x.world.blobs.has(file)))
    with x.world.journal.writing() as writing:
        return writing.receive(held)


def _take_file(x: Exchanging, peer: str, content: bytes) -> Taken:
    """Store a file that an entry of the peer names, under the hash of its content.

    Nobody can put another file in its place, and nothing is stored that was not asked for.
    """
    file = hashlib.sha256(content).hexdigest()
    if file not in x.book.wanted(peer):
        return Taken()
    new = not x.world.blobs.has(file)
    if new:
        x.world.blobs.put(content)
    x.book.got(file)
    return Taken(files=int(new))
