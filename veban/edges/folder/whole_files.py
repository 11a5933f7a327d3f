"""Write a file whole or not at all (ghi tệp nguyên vẹn), on any system."""

import os
import secrets
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from veban.edges.folder.disk import disk_faults_refused


def write_whole(path: Path, content: bytes, private: bool = False) -> None:
    """Write a file so that a power cut leaves either the old one or the new one.

    Args:
        path: Where; the folder is made where it is missing.
        content: All of it.
        private: Only the owner may read it, where the system knows owners.

    Raises:
        DiskFull, DiskReadOnly, DiskFails: the disk does not take it; the old file stands.
    """
    with disk_faults_refused():
        path.parent.mkdir(parents=True, exist_ok=True)
    write_parts(path, [content], private)


def write_parts(path: Path, parts: Iterable[bytes], private: bool = False) -> int:
    """Write a file of parts that are made one after another, whole or not at all.

    Args:
        path: Where; in a folder that is there.
        parts: What it consists of; one that breaks off leaves the old file.
        private: Only the owner may read it, where the system knows owners.

    Returns:
        How many bytes the file has.

    Raises:
        DiskFull, DiskReadOnly, DiskFails: the disk does not take it; the old file stands.
    """
    with disk_faults_refused():
        return _write_parts(path, parts, private)


def _write_parts(path: Path, parts: Iterable[bytes], private: bool) -> int:
    half = path.with_name(f".{path.name}.{secrets.token_hex(4)}.half")
    try:
        descriptor = os.open(
            half,
            os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0),
            0o600 if private else 0o666,
        )
        with os.fdopen(descriptor, "wb") as file:
            for part in parts:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
            size = file.tell()
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    keep_folder(path.parent)
    return size


def private_folder(path: Path) -> None:
    """Make a folder that only its owner may look into; one that is there stays as it is.

    Raises:
        DiskFull, DiskReadOnly, DiskFails: the disk does not take it.
    """
    with disk_faults_refused():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir(mode=0o700, exist_ok=True)


def private_file(path: Path) -> None:
    """Let only the owner read a file that another library writes, from before its first byte.

    What SQLite lays beside its file gets the same mode. One that is somebody else's, or on a
    disk that takes nothing, stays as it is. Windows knows no such modes; there the folder's own
    rights count.
    """
    with suppress(OSError):
        if not path.exists():
            path.touch(mode=0o600)
        elif path.stat().st_mode & 0o077:
            path.chmod(0o600)


def copy_durably(source: Path, target: Path) -> None:
    """Copy a file into a folder that is not in use yet, for its owner, and see it onto the disk."""
    with disk_faults_refused():
        target.parent.mkdir(parents=True, exist_ok=True)
        private_file(target)
        shutil.copyfile(source, target)
        make_durable(target)


def make_durable(path: Path) -> None:
    """See a file that somebody else wrote onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def keep_folder(folder: Path) -> None:
    """Make a folder's list of names durable, on systems that can open a folder."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        return
    finally:
        os.close(descriptor)
