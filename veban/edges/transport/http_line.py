"""The line to our centre over HTTP (đường truyền HTTP): it goes on where it broke."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path
from typing import IO

from veban.actions.ports_exchange import LineCut
from veban.edges.transport.calls import Calls
from veban.edges.transport.downloads import Downloads
from veban.exchange.excerpt import Mark
from veban.exchange.part import MAX_HEADER_BYTES, read_header, split_part
from veban.exchange.pieces import PieceSize
from veban.exchange.refusals import (
    BundleBroken,
    BundleNeedsUpdate,
    FileUnknown,
    NotOurCentre,
    PieceDamaged,
    UploadMoved,
)

MOVES = 8
"""How often the other side may name another offset, or refuse a piece, before the line is cut."""

TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
NOTHING, REST = 204, 206


class HttpLine:
    """The line port over HTTP.

    Args:
        calls: The connection to the centre.
        downloads: Where half-fetched parts wait.
    """

    def __init__(self, calls: Calls, downloads: Downloads) -> None:
        self._calls = calls
        self._downloads = downloads
        self._piece = PieceSize()
        self._broke = False
        self.carried = 0

    def greet(self, part: bytes) -> bytes:
        return self._calls.call("POST", "/greeting", part).body

    def upload(self, part: Path) -> None:
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            self._upload(_Source(file, digest, file.seek(0, SEEK_END)))

    def _upload(self, source: "_Source") -> None:
        offset = self._begin(source)
        for _ in range(MOVES):
            try:
                while offset < source.length:
                    offset = self._send_piece(source, offset)
                return
            except UploadMoved as moved:
                offset = int(str(moved.details.get("offset", 0)))
            except PieceDamaged:
                self._piece = self._piece.after_break()
            except FileUnknown:
                # Taken already, and only the answer was lost: the next greeting tells.
                break
        raise LineCut("upload")

    def excerpt(self, mark: Mark) -> bytes | None:
        return self._fetch(f"/excerpts/{mark.count}/{mark.digest}", mark.digest)

    def file(self, name: str) -> bytes:
        part = self._fetch(f"/files/{name}", name)
        if part is None:
            raise FileUnknown(name=name)
        return part

    def bundle_for(self, node: str) -> bytes:
        return self._calls.call("GET", f"/bundles/{node}").body

    def _begin(self, source: "_Source") -> int:
        """Begin an upload and return its offset; a small part goes along if the line is good."""
        headers = {
            "Upload-Length": str(source.length),
            "Upload-Metadata": f"digest {base64.b64encode(source.digest.encode()).decode()}",
        }
        goes_along = source.length <= self._piece.size and not self._broke
        whole = source.read(0, source.length) if goes_along else b""
        return self._send("POST", "/uploads", whole, headers)

    def _send_piece(self, source: "_Source", offset: int) -> int:
        piece = source.read(offset, self._piece.size)
        now = self._send(
            "PATCH", f"/uploads/{source.digest}", piece, {"Upload-Offset": str(offset)}
        )
        self._piece = self._piece.after_piece()
        self.carried += max(0, now - offset)
        return now

    def _send(self, method: str, door: str, piece: bytes, headers: dict[str, str]) -> int:
        if piece:
            proof = base64.b64encode(hashlib.sha256(piece).digest()).decode()
            headers = {**headers, "Upload-Checksum": f"sha256 {proof}"}
        try:
            reply = self._calls.call(method, door, piece, {**TUS, **headers})
        except LineCut:
            self._broke = True
            self._piece = self._piece.after_break()
            raise
        self._broke = False
        return _offset(reply.headers)

    def _fetch(self, door: str, name: str) -> bytes | None:
        """Return a part; what came of it before goes on, if the part is still the same one."""
        have = self._downloads.so_far(name)
        if _is_whole(have):
            # All of it came, and the program ended before it was taken.
            self._downloads.drop(name)
            return have
        headers = {}
        if tag := _tag(have):
            headers = {"Range": f"bytes={len(have)}-", "If-Range": f'"{tag}"'}
        incoming = self._calls.fetch(door, headers)
        if incoming.status == NOTHING:
            return None
        if incoming.status != REST:
            self._downloads.begin(name)
        for piece in incoming.pieces:
            self._downloads.add(name, piece)
            self.carried += len(piece)
        content = self._downloads.so_far(name)
        self._downloads.drop(name)
        if not _is_whole(content):
            raise LineCut("damaged")
        return content


@dataclass(frozen=True, slots=True)
class _Source:
    """A file that is uploaded: it may be large, so it is read piece by piece."""

    file: IO[bytes]
    digest: str
    length: int

    def read(self, offset: int, size: int) -> bytes:
        self.file.seek(offset)
        return self.file.read(size)


def _tag(half: bytes) -> str | None:
    """Return the digest that names a part, from its first line; None before all of that came."""
    end = half.find(b"\n", 0, MAX_HEADER_BYTES) + 1
    try:
        return read_header(half[:end]).digest
    except (BundleBroken, BundleNeedsUpdate):
        return None


def _is_whole(content: bytes) -> bool:
    try:
        split_part(content)
    except BundleNeedsUpdate:
        return True
    except BundleBroken:
        return False
    return True


def _offset(headers: Mapping[str, str]) -> int:
    try:
        return int(headers["upload-offset"])
    except (KeyError, ValueError) as problem:
        raise NotOurCentre() from problem
