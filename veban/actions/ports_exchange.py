"""What exchange needs from the world beside the journal (các cổng của trao đổi).

Reason for its length: signatures only, and whoever writes an adapter reads them side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any, Protocol

from veban.exchange.excerpt import Mark, Voucher
from veban.exchange.greeting import Greeting


class Book(Protocol):
    """What a node remembers of its exchanges (sổ trao đổi).

    Nothing in it decides what another node holds: that is what the other one's greeting says.
    """

    def extend_excerpt(self, peer: str) -> Mark:
        """Number for a peer what concerns it and it has not been given; return the end.

        What concerns it: ``veban.exchange.interest``; what it wrote itself is left out.
        """
        ...

    def excerpt(self, peer: str, mark: Mark) -> Sequence[str] | None:
        """Return the hashes numbered for a peer behind a mark; None where the mark is not ours."""
        ...

    def restart_excerpt(self, peer: str) -> None:
        """Forget the numbering for a peer, which holds a mark that we do not know."""
        ...

    def vouch(self, voucher: Voucher, arrived_at: datetime) -> None:
        """Keep a signed list of hashes; a repeat is no error."""
        ...

    def held_mark(self, peer: str) -> Mark:
        """Return how far the excerpt made by a peer is held here."""
        ...

    def vouched_by(self, peer: str) -> Iterable[Voucher]:
        """Yield the signed lists kept, for ``journal verify``."""
        ...

    def hear(self, greeting: Greeting, heard_at: datetime) -> None:
        """Keep the last greeting of a peer; its no of before counts no longer."""
        ...

    def note_refused(self, peer: str, code: str) -> None:
        """Remember that a peer's last word was no."""
        ...

    def refused(self, peer: str) -> str | None:
        """Return the code of a peer's no, where it has not greeted since."""
        ...

    def heard(self, peer: str) -> Greeting | None:
        """Return the last greeting of a peer."""
        ...

    def heard_at(self, peer: str) -> datetime | None:
        """Return when a peer last greeted, by our clock."""
        ...

    def given(self, peer: str) -> Sequence[str]:
        """Return the streams of which something was numbered for a peer, sorted."""
        ...

    def backed_up(self) -> Mapping[str, Any]:
        """Return node → [last seq, hash] of this node's last verified backup."""
        ...

    def want(self, peer: str, files: Iterable[str]) -> None:
        """Remember files that entries of a peer name and that are missing."""
        ...

    def wanted(self, peer: str) -> Sequence[str]:
        """Return what is missing and still named by an entry, in a stable order."""
        ...

    def got(self, file: str) -> None:
        """Cross out a file that is here."""
        ...

    def may_have(self, peer: str, file: str) -> bool:
        """Tell whether an entry numbered for the peer names the file."""
        ...


class Packing(Protocol):
    """Compression, encryption and the checking of signatures."""

    def seal(self, content: bytes, recipient: str) -> bytes:
        """Compress and encrypt to an age recipient."""
        ...

    def unpack(self, opened: bytes, limit: int) -> bytes:
        """Undo the compression of decrypted bytes.

        Raises:
            ValueError: they are damaged, or longer than ``limit``.
        """
        ...

    def genuine(self, public_key: str, message: bytes, signature: bytes) -> bool:
        """Tell whether an Ed25519 key (hex) made the signature."""
        ...


class Outbox(Protocol):
    """Sealed parts on their way to one peer, kept until they have arrived."""

    def names(self, peer: str) -> Sequence[str]:
        """Return the names of the parts waiting for a peer."""
        ...

    def find(self, peer: str, name: str) -> Path | None:
        """Return where a part stands."""
        ...

    def put(self, peer: str, name: str, part: bytes) -> Path:
        """Store a part whole or not at all."""
        ...

    def drop(self, peer: str, name: str) -> None:
        """Remove a part; no error where it is gone."""
        ...


@dataclass(frozen=True, slots=True)
class Upload:
    """A part that arrives piece by piece.

    Args:
        peer: Who sends it.
        digest: SHA-256 of the whole part, hex; names the upload.
        length: Bytes in all.
        offset: Bytes durably stored.
    """

    peer: str
    digest: str
    length: int
    offset: int


class Uploads(Protocol):
    """Parts that arrive piece by piece; what is stored outlives a restart."""

    def begin(self, peer: str, digest: str, length: int) -> Upload:
        """Begin an upload, or return the one begun before."""
        ...

    def find(self, peer: str, digest: str) -> Upload | None:
        """Return an upload."""
        ...

    def append(self, upload: Upload, offset: int, piece: bytes) -> Upload:
        """Store a piece durably.

        Raises:
            UploadMoved: ``offset`` is not where the stored bytes end.
            UploadTooLarge: the piece goes beyond the length.
        """
        ...

    def opened(self, upload: Upload) -> IO[bytes]:
        """Return what is stored, opened for reading."""
        ...

    def drop(self, upload: Upload) -> None:
        """Forget an upload; no error where it is gone."""
        ...


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A sealed file of two other nodes that this one carries (thư gửi hộ); it cannot read it.

    Args:
        name: Of the file in the box.
        sender: Who made it.
        to: Who can open it.
        bytes: How large it is.
        refused: The receiver said no to it when it was handed over.
    """

    name: str
    sender: str
    to: str
    bytes: int
    refused: bool = False


class Box(Protocol):
    """Sealed files that are carried for others (hộp thư gửi hộ)."""

    def put(self, file: IO[bytes], sender: str, to: str) -> CarriedFile:
        """Store a file whole, or raise what the disk says; the same one again is the same one."""
        ...

    def list(self) -> Sequence[CarriedFile]:
        """Return what is carried, by name."""
        ...

    def find(self, name: str) -> Path | None:
        """Return where a file stands."""
        ...

    def mark_refused(self, name: str) -> None:
        """Note that the receiver does not want it; it stays until somebody drops it."""
        ...

    def drop(self, name: str) -> None:
        """Forget a file; no error where it is gone."""
        ...


class Line(Protocol):
    """The other node, as the one that calls reaches it (đường truyền)."""

    @property
    def carried(self) -> int:
        """Return how many bytes of uploads and downloads have arrived for good so far."""
        ...

    def greet(self, part: bytes) -> bytes:
        """Give our greeting and return the answer, both sealed parts.

        Raises:
            LineCut: nobody answered.
            Refused: what the other node said no with, or ``exchange.not_our_centre``.
        """
        ...

    def upload(self, part: Path) -> None:
        """Send a part, going on where an earlier try ended; returns when it was taken."""
        ...

    def excerpt(self, mark: Mark) -> bytes | None:
        """Return the part behind our mark; None where there is no more."""
        ...

    def file(self, name: str) -> bytes:
        """Return the part with a file that the greeting offered."""
        ...

    def bundle_for(self, node: str) -> bytes:
        """Return a bundle that the other node made for a third one, to be carried there."""
        ...


class LineCut(Exception):
    """The connection broke or nobody answered; a repeat is safe at any point."""
