"""The box of sealed files that are carried for others (hộp thư gửi hộ), as files."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from veban.actions.ports_exchange import CarriedFile
from veban.edges.folder.whole_files import write_parts
from veban.exchange.bundle import READ_BYTES

WAITING, REFUSED = ".veban", ".refused"
_NAME = re.compile(r"(?P<sender>[\w-]+)\.(?P<to>[\w-]+)\.[0-9a-f]{16}(\.veban|\.refused)")


class FileBox:
    """Keeps sealed files in ``folder``, each under sender, receiver and its own digest.

    Args:
        folder: Made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, file: IO[bytes], sender: str, to: str) -> CarriedFile:
        file.seek(0)
        # What is opened for reading bytes has ``readinto``; its abstract type does not say so.
        digest = hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]
        path = self._folder / f"{sender}.{to}.{digest[:16]}{WAITING}"
        if not _NAME.fullmatch(path.name):
            raise ValueError("a node's id is not fit for a file's name")
        if not path.is_file():
            file.seek(0)
            self._folder.mkdir(parents=True, exist_ok=True)
            write_parts(path, iter(lambda: file.read(READ_BYTES), b""))
        return self._seen(path)

    def list(self) -> Sequence[CarriedFile]:
        if not self._folder.is_dir():
            return []
        found = [path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)]
        return [self._seen(path) for path in sorted(found)]

    def find(self, name: str) -> Path | None:
        path = self._folder / name
        return path if _NAME.fullmatch(name) and path.is_file() else None

    def mark_refused(self, name: str) -> None:
        if path := self.find(name):
            path.replace(path.with_suffix(REFUSED))

    def drop(self, name: str) -> None:
        if path := self.find(name):
            path.unlink(missing_ok=True)

    @staticmethod
    def _seen(path: Path) -> CarriedFile:
        named = _NAME.fullmatch(path.name)
        sender, to = (named["sender"], named["to"]) if named else ("", "")
        return CarriedFile(path.name, sender, to, path.stat().st_size, path.suffix == REFUSED)
