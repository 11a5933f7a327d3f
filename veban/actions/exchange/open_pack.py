"""Open a round pack on its laptop (mở gói của đợt): checked whole first; twice is no error."""

from dataclasses import dataclass
from typing import IO

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.sealing import open_part
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_bundle
from veban.exchange.bundle import scan_bundle
from veban.exchange.pack import PackHead, PackNone, read_pack_head
from veban.exchange.part import PartKind
from veban.exchange.wire import read_json


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """What a pack said of itself, and how much of it was new here."""

    head: PackHead
    taken: Taken


def open_pack(x: Exchanging, file: IO[bytes]) -> OpenedPack:
    """Take everything of a pack that is not here yet.

    Args:
        x: This node.
        file: The pack, opened for reading at its beginning; it must be able to seek.

    Raises:
        PackNone: the file is a bundle, but no pack.
        PackNeedsUpdate: this program is too old for it.
        BundleBroken, BundleNotForUs, BundleNeedsUpdate: nothing of it was taken.
        PeerUnknown, PeerRevoked, PracticeMismatch: its sender may not speak to us.
    """
    first = scan_bundle(file)[0]
    if first.header.kind is not PartKind.PACK:
        raise PackNone()
    file.seek(first.start)
    opened = open_part(x, file.read(first.end - first.start))
    head = read_pack_head(read_json(opened.payload))
    file.seek(0)
    return OpenedPack(head, take_bundle(x, file))
