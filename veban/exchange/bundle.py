"""A bundle on a stick (gói trên USB): sealed parts one after another, and one that closes it.

The closing part says how many there are and what they are; a bundle without it was cut while it
was copied. Everything is checked before anything is taken.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO

from veban.core.shared.canonical import canonical, digest
from veban.exchange.part import MAX_HEADER_BYTES, PartHeader, PartKind, read_header
from veban.exchange.refusals import BundleBroken
from veban.exchange.wire import read_json

READ_BYTES = 1024 * 1024
MAX_UPLOAD_BYTES = 512 * 1024 * 1024
"""No bundle goes through a door or a page that is larger; a stick takes any."""


@dataclass(frozen=True, slots=True)
class Found:
    """A part in a bundle: its header, and where it begins and ends in the file."""

    header: PartHeader
    start: int
    end: int


def scan_bundle(file: IO[bytes]) -> list[Found]:
    """Walk a bundle and check every part's length and digest.

    Args:
        file: Opened for reading, at its beginning.

    Returns:
        All parts; the last one is the closing part, whose content is still to be checked.

    Raises:
        BundleBroken: the file is cut, altered or no bundle.
        BundleNeedsUpdate: a newer program made it.
    """
    found = []
    start = 0
    while line := file.readline(MAX_HEADER_BYTES):
        header = read_header(line)
        _check_digest(file, header)
        end = start + len(line) + header.length
        found.append(Found(header, start, end))
        start = end
    kinds = [part.header.kind for part in found]
    if kinds[-1:] != [PartKind.CLOSING] or kinds.count(PartKind.CLOSING) != 1:
        raise BundleBroken(why="half")
    if len({(part.header.sender, part.header.to) for part in found}) != 1:
        raise BundleBroken(why="mixed")
    return found


def ends_of(found: Sequence[Found]) -> tuple[str, str]:
    """Return who made a bundle that was scanned, and who can open it."""
    return found[0].header.sender, found[0].header.to


def closing_content(digests: Sequence[str]) -> bytes:
    """Return what the closing part holds: how many parts stand before it, and which."""
    return canonical({"parts": len(digests), "digest": digest(list(digests))})


def check_closing(payload: bytes, found: Sequence[Found]) -> None:
    """Compare the opened closing part with what stands before it.

    Raises:
        BundleBroken: a part is missing, doubled or in another place.
    """
    digests = [part.header.digest for part in found[:-1]]
    if dict(read_json(payload)) != dict(read_json(closing_content(digests))):
        raise BundleBroken(why="parts")


def _check_digest(file: IO[bytes], header: PartHeader) -> None:
    left, running = header.length, hashlib.sha256()
    while left and (piece := file.read(min(left, READ_BYTES))):
        running.update(piece)
        left -= len(piece)
    if left or running.hexdigest() != header.digest:
        raise BundleBroken(why="digest")
