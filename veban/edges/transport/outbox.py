"""The outbox (hộp thư đi): sealed parts as files, one folder for each peer."""

from collections.abc import Sequence
from pathlib import Path

from veban.edges.folder.whole_files import write_whole


class FileOutbox:
    """Keeps parts in ``folder``; they are sealed, so nothing in them can be read here.

    Args:
        folder: Made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self, peer: str) -> Sequence[str]:
        folder = self._folder / peer
        if not folder.is_dir():
            return []
        return sorted(path.name for path in folder.iterdir() if path.suffix == ".part")

    def find(self, peer: str, name: str) -> Path | None:
        path = self._folder / peer / name
        return path if path.is_file() else None

    def put(self, peer: str, name: str, part: bytes) -> Path:
        path = self._folder / peer / name
        write_whole(path, part)
        return path

    def drop(self, peer: str, name: str) -> None:
        (self._folder / peer / name).unlink(missing_ok=True)
