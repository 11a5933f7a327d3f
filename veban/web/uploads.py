"""Uploads stay in memory (tệp tải lên): nothing personal touches a temporary folder."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from veban.edges.papers.checking import LARGEST_BYTES

LARGEST_FILE = LARGEST_BYTES
LARGEST_REQUEST = 40 * 1024 * 1024


class MemoryUploads(FileUploadHandler):
    """Keep each file in memory up to its limit; what is larger is cut and told by its size.

    Django's own handler for memory steps aside for large requests, and the file would be gone
    without a word.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._taken = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._content = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._taken += len(raw_data)
        if start + len(raw_data) <= LARGEST_FILE and self._taken <= LARGEST_REQUEST:
            self._content.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self._content.seek(0)
        cut = self._content.getbuffer().nbytes < file_size
        return InMemoryUploadedFile(
            file=self._content,
            field_name=self.field_name,
            name=self.file_name or "",
            content_type=self.content_type or "",
            size=max(file_size, LARGEST_FILE + 1) if cut else file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
