"""An excerpt (trích nhật ký), as it goes down: numbered without gaps for one receiver.

Its *mark* says how far it goes: a count, and a digest over the hashes of all entries so far in
their order. Each part of it stands between two marks and is signed; the receiver keeps these
signatures, so that what it holds of a foreign chain can be checked without the rest.
"""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from veban.core.journal.entry import GENESIS, Entry
from veban.core.shared.canonical import canonical
from veban.exchange.refusals import BundleBroken
from veban.exchange.run import with_rows
from veban.exchange.wire import Link, unpack_entry


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an excerpt goes: so many entries, and the digest over their hashes."""

    count: int = 0
    digest: str = GENESIS

    def after(self, hashes: Iterable[str]) -> "Mark":
        """Return the mark behind further entries.

        Example:
            >>> begun = Mark().after(["ab" * 32])
            >>> begun.count, begun == Mark().after(["cd" * 32])
            (1, False)
        """
        count, digest = self.count, self.digest
        for entry_hash in hashes:
            count += 1
            digest = hashlib.sha256(bytes.fromhex(digest) + bytes.fromhex(entry_hash)).hexdigest()
        return Mark(count, digest)


@dataclass(frozen=True, slots=True)
class Voucher:
    """The signed list of the hashes between two marks (danh sách bảo chứng).

    Args:
        sender: Who vouches.
        to: For whom the excerpt is numbered.
        start: The mark before the first.
        hashes: The entries, in order.
        signature: The sender's Ed25519 signature, hex.
    """

    sender: str
    to: str
    start: Mark
    hashes: tuple[str, ...]
    signature: str

    @property
    def end(self) -> Mark:
        """The mark behind the last."""
        return self.start.after(self.hashes)

    def message(self) -> bytes:
        """Return what is signed; the end's digest stands for the hashes."""
        end = self.end
        return b"veban excerpt 1\n" + canonical(
            [self.sender, self.to, self.start.count, self.start.digest, end.count, end.digest]
        )


@dataclass(frozen=True, slots=True)
class ExcerptPart:
    """Entries of an excerpt with the voucher for them."""

    voucher: Voucher
    entries: tuple[Entry, ...]


def pack_excerpt(
    voucher: Voucher, entries: Sequence[tuple[Entry, bytes]], sign: Callable[[bytes], bytes]
) -> bytes:
    """Write a part of an excerpt; the voucher is signed on the way."""
    head = {
        "after": voucher.start.count,
        "after_digest": voucher.start.digest,
        "last_digest": voucher.end.digest,
        "signature": sign(voucher.message()).hex(),
        "links": [[e.header.node, e.header.seq, e.prev_hash] for e, _ in entries],
    }
    return with_rows(head, [row for _, row in entries])


def read_excerpt(data: Any, sender: str, to: str) -> ExcerptPart:
    """Rebuild a part of an excerpt with all hashes.

    Raises:
        BundleBroken: it is none, or does not end where it says.
    """
    try:
        start = Mark(int(data["after"]), str(data["after_digest"]))
        links = [Link(str(node), int(seq), str(prev)) for node, seq, prev in data["links"]]
        rows, signature = list(data["entries"]), str(data["signature"])
        if len(links) != len(rows) or not rows:
            raise BundleBroken(why="excerpt")
        entries = tuple(unpack_entry(row, link) for row, link in zip(rows, links, strict=True))
        voucher = Voucher(sender, to, start, tuple(e.hash for e in entries), signature)
        if voucher.end.digest != data["last_digest"]:
            raise BundleBroken(why="excerpt")
    except (KeyError, TypeError, ValueError) as problem:
        raise BundleBroken(why="excerpt") from problem
    return ExcerptPart(voucher, entries)


def last_mark(vouchers: Sequence[tuple[Mark, Mark]]) -> Mark:
    """Return how far an excerpt is held without a gap.

    Args:
        vouchers: (start, end) of each voucher, in the order of arrival. Where two begin at one
            mark, the later one counts: a sender that lost its numbering begins a new one.

    Example:
        >>> one, two = Mark(0).after(["ab" * 32]), Mark(0).after(["ab" * 32, "cd" * 32])
        >>> last_mark([(one, two), (Mark(0), one)]) == two
        True
        >>> last_mark([(one, two)]) == Mark()
        True
    """
    following = dict(vouchers)
    mark = Mark()
    while (further := following.get(mark)) and further.count > mark.count:
        mark = further
    return mark
