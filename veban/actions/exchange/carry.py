"""Carry sealed files for others (gửi hộ): whoever carries one cannot read it.

A laptop takes another laptop's file for the centre along, hands it over at its own exchange or by
its own stick, and brings the centre's answer back the same way.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.ports_exchange import Box, CarriedFile, Line
from veban.core.shared.refused import Refused
from veban.exchange.bundle import ends_of, scan_bundle
from veban.exchange.refusals import (
    BundleBroken,
    BundleNeedsUpdate,
    BundleNotForUs,
    PeerRevoked,
    PeerUnknown,
    PracticeMismatch,
    UploadTooLarge,
)

NEVER_TAKEN = (
    BundleBroken,
    BundleNotForUs,
    BundleNeedsUpdate,
    PeerRevoked,
    PeerUnknown,
    PracticeMismatch,
    UploadTooLarge,
)
"""Refusals of a file that trying again does not change."""


@dataclass(frozen=True, slots=True)
class Received:
    """What became of a file: taken, since it was for us, or carried for others."""

    taken: Taken | None = None
    carried: CarriedFile | None = None


def receive_file(x: Exchanging, box: Box, file: IO[bytes]) -> Received:
    """Take a bundle that is for this node; keep one for another node, to carry it there.

    Args:
        x: This node.
        box: Where foreign files are kept.
        file: The bundle, opened for reading at its beginning; it must be able to seek.

    Raises:
        BundleBroken, BundleNeedsUpdate: it is cut, altered, or of a newer program.
        PeerUnknown, PeerRevoked, PracticeMismatch: it is for us, and its sender may not speak
            to us.
    """
    _, to = ends_of(scan_bundle(file))
    file.seek(0)
    if to == x.world.me.speaks_as:
        return Received(taken=take_bundle(x, file))
    return Received(carried=carry_file(x, box, file))


def carry_file(x: Exchanging, box: Box, file: IO[bytes]) -> CarriedFile:
    """Keep a bundle of two other nodes; half a one or an altered one is refused.

    Raises:
        BundleBroken, BundleNeedsUpdate: it is no whole bundle.
    """
    file.seek(0)
    sender, to = ends_of(scan_bundle(file))
    return box.put(file, sender, to)


def hand_over(x: Exchanging, box: Box, line: Line) -> Iterator[CarriedFile]:
    """Hand our centre what is carried for it, and bring back what it has for the senders.

    One that can never be taken is marked and tried no more; it holds up nothing. Where the centre
    says no for another reason, as on a full disk, the file waits for the next exchange.

    Yields:
        Each file that the centre took.

    Raises:
        LineCut: the line broke; the rest waits for the next exchange.
    """
    for carried in box.list():
        path = box.find(carried.name)
        if carried.to != x.world.me.centre or carried.refused or path is None:
            continue
        try:
            line.upload(path)
        except NEVER_TAKEN:
            box.mark_refused(carried.name)
            continue
        except Refused:
            continue
        _bring_back(x, box, line, carried.sender)
        box.drop(carried.name)
        yield carried


def _bring_back(x: Exchanging, box: Box, line: Line, sender: str) -> None:
    try:
        new = carry_file(x, box, io.BytesIO(line.bundle_for(sender)))
    except Refused:
        return
    for old in box.list():
        # What was brought before and not fetched is in the new one too.
        if (old.sender, old.to) == (new.sender, new.to) and old.name != new.name:
            box.drop(old.name)
