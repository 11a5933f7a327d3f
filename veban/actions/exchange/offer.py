"""Offer files that a peer misses (tệp chờ gửi), under names that say nothing about them."""

import hashlib
from pathlib import Path

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import get_peer, goes_up
from veban.actions.exchange.sealing import seal_part, sealed_part
from veban.core.nodes.rows import NodeRow
from veban.exchange.greeting import Greeting
from veban.exchange.part import PartKind
from veban.exchange.refusals import FileUnknown


def offers_for(x: Exchanging, greeting: Greeting) -> dict[str, str]:
    """Return file wanted → name to fetch it by, of the files that are here and may be seen."""
    return {
        file: offered_name(x, greeting.node, file)
        for file in greeting.wants
        if x.world.blobs.has(file) and _may_have(x, greeting.node, file)
    }


def offered_name(x: Exchanging, peer: str, file: str) -> str:
    """Return the name of a file's part: nobody without our key can tell the file from it."""
    return hashlib.sha256(x.world.keys.sign(f"veban file\n{peer}\n{file}".encode())).hexdigest()


def find_offered(x: Exchanging, peer: str, name: str) -> Path:
    """Return the sealed part that was offered under a name.

    Raises:
        FileUnknown: nothing is, to this peer.
    """
    heard = x.book.heard(peer)
    for file, offered in (offers_for(x, heard) if heard else {}).items():
        if offered == name:
            return file_part(x, peer, file)
    raise FileUnknown(name=name)


def file_part(x: Exchanging, peer: str, file: str) -> Path:
    """Return the sealed part of a file, made once a peer.

    Raises:
        FileUnknown: the file is not here, or damaged.
    """
    name = _part_name(x, peer, file)
    if found := x.outbox.find(peer, name):
        return found
    return x.outbox.put(peer, name, _make_part(x, get_peer(x.world, peer), file))


def _make_part(x: Exchanging, peer: NodeRow, file: str) -> bytes:
    """Make the part of a file; what is sealed for our centre stands in it as it is kept."""
    try:
        return seal_part(x, peer, PartKind.FILE, x.world.blobs.get(file))
    except KeyError as problem:
        if not goes_up(x.world, peer.node):
            raise FileUnknown(name=_part_name(x, peer.node, file)) from problem
    try:
        return sealed_part(x, peer, PartKind.FILE, x.world.blobs.sealed(file))
    except KeyError as problem:
        raise FileUnknown(name=_part_name(x, peer.node, file)) from problem


def drop_arrived_files(x: Exchanging, greeting: Greeting) -> None:
    """Remove sealed parts of files that the peer does not miss any more, or never did."""
    wanted = {_part_name(x, greeting.node, file) for file in greeting.wants}
    for name in x.outbox.names(greeting.node):
        if name.startswith("file.") and name not in wanted:
            x.outbox.drop(greeting.node, name)


def _part_name(x: Exchanging, peer: str, file: str) -> str:
    return f"file.{offered_name(x, peer, file)[:32]}.part"


def _may_have(x: Exchanging, peer: str, file: str) -> bool:
    return goes_up(x.world, peer) or x.book.may_have(peer, file)
