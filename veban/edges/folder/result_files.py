"""Files that somebody names for a result (tệp kết quả): looked at before the work, written whole.

A stick that is not plugged in has no folder. None is made for it, since the file would lie on the
computer's own disk while its owner thinks it is on the stick.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

from veban.core.shared.disk import DiskFull
from veban.core.shared.refused import Refused
from veban.edges.folder.disk import MB, disk_faults_refused, try_disk
from veban.edges.folder.whole_files import write_parts

ROOM_MB = 2
"""More than any printed sheet needs; asked for before an act that cannot be done again."""


class FolderMissing(Refused):
    """The folder that a result was to be written into is not there."""

    code = "file.folder_missing"


class FileIsFolder(Refused):
    """A folder has the name that was wanted for a file."""

    code = "file.is_folder"


def check_result(path: Path) -> None:
    """See that a file could be written under a name; nothing is left there.

    Raises:
        FolderMissing, FileIsFolder: the name is no place for a file.
        DiskFull, DiskReadOnly, DiskFails: a trial of some bytes does not arrive.
    """
    check_folder(path.parent)
    with disk_faults_refused():
        if path.is_dir():
            raise FileIsFolder(file=str(path))


def check_folder(folder: Path) -> None:
    """See that a folder is there and takes what is written.

    Raises:
        FolderMissing: it is not there.
        DiskFull, DiskReadOnly, DiskFails: a trial of some bytes does not arrive.
    """
    with disk_faults_refused():
        if not folder.is_dir():
            raise FolderMissing(folder=str(folder))
    try_disk(folder)


def check_room(path: Path) -> None:
    """See that a printed sheet will find room, before the act that it is printed after.

    Raises:
        DiskFull: less than ``ROOM_MB`` is free.
    """
    check_result(path)
    with disk_faults_refused():
        if shutil.disk_usage(path.parent).free < ROOM_MB * MB:
            raise DiskFull()


def write_result(path: Path, parts: Iterable[bytes]) -> int:
    """Write a result whole, or leave what was there.

    Returns:
        How many bytes the file has.

    Raises:
        FolderMissing, FileIsFolder: the name is no place for a file.
        DiskFull, DiskReadOnly, DiskFails: the disk does not take it; no file appears.
    """
    check_result(path)
    return write_parts(path, parts)
