"""Tell before anybody hands in a paper that the disk would not take it (kiểm tra đĩa)."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from veban.core.shared.disk import DiskFails, DiskFull, DiskNearlyFull, DiskReadOnly
from veban.core.shared.refused import Refused

LEAST_FREE_MB = 64
"""What a day in a village may need: its dossiers with their scans, and the database's log."""

MB = 1024 * 1024
PROBE = b"veban" * 200

_REFUSALS: dict[int, type[Refused]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EROFS: DiskReadOnly,
    errno.EACCES: DiskReadOnly,
    errno.EPERM: DiskReadOnly,
    errno.EIO: DiskFails,
    errno.ENODEV: DiskFails,
    errno.ENXIO: DiskFails,
}


@contextmanager
def disk_faults_refused() -> Iterator[None]:
    """Raise a refusal where the system failed for the disk's sake; other errors pass.

    Raises:
        DiskFull, DiskReadOnly, DiskFails: as the system's code says.
    """
    try:
        yield
    except OSError as problem:
        refusal = _REFUSALS.get(problem.errno or 0)
        if refusal is None:
            raise
        raise refusal() from problem


def try_disk(folder: Path) -> None:
    """Write some bytes into a folder, see them onto the disk, and remove them.

    Raises:
        DiskReadOnly, DiskFull, DiskFails: they do not arrive.
    """
    trial = folder / f".trial.{secrets.token_hex(4)}.half"
    with disk_faults_refused():
        try:
            with trial.open("xb") as file:
                file.write(PROBE)
                file.flush()
                os.fsync(file.fileno())
        finally:
            if trial.exists():
                trial.unlink()


def check_disk(folder: Path) -> None:
    """See that a data folder takes what is written, and has room for a day of reception.

    Args:
        folder: The data folder.

    Raises:
        DiskReadOnly, DiskFull, DiskFails: a trial of some bytes does not arrive on the disk.
        DiskNearlyFull: less than ``LEAST_FREE_MB`` is free.
    """
    try_disk(folder)
    free = shutil.disk_usage(folder).free // MB
    if free < LEAST_FREE_MB:
        raise DiskNearlyFull(free_mb=free, least_mb=LEAST_FREE_MB)
