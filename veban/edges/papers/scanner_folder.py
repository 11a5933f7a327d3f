"""The folder into which the scanner's own program saves (thư mục của máy quét).

A file is taken once it no longer grows: it looks the same at two looks, or was last written a
second ago, and its content is whole. It is removed only after whoever takes it has kept it, so a
power cut leaves it there or in the store, and the same content again is nothing new. What is not
taken stays where it is, with the reason, until somebody removes it.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from veban.core.dossiers.paper_refusals import PaperTooLarge, PaperTorn, ScansFolderNotOurs
from veban.core.shared.refused import Refused
from veban.edges.folder.whole_files import private_folder, write_whole
from veban.edges.papers.checking import LARGEST_BYTES, CheckedPaper, check_paper

SCANS = "VEBAN_SCANS"
"""Where the server's processes read which folder the scanner saves into."""
MARK = ".veban-scans"
STILL_S = 1.0
"""A file last written that long ago is finished, as far as its times can tell."""
TORN_AFTER_S = 30.0
"""A file that breaks off is given so long to become whole before it is called torn."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A file that stays in the folder.

    Args:
        key: Names it in a form; from its name, which may speak of people.
        name: As the scanner's program called it.
        refusal: Why.
    """

    key: str
    name: str
    refusal: Refused


Keep = Callable[[bytes, CheckedPaper], None]
"""Keeps a file durably before it is removed; the same content twice is once."""


class ScannerFolder:
    """Reads files out of one folder; those below it are none of its business.

    Args:
        path: Where; made where it is missing.
        now: Seconds since 1970, as the disk's times are.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path, self._now = path, now
        self._looks: dict[str, tuple[int, int]] = {}
        self._guard = threading.Lock()

    def claim(self) -> None:
        """Make the folder the scanner's own.

        Raises:
            ScansFolderNotOurs: it holds files already and was never claimed.
            DiskFull, DiskReadOnly, DiskFails: the disk does not take it.
        """
        mark = self._path / MARK
        if mark.is_file():
            return
        private_folder(self._path)
        if any(self._path.iterdir()):
            raise ScansFolderNotOurs(folder=self._path.name)
        write_whole(mark, b"")

    def take(self, keep: Keep) -> list[NotTaken]:
        """Take what is finished; return what stays and will not be taken."""
        with self._guard:
            files = {path.name: path for path in self._files()}
            self._looks = {name: look for name, look in self._looks.items() if name in files}
            taken = [self._take(path, keep) for path in files.values()]
        return [one for one in taken if one is not None]

    def remove(self, key: str) -> None:
        """Remove a file that was not taken; no error where it is gone or in use."""
        for path in self._files():
            if _key(path) == key:
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[Path]:
        with suppress(OSError):
            for path in sorted(self._path.iterdir()):
                if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
                    yield path

    def _take(self, path: Path, keep: Keep) -> NotTaken | None:
        try:
            before = _look(path.stat())
            still = self._now() - before[1] / 1e9
            seen, self._looks[path.name] = self._looks.get(path.name), before
            if seen != before and not still >= STILL_S:
                return None
            if before[0] > LARGEST_BYTES:
                return _not_taken(path, PaperTooLarge(most_mb=LARGEST_BYTES // 1024 // 1024))
            content = path.read_bytes()
            if _look(path.stat()) != before:
                return None
            keep(content, check_paper(content))
            path.unlink(missing_ok=True)
        except PaperTorn as torn:
            return _not_taken(path, torn) if still >= TORN_AFTER_S else None
        except Refused as refusal:
            return _not_taken(path, refusal)
        except OSError:
            # The scanner's program has it open, or it went away: the next look tells.
            return None
        return None


def _look(found: os.stat_result) -> tuple[int, int]:
    return found.st_size, found.st_mtime_ns


def _not_taken(path: Path, refusal: Refused) -> NotTaken:
    return NotTaken(_key(path), path.name, refusal)


def _key(path: Path) -> str:
    return sha256(path.name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
