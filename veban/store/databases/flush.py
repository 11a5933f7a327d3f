"""Empty the write-ahead log, so that what was erased does not outlive itself there."""

from django.db import connections


def flush_log(alias: str) -> None:
    """Write SQLite's log into the file and cut it to nothing, as far as readers let it.

    Nothing on PostgreSQL, whose log is its own affair and whose vacuum clears the tables.
    """
    connection = connections[alias]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()
