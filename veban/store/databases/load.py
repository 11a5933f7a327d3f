"""Load many rows at once: COPY where the database has it (nạp hàng loạt)."""

from collections.abc import Sequence
from typing import Any

from django.db import connections


def load(alias: str, table: str, rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows into a table, the fastest way its database knows.

    Args:
        alias: The database, inside a transaction.
        table: ``name (columns)``.
        rows: Values as ``RowTable.values`` gives them.
    """
    connection = connections[alias]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        elif rows:
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
