"""The sealed part (gói niêm phong): one form on a stick, on the LAN and over HTTP.

A line of JSON in the clear says who sends what to whom and is signed; after it stand as many
bytes as it says, encrypted with age to the receiver. A bundle on a stick is several of them.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from veban.core.shared.canonical import canonical
from veban.exchange.refusals import BundleBroken, BundleNeedsUpdate, BundleNotForUs

FORMAT = 1
"""The version of the form that is written here."""

READS = range(max(1, FORMAT - 1), FORMAT + 1)
"""The forms that are read: also the one before, since sticks lie in drawers."""

MAGIC = "veban sealed"
MAX_HEADER_BYTES = 1024
MAX_SEALED_BYTES = 64 * 1024 * 1024
"""No part is longer: a scan is far smaller, and a part is opened in memory."""


class PartKind(StrEnum):
    """What is inside."""

    GREETING = "greeting"
    ENTRIES = "entries"
    FILE = "file"
    CLOSING = "closing"
    PACK = "pack"


_KINDS = frozenset(kind.value for kind in PartKind)


@dataclass(frozen=True, slots=True)
class PartHeader:
    """The line in the clear.

    Args:
        sender: The node that made it.
        to: The node that can open it.
        kind: What is inside.
        digest: SHA-256 of the sealed bytes, hex.
        length: How many sealed bytes follow.
        signature: Ed25519 over all of this, hex.
        form: The version of the form it was written in.
    """

    sender: str
    to: str
    kind: PartKind
    digest: str
    length: int
    signature: str
    form: int = FORMAT

    def message(self) -> bytes:
        """Return what is signed."""
        return f"{MAGIC} {self.form}\n".encode() + canonical(self._plain())

    def line(self) -> bytes:
        """Return the line as it is written, its end included."""
        head = {"veban": MAGIC, "format": self.form, "signature": self.signature}
        return canonical(head | self._plain()) + b"\n"

    def _plain(self) -> dict[str, object]:
        return {
            "from": self.sender,
            "to": self.to,
            "kind": self.kind.value,
            "digest": self.digest,
            "length": self.length,
        }


def make_part(
    sender: str, to: str, kind: PartKind, sealed: bytes, sign: Callable[[bytes], bytes]
) -> bytes:
    """Put the signed line before sealed bytes."""
    digest = hashlib.sha256(sealed).hexdigest()
    bare = PartHeader(sender, to, kind, digest, len(sealed), "")
    signature = sign(bare.message()).hex()
    return PartHeader(sender, to, kind, digest, len(sealed), signature).line() + sealed


def read_header(line: bytes, reads: range = READS) -> PartHeader:
    """Read the line in the clear.

    Args:
        line: With its end.
        reads: The forms that the reading program knows.

    Raises:
        BundleBroken: it is no such line.
        BundleNeedsUpdate: a newer program wrote it, or a kind of part that is new.
    """
    try:
        data = json.loads(line) if line.endswith(b"\n") else None
        if not isinstance(data, dict) or data.pop("veban") != MAGIC:
            raise BundleBroken(why="header")
        form, kind = _whole_number(data.pop("format")), str(data.pop("kind"))
        if form > reads[-1] or (form in reads and kind not in _KINDS):
            raise BundleNeedsUpdate()
        header = PartHeader(
            str(data.pop("from")),
            str(data.pop("to")),
            PartKind(kind),
            str(data.pop("digest")),
            _whole_number(data.pop("length")),
            str(data.pop("signature")),
            form,
        )
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise BundleBroken(why="header") from problem
    is_known = form in reads and header.length <= MAX_SEALED_BYTES
    if data or not is_known or header.line() != line:
        raise BundleBroken(why="header")
    return header


def split_part(part: bytes) -> tuple[PartHeader, bytes]:
    """Return the header and the sealed bytes of one part.

    Raises:
        BundleBroken: the part is cut or altered.
        BundleNeedsUpdate: a newer program wrote it.
    """
    end = part.find(b"\n", 0, MAX_HEADER_BYTES) + 1
    header, sealed = read_header(part[:end]), part[end:]
    if len(sealed) != header.length or hashlib.sha256(sealed).hexdigest() != header.digest:
        raise BundleBroken(why="digest")
    return header, sealed


def check_addressee(header: PartHeader, me: str) -> None:
    """Refuse what is sealed to somebody else.

    Raises:
        BundleNotForUs: the part names another node.
    """
    if header.to != me:
        raise BundleNotForUs(to=header.to)


def _whole_number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"not a whole number: {value!r}")
    return value
