"""Downloads that go on (tải tiếp): what came of a sealed part stays until all of it is here."""

import re
from pathlib import Path

from veban.exchange.refusals import FileUnknown

_NAME = re.compile(r"[0-9a-f]{64}")


class Downloads:
    """Keeps half-fetched parts in ``folder``, piece by piece; they are sealed to this node.

    Whatever ends the program, what had come is there for the next one. A torn write is noticed by
    the part's own digest.

    Args:
        folder: Made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def so_far(self, name: str) -> bytes:
        """Return what is here of a part.

        Raises:
            FileUnknown: no part can have such a name.
        """
        path = self._path(name)
        return path.read_bytes() if path.is_file() else b""

    def begin(self, name: str) -> None:
        """Begin a part anew."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path(name).write_bytes(b"")

    def add(self, name: str, piece: bytes) -> None:
        """Keep the next piece of a part."""
        with self._path(name).open("ab") as file:
            file.write(piece)

    def drop(self, name: str) -> None:
        """Forget a part; no error where it is gone."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise FileUnknown(name="download")
        return self._folder / f"{name}.half"
