"""The high-water mark of a folder (dấu mốc ngoài thư mục dữ liệu), kept outside of it.

A folder that was restored, or that is one of two copies, looks right from inside. So how far its
writer has written, and on which machine, is noted in the user's own folder for programs' state;
nothing about people stands there. The mark may only be behind, never ahead.

What cannot be noticed: a copy carried to another machine together with that machine's state.
"""

import json
import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from veban.edges.folder.refusals import FolderCopied, FolderRestored
from veban.edges.folder.whole_files import write_whole

STATE = "VEBAN_STATE"
"""Environment variable that names another folder for the marks."""

STAMP, MACHINE = "machine.json", "machine"


class HighWater:
    """The mark of one data folder.

    Args:
        folder: The data folder.
        writer: Who writes in it.
    """

    def __init__(self, folder: Path, writer: str) -> None:
        self._folder = folder.resolve()
        self._writer = writer
        self._state = state_folder()
        self._mark = self._state / f"{writer}.json"

    def check(self, seq: int, holds: Callable[[str], bool]) -> None:
        """Compare the folder with its mark, and note on which machine it lives.

        Args:
            seq: The last number written in the folder.
            holds: Tells whether an entry of this hash is in the folder.

        Raises:
            FolderRestored: more was written than the folder holds.
            FolderCopied: it came from another machine, or its twin is still here.
        """
        stamp = _read(self._folder / STAMP)
        here = self._machine()
        if stamp.get("writer") == self._writer and stamp.get("machine") != here:
            raise FolderCopied(folder=self._folder.name)
        mark = _read(self._mark)
        if mark and self._has_twin(mark):
            raise FolderCopied(folder=self._folder.name)
        if mark and (seq < mark["seq"] or not holds(mark["hash"])):
            raise FolderRestored(folder=self._folder.name)
        if stamp.get("writer") != self._writer:
            _write(self._folder / STAMP, {"writer": self._writer, "machine": here})

    def move(self, seq: int, entry_hash: str) -> None:
        """Note that the folder's writer has written so far; after the commit, never before."""
        with suppress(OSError):
            # What is committed is never told as failed: a mark that stays behind does no harm.
            _replace(self._mark, {"seq": seq, "hash": entry_hash, "folder": str(self._folder)})

    def _has_twin(self, mark: dict[str, Any]) -> bool:
        other = Path(mark["folder"])
        return other != self._folder and _read(other / STAMP).get("writer") == self._writer

    def _machine(self) -> str:
        path = self._state / MACHINE
        if not path.is_file():
            write_whole(path, secrets.token_hex(16).encode())
        return path.read_text(encoding="ascii")


def state_folder() -> Path:
    """Return where this system keeps a program's state for its user."""
    if named := os.environ.get(STATE):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "veban"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "veban"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "veban"


def _read(path: Path) -> dict[str, Any]:
    """Return what a file says; nothing where it is missing or was cut by a power failure."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _write(path: Path, data: dict[str, Any]) -> None:
    write_whole(path, json.dumps(data).encode(), private=True)


def _replace(path: Path, data: dict[str, Any]) -> None:
    """Write without waiting for the disk: a mark that is behind does no harm."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}.half")
    half.write_text(json.dumps(data), encoding="utf-8")
    half.replace(path)
