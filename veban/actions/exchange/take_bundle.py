"""Take a bundle from a stick (nhận gói): checked whole first; taking it twice is no error."""

from os import SEEK_END
from typing import IO

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.greet import hear
from veban.actions.exchange.sealing import check_sender, open_part
from veban.actions.exchange.take import Taken, take_opened, take_part
from veban.exchange.bundle import Found, check_closing, scan_bundle
from veban.exchange.pack import read_pack_head
from veban.exchange.part import MAX_HEADER_BYTES, PartKind, read_header
from veban.exchange.wire import read_json


def take_bundle(x: Exchanging, file: IO[bytes]) -> Taken:
    """Take everything in a bundle that is not here yet.

    Args:
        x: This node.
        file: The bundle, opened for reading at its beginning; it must be able to seek.

    Returns:
        How much was new.

    Raises:
        BundleBroken, BundleNotForUs, BundleNeedsUpdate, PackNeedsUpdate: nothing of it was taken.
        PeerUnknown, PeerRevoked, PracticeMismatch: its sender may not speak to us.
    """
    found = scan_bundle(file)
    for part in found:
        check_sender(x, part.header)
    check_closing(open_part(x, _read(file, found[-1])).payload, found)
    taken = Taken()
    for part in found[:-1]:
        opened = open_part(x, _read(file, part))
        if opened.kind is PartKind.GREETING:
            hear(x, opened)
        elif opened.kind is PartKind.PACK:
            read_pack_head(read_json(opened.payload))
        else:
            taken += take_opened(x, opened)
    x.settle_arrivals()
    return taken


def take_file(x: Exchanging, file: IO[bytes]) -> Taken:
    """Take what came through a door: one part, or a whole bundle that somebody carried.

    Args:
        x: This node.
        file: Opened for reading at its beginning; it must be able to seek.

    Raises:
        Refused: it cannot be taken; nothing of it was.
    """
    header = read_header(line := file.readline(MAX_HEADER_BYTES))
    is_part = file.seek(0, SEEK_END) <= len(line) + header.length
    file.seek(0)
    if not is_part:
        return take_bundle(x, file)
    taken = take_part(x, file.read())
    x.settle_arrivals()
    return taken


def _read(file: IO[bytes], part: Found) -> bytes:
    file.seek(part.start)
    return file.read(part.end - part.start)
