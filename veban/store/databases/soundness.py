"""Is the database file whole (kiểm tra tệp cơ sở dữ liệu), as far as SQLite itself can tell.

A page that a power cut or a worn disk has spoilt is found before anybody writes beside it.
"""

from pathlib import Path

from django.db import connections

from veban.core.shared.disk import DatabaseDamaged

CHECKED_AT_ONCE_BYTES = 64 * 1024 * 1024
"""Up to this size a check takes about a second and is made before the first page is shown.

10,000 dossiers are 32 MB; a laptop has to be ready within three seconds.
"""


def check_database(alias: str) -> None:
    """Read through the whole file; a server checks its own pages.

    Args:
        alias: An open database.

    Raises:
        DatabaseDamaged: something in it is not as it was written.
        DiskFails: the disk does not give it.
    """
    if connections[alias].vendor != "sqlite":
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA quick_check(1)")
        if cursor.fetchall() != [("ok",)]:
            raise DatabaseDamaged()


def check_at_start(alias: str) -> None:
    """Check a file before it is served, unless that would take long: a job does it then.

    Raises:
        DatabaseDamaged, DiskFails: as ``check_database`` does.
    """
    if is_checked_at_once(alias):
        check_database(alias)


def is_checked_at_once(alias: str) -> bool:
    """Tell whether the file is small enough to be checked while somebody waits."""
    connection = connections[alias]
    if connection.vendor != "sqlite":
        return True
    path = Path(str(connection.settings_dict["NAME"]))
    return path.stat().st_size <= CHECKED_AT_ONCE_BYTES
