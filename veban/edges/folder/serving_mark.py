"""Whether somebody serves a data folder (máy đang mở trang): told by a mark with the address."""

import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from veban.edges.folder.whole_files import write_whole

MARK = "serving.json"
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}
TIMEOUT_S = 2


@contextmanager
def marked_as_served(folder: Path, host: str, port: int) -> Iterator[None]:
    """Leave a mark while a server runs; behind one that a power cut left nobody answers."""
    write_whole(folder / MARK, json.dumps({"host": host, "port": port}).encode())
    try:
        yield
    finally:
        (folder / MARK).unlink(missing_ok=True)


def is_served(folder: Path) -> bool:
    """Tell whether something listens where the folder's mark says."""
    try:
        mark = json.loads((folder / MARK).read_text(encoding="utf-8"))
        host = EVERYWHERE.get(mark["host"], mark["host"])
        socket.create_connection((host, mark["port"]), TIMEOUT_S).close()
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return True
