"""Seal a part for a peer and open one of a peer's (niêm phong, mở niêm phong)."""

from dataclasses import dataclass

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.peers import get_peer
from veban.core.nodes.rows import NodeRow
from veban.exchange.part import (
    MAX_SEALED_BYTES,
    PartHeader,
    PartKind,
    check_addressee,
    make_part,
    split_part,
)
from veban.exchange.refusals import BundleBroken


@dataclass(frozen=True, slots=True)
class Opened:
    """A part that was sealed to us: who sent it, and what is inside."""

    peer: NodeRow
    kind: PartKind
    payload: bytes


def seal_part(x: Exchanging, peer: NodeRow, kind: PartKind, payload: bytes) -> bytes:
    """Return a part that only ``peer`` can open.

    Raises:
        ValueError: the peer has no recipient.
    """
    return sealed_part(x, peer, kind, seal_payload(x, peer, payload))


def seal_payload(x: Exchanging, peer: NodeRow, payload: bytes) -> bytes:
    """Return what stands in a part behind its head: only ``peer`` can open it.

    Raises:
        ValueError: the peer has no recipient.
    """
    if peer.recipient is None:
        raise ValueError(f"{peer.node} has no recipient")
    return x.packing.seal(payload, peer.recipient)


def sealed_part(x: Exchanging, peer: NodeRow, kind: PartKind, sealed: bytes) -> bytes:
    """Return the part of a payload that was sealed to ``peer`` before."""
    return make_part(x.world.me.speaks_as, peer.node, kind, sealed, x.world.keys.sign)


def open_part(x: Exchanging, part: bytes) -> Opened:
    """Check and open one part.

    Raises:
        BundleBroken, BundleNotForUs, BundleNeedsUpdate: the part cannot be taken.
        PeerUnknown, PeerRevoked: its sender may not speak to us.
    """
    header, sealed = split_part(part)
    peer = check_sender(x, header)
    try:
        payload = x.packing.unpack(x.world.keys.open_sealed(sealed), MAX_SEALED_BYTES)
    except ValueError as problem:
        raise BundleBroken(why="seal") from problem
    return Opened(peer, header.kind, payload)


def check_sender(x: Exchanging, header: PartHeader) -> NodeRow:
    """Return who sent a part.

    Raises:
        BundleNotForUs: it is for somebody else.
        PeerUnknown, PeerRevoked: its sender may not speak to us.
        BundleBroken: the signature is not the sender's.
    """
    check_addressee(header, x.world.me.speaks_as)
    peer = get_peer(x.world, header.sender, x.late)
    try:
        signature = bytes.fromhex(header.signature)
    except ValueError as problem:
        raise BundleBroken(why="signature") from problem
    if not x.packing.genuine(peer.public_key or "", header.message(), signature):
        raise BundleBroken(why="signature")
    return peer
