"""Downloads that go on (tải tiếp): what came of a sealed part stays until all of it is here."""

from pathlib import Path


class Downloads:
    """Keeps half-fetched parts in ``folder``; they are sealed to this node.

    Args:
        folder: Made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def so_far(self, name: str) -> bytes:
        """Return what is here of a part."""
        path = self._path(name)
        return path.read_bytes() if path.is_file() else b""

    def keep(self, name: str, content: bytes) -> None:
        """Keep what came so far; a torn write is noticed by the part's own digest."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._path(name).write_bytes(content)

    def drop(self, name: str) -> None:
        """Forget a part; no error where it is gone."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.half"
