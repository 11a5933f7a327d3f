"""The desk of exchange (bàn trao đổi): what a node offers to those who call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.neighbours import Carrying, admit, check_free, take_for_others
from veban.actions.exchange.peers import get_peer
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_file
from veban.actions.nodes.invite import Invitations
from veban.actions.ports_exchange import Upload, Uploads
from veban.core.nodes.rows import NodeRow
from veban.exchange.asking import asking_message
from veban.exchange.bundle import MAX_UPLOAD_BYTES
from veban.exchange.refusals import PeerUnknown, UploadTooLarge


@dataclass(frozen=True, slots=True)
class ExchangeDesk:
    """A node that is called by others.

    Args:
        x: The node.
        uploads: Where parts arrive piece by piece.
        invitations: Open invitations of laptops.
        invites: Officers' codes → hash of the invite each has not used yet.
        carrying: What a laptop takes for others; None where whatever comes is for this node.
    """

    x: Exchanging
    uploads: Uploads
    invitations: Invitations
    invites: Callable[[list[str]], Mapping[str, str]]
    carrying: Carrying | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it was signed."""

    node: str
    at: str
    signature: str
    method: str
    path: str
    body: bytes


def check_asked(x: Exchanging, asked: Asked) -> NodeRow:
    """Return who asks.

    Raises:
        PeerUnknown: nobody who joined, or the signature is not theirs.
        PeerRevoked: the node was revoked.
    """
    peer = get_peer(x.world, asked.node)
    message = asking_message(asked.method, asked.path, asked.at, asked.body)
    try:
        signature = bytes.fromhex(asked.signature)
    except ValueError as problem:
        raise PeerUnknown(node=asked.node) from problem
    if not x.packing.genuine(peer.public_key or "", message, signature):
        raise PeerUnknown(node=asked.node)
    return peer


def begin_upload(desk: ExchangeDesk, peer: str, digest: str, length: int) -> Upload:
    """Begin an upload, or find the one begun before.

    Raises:
        UploadTooLarge: the part is larger than any can be.
        NeighbourClosed, NeighbourFull, DiskNearlyFull: this laptop takes nothing for others.
    """
    if desk.carrying is not None and desk.uploads.find(peer, digest) is None:
        admit(desk.carrying, length)
    if length > MAX_UPLOAD_BYTES:
        raise UploadTooLarge(length=length)
    return desk.uploads.begin(peer, digest, length)


def go_on_uploading(
    desk: ExchangeDesk, upload: Upload, offset: int, piece: bytes
) -> tuple[Upload, Taken | None]:
    """Store a piece durably; the part, or a bundle carried here, is taken with the last one.

    Returns:
        The upload as it stands, and what was taken once it is complete.

    Raises:
        UploadMoved: the piece is not the one that is next.
        Refused: the part was complete and cannot be taken; it is dropped.
        DiskNearlyFull: a laptop's own reception would have no room left.
    """
    if desk.carrying is not None:
        check_free(desk.carrying, len(piece))
    stored = desk.uploads.append(upload, offset, piece)
    if stored.offset < stored.length:
        return stored, None
    try:
        with desk.uploads.opened(stored) as file:
            taken = _take(desk, file)
    finally:
        desk.uploads.drop(stored)
    return stored, taken


def _take(desk: ExchangeDesk, file: IO[bytes]) -> Taken:
    if desk.carrying is not None:
        return take_for_others(desk.x, desk.carrying, file)
    return take_file(desk.x, file)
