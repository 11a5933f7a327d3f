"""Uploads as files (tệp đang nhận): how much has arrived is how long the file is."""

import os
import re
import threading
from dataclasses import replace
from pathlib import Path
from typing import IO

from veban.actions.ports_exchange import Upload
from veban.edges.folder.disk import disk_faults_refused
from veban.exchange.refusals import FileUnknown, UploadMoved, UploadTooLarge

OPEN_AT_ONCE = 16
"""Uploads of one peer; beyond that the oldest is dropped, as after many broken tries."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


class FileUploads:
    """Keeps half-arrived parts in ``folder``; they are sealed to this node.

    Args:
        folder: Made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    def begin(self, peer: str, digest: str, length: int) -> Upload:
        if not _DIGEST.fullmatch(digest):
            raise FileUnknown(name="upload")
        with self._lock:
            if found := self.find(peer, digest):
                return found
            folder = self._folder / peer
            folder.mkdir(parents=True, exist_ok=True)
            self._drop_oldest(folder)
            upload = Upload(peer, digest, length, 0)
            self._path(upload).touch()
            return upload

    def find(self, peer: str, digest: str) -> Upload | None:
        if not _DIGEST.fullmatch(digest):
            return None
        for path in (self._folder / peer).glob(f"{digest}.*.upload"):
            return Upload(peer, digest, int(path.name.split(".")[1]), path.stat().st_size)
        return None

    def append(self, upload: Upload, offset: int, piece: bytes) -> Upload:
        with self._lock:
            path = self._path(upload)
            if not path.is_file():
                raise FileUnknown(name="upload")
            stored = path.stat().st_size
            if offset != stored:
                raise UploadMoved(offset=stored)
            if stored + len(piece) > upload.length:
                raise UploadTooLarge(length=stored + len(piece))
            with disk_faults_refused(), path.open("ab") as file:
                file.write(piece)
                file.flush()
                os.fsync(file.fileno())
            return replace(upload, offset=stored + len(piece))

    def opened(self, upload: Upload) -> IO[bytes]:
        return self._path(upload).open("rb")

    def drop(self, upload: Upload) -> None:
        self._path(upload).unlink(missing_ok=True)

    def _path(self, upload: Upload) -> Path:
        return self._folder / upload.peer / f"{upload.digest}.{upload.length}.upload"

    @staticmethod
    def _drop_oldest(folder: Path) -> None:
        waiting = sorted(folder.glob("*.upload"), key=lambda path: path.stat().st_mtime)
        for path in waiting[: max(0, len(waiting) - OPEN_AT_ONCE + 1)]:
            path.unlink(missing_ok=True)
