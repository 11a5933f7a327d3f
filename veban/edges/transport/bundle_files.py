"""A bundle as a file (tệp gói): it appears under its name only when it is complete."""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from veban.edges.folder.disk import disk_faults_refused
from veban.edges.folder.whole_files import keep_folder


def write_bundle(path: Path, parts: Iterable[bytes]) -> int:
    """Write parts one after another.

    Returns:
        How many bytes the file has.

    Raises:
        DiskFull, DiskReadOnly, DiskFails: the disk does not take it; no file appears.
    """
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}.half")
    with disk_faults_refused():
        try:
            with half.open("wb") as file:
                for part in parts:
                    file.write(part)
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
    keep_folder(path.parent)
    return size
