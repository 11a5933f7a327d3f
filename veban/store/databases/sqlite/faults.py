"""Turn what SQLite says about the disk into refusals (lỗi đĩa)."""

from collections.abc import Iterator
from contextlib import contextmanager

from veban.core.shared.disk import DatabaseDamaged, DiskFails, DiskFull, DiskReadOnly
from veban.core.shared.refused import Refused

_PRIMARY = 0xFF
"""SQLite's extended codes carry the plain one in their lowest byte."""

_REFUSALS: dict[int, type[Refused]] = {
    8: DiskReadOnly,
    10: DiskFails,
    11: DatabaseDamaged,
    13: DiskFull,
    26: DatabaseDamaged,
}
"""SQLITE_READONLY, IOERR, CORRUPT, FULL, NOTADB."""


@contextmanager
def disk_faults_refused() -> Iterator[None]:
    """Raise a refusal where a statement failed for the disk's sake; other errors pass.

    Raises:
        DiskFull, DiskReadOnly, DiskFails, DatabaseDamaged: as SQLite's code says.
    """
    try:
        yield
    except Exception as problem:  # Two modules, one for each kind of SQLite, have their own.
        code = getattr(problem, "sqlite_errorcode", None)
        refusal = None if code is None else _REFUSALS.get(code & _PRIMARY)
        if refusal is None:
            raise
        raise refusal() from problem
