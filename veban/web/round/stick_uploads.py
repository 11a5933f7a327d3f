"""Take a large sealed file from a browser (nhận tệp lớn): it is streamed to the node's own folder.

Other uploads stay in memory, since they are people's papers. A bundle is sealed, so it may lie on
the disk; whatever does not begin like one is not written at all.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

from veban.core.shared.refused import Refused
from veban.exchange.bundle import MAX_UPLOAD_BYTES
from veban.exchange.part import MAX_HEADER_BYTES, read_header
from veban.exchange.refusals import BundleBroken, UploadTooLarge


class SealedFileMissing(Refused):
    """No sealed file was chosen."""

    code = "bundle.not_chosen"


class SealedUploads(FileUploadHandler):
    """Stream one sealed file into ``folder``; the view drops it when it is done.

    Args:
        folder: Made where it is missing.
    """

    chunk_size = 64 * 1024

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._path: Path | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._path = None

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start == 0 and _begins_sealed(raw_data):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._path = self._folder / f"stick-{secrets.token_hex(8)}.upload"
            self._path.touch(mode=0o600)
        if self._path is not None and start + len(raw_data) <= MAX_UPLOAD_BYTES:
            with self._path.open("ab") as file:
                file.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        file = None if self._path is None else self._path.open("rb")
        return UploadedFile(file=file, name=self.file_name or "", size=file_size)

    def upload_interrupted(self) -> None:
        self.drop()

    def drop(self) -> None:
        """Remove what was written; no error where nothing was."""
        if self._path is not None:
            self._path.unlink(missing_ok=True)


@contextmanager
def sealed_uploads(request: HttpRequest, folder: Path) -> Iterator[None]:
    """Take the request's file as a sealed one, and remove it when the view is done.

    It must stand before anything reads the form, and the check of the form's token reads it: the
    view is exempt from that check, and a view inside it is protected.
    """
    uploads = SealedUploads(folder)
    request.upload_handlers = [uploads]
    try:
        yield
    finally:
        uploads.drop()


def sealed_file(request: HttpRequest) -> IO[bytes]:
    """Return the sealed file that came with a form; whoever gets it closes it.

    Raises:
        SealedFileMissing: none was chosen.
        UploadTooLarge: it is larger than a page takes.
        BundleBroken: it does not begin like one.
    """
    sent = request.FILES.get("bundle")
    if sent is None:
        raise SealedFileMissing()
    if (sent.size or 0) > MAX_UPLOAD_BYTES:
        raise UploadTooLarge(length=sent.size)
    if sent.file is None:
        raise BundleBroken(why="header")
    return sent.file


def _begins_sealed(first: bytes) -> bool:
    end = first.find(b"\n", 0, MAX_HEADER_BYTES) + 1
    try:
        read_header(first[:end])
    except Refused as refusal:
        return refusal.code == "bundle.needs_update"
    return True
