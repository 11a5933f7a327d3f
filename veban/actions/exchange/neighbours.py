"""Two laptops on one network without the centre (hai máy cùng mạng): one carries for the other.

The file is the one of the stick, sealed to the centre, and it goes through the door of uploads:
whoever calls is a node that joined, by its signature, and an officer at the other laptop has let
others in for some minutes. The answer of the centre, brought earlier, is fetched the same way.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from veban.actions.exchange.carry import receive_file
from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.take import Taken
from veban.actions.ports_exchange import Box, Line, LineCut
from veban.core.shared.disk import DiskNearlyFull
from veban.exchange.refusals import (
    CentreRefused,
    FileUnknown,
    NeighbourClosed,
    NeighbourFull,
    NeighbourKnowsUsNot,
    NeighbourUnreachable,
    NotOurCentre,
    PeerUnknown,
    UploadTooLarge,
)

MB = 1024 * 1024
MOST_FILES = 20
"""Files that one laptop carries for others."""
LARGEST_BYTES = 256 * MB
KEEP_FREE_MB = 256
"""What stays free on the disk of a laptop that carries: its own reception comes first."""

LOCKED = "node.locked"
"""What a laptop answers while nobody has opened it."""

TRIES = 4
"""How often one call goes on where the line broke."""


@dataclass(frozen=True, slots=True)
class Carrying:
    """What a laptop takes for others over the network.

    Args:
        box: Where the files are kept.
        is_open: Tells whether an officer lets others in just now.
        free_bytes: Tells how much of the disk is free.
    """

    box: Box
    is_open: Callable[[], bool]
    free_bytes: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Handed:
    """What a call at another laptop moved.

    Args:
        bytes: How large the file was that it carries from now on.
        taken: What the centre's answer held, where it had one for us.
    """

    bytes: int
    taken: Taken | None


def admit(carrying: Carrying, length: int) -> None:
    """Let an upload begin.

    Raises:
        NeighbourClosed: no officer lets others in just now.
        UploadTooLarge: the file is larger than one laptop carries for another.
        NeighbourFull: it carries enough.
        DiskNearlyFull: its own reception would have no room left.
    """
    if not carrying.is_open():
        raise NeighbourClosed()
    if length > LARGEST_BYTES:
        raise UploadTooLarge(length=length)
    if len(carrying.box.list()) >= MOST_FILES:
        raise NeighbourFull(most=MOST_FILES)
    check_free(carrying, length)


def check_free(carrying: Carrying, more: int) -> None:
    """See that a number of bytes leaves enough of the disk free.

    Raises:
        DiskNearlyFull: it does not.
    """
    left = (carrying.free_bytes() - more) // MB
    if left < KEEP_FREE_MB:
        raise DiskNearlyFull(free_mb=max(0, left), least_mb=KEEP_FREE_MB)


def take_for_others(x: Exchanging, carrying: Carrying, file: IO[bytes]) -> Taken:
    """Keep a file that came whole, or take it where it is for this laptop.

    Raises:
        Refused: it is no whole bundle; nothing of it is kept.
    """
    return receive_file(x, carrying.box, file).taken or Taken()


def find_answer(carrying: Carrying, peer: str) -> Path:
    """Return the file that is carried for the peer who asks.

    Raises:
        FileUnknown: there is none.
    """
    for kept in carrying.box.list():
        path = carrying.box.find(kept.name)
        if kept.to == peer and path is not None:
            return path
    raise FileUnknown(name="carried")


def hand_to_neighbour(x: Exchanging, box: Box, line: Line, made: Path) -> Handed:
    """Hand our sealed file to another laptop, and take what it brought for us.

    Nothing counts as sent by it: that is what the centre's next greeting tells.

    Args:
        x: This laptop.
        box: Where it keeps files for others.
        line: The line to the other laptop.
        made: Our file for the centre.

    Raises:
        NeighbourUnreachable: nobody of ours answers there, or the line broke too often; the
            next call with the same file goes on where it broke.
        NeighbourClosed, NeighbourFull, NeighbourKnowsUsNot: the other laptop does not take it.
    """
    try:
        size = made.stat().st_size
        _upload(line, made)
        return Handed(size, _fetch(x, box, line))
    except (LineCut, NotOurCentre) as problem:
        raise NeighbourUnreachable() from problem
    except PeerUnknown as problem:
        raise NeighbourKnowsUsNot() from problem
    except CentreRefused as problem:
        if problem.details.get("why") == LOCKED:
            raise NeighbourClosed() from problem
        raise


def _upload(line: Line, made: Path) -> None:
    for left in reversed(range(TRIES)):
        try:
            line.upload(made)
            return
        except LineCut:
            if not left:
                raise


def _fetch(x: Exchanging, box: Box, line: Line) -> Taken | None:
    try:
        answer = line.bundle_for(x.world.me.speaks_as)
    except FileUnknown:
        return None
    return receive_file(x, box, io.BytesIO(answer)).taken
