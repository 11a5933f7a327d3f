"""The line to our centre over HTTP (đường truyền HTTP): it goes on where it broke."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path

from veban.actions.ports_exchange import LineCut
from veban.edges.transport.calls import Calls
from veban.edges.transport.downloads import Downloads
from veban.exchange.excerpt import Mark
from veban.exchange.part import split_part
from veban.exchange.refusals import BundleBroken, FileUnknown, NotOurCentre, UploadMoved

PIECE_BYTES = 32 * 1024
"""The largest piece of an upload; halved whenever the line breaks, down to the least."""

LEAST_PIECE_BYTES = 4 * 1024
MOVES = 8
"""How often the other side may name another offset for one part, before the line is cut."""

TUS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}


class HttpLine:
    """The line port over HTTP.

    Args:
        calls: The connection to the centre.
        downloads: Where half-fetched parts wait.
    """

    def __init__(self, calls: Calls, downloads: Downloads) -> None:
        self._calls = calls
        self._downloads = downloads
        self._piece = PIECE_BYTES
        self._broke = False

    def greet(self, part: bytes) -> bytes:
        return self._calls.call("POST", "/greeting", part).body

    def upload(self, part: Path) -> None:
        content = part.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        offset = self._begin(digest, content)
        for _ in range(MOVES):
            try:
                while offset < len(content):
                    offset = self._send_piece(digest, content, offset)
                return
            except UploadMoved as moved:
                offset = int(str(moved.details.get("offset", 0)))
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

    def _begin(self, digest: str, content: bytes) -> int:
        """Begin an upload and return its offset; a small part goes along if the line is good."""
        headers = {
            "Upload-Length": str(len(content)),
            "Upload-Metadata": f"digest {base64.b64encode(digest.encode()).decode()}",
        }
        whole = content if len(content) <= self._piece and not self._broke else b""
        return self._send("POST", "/uploads", whole, headers)

    def _send_piece(self, digest: str, content: bytes, offset: int) -> int:
        piece = content[offset : offset + self._piece]
        return self._send("PATCH", f"/uploads/{digest}", piece, {"Upload-Offset": str(offset)})

    def _send(self, method: str, door: str, piece: bytes, headers: dict[str, str]) -> int:
        try:
            reply = self._calls.call(method, door, piece, {**TUS, **headers})
        except LineCut:
            self._broke = True
            self._piece = max(LEAST_PIECE_BYTES, self._piece // 2)
            raise
        return _offset(reply.headers)

    def _fetch(self, door: str, name: str) -> bytes | None:
        have = self._downloads.so_far(name)
        headers = {"Range": f"bytes={len(have)}-"} if have else {}
        reply = self._calls.call("GET", door, headers=headers)
        if reply.status == 204:
            return None
        content = have + reply.body if reply.status == 206 else reply.body
        if not reply.whole:
            self._downloads.keep(name, content)
            raise LineCut("download")
        self._downloads.drop(name)
        try:
            split_part(content)
        except BundleBroken as problem:
            raise LineCut("damaged") from problem
        return content


def _offset(headers: Mapping[str, str]) -> int:
    try:
        return int(headers["upload-offset"])
    except (KeyError, ValueError) as problem:
        raise NotOurCentre() from problem
