"""Read what is committed at one moment, while others go on writing (đọc một thời điểm)."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections, transaction


@contextmanager
def one_moment(alias: str) -> Iterator[None]:
    """Show the block one moment of the database; temporary tables may be made in it.

    No lock is held: a SQLite reader has its own view of the log, a server gives one to the
    transaction. Nothing of the block stays.

    Args:
        alias: The database, outside of any transaction.
    """
    connection = connections[alias]
    if connection.vendor == "postgresql":
        with transaction.atomic(using=alias, durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            yield
            transaction.set_rollback(True, using=alias)
        return
    # Django would say BEGIN IMMEDIATE, which is the write lock.
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")
