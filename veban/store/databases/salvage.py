"""Read what can still be read of a damaged SQLite file (cứu dữ liệu), table by table.

A damaged page takes a stretch of a table with it and no more: what a range of numbers cannot be
read for is halved until the rows around the damage stand alone.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import DatabaseError, connections

from veban.core.shared.disk import DatabaseDamaged, DiskFails

STRIDE = 512
LEAST_ROW_BYTES = 64
"""No row of ours is smaller; it bounds how many there may be where nobody can be asked."""

Row = tuple[Any, ...]
_FAULTS = (DatabaseError, DatabaseDamaged, DiskFails, ValueError, OverflowError)


def readable_rows(alias: str, table: str, columns: Sequence[str], size: int) -> Iterator[Row]:
    """Yield the rows of a table that can be read, each with its number in front.

    Args:
        alias: The damaged database, or a whole one.
        table: Its table; one that is not there has no rows.
        columns: Which columns.
        size: Bytes of the file.
    """
    last = last_number(alias, table, size)
    for low in range(0, last + 1, STRIDE):
        yield from rows_between(alias, table, columns, (low, low + STRIDE - 1))


def rows_between(
    alias: str, table: str, columns: Sequence[str], span: tuple[int, int]
) -> Iterator[Row]:
    """Yield the readable rows whose numbers lie in a span, both ends included."""
    listed = ", ".join(["rowid", *(f'"{name}"' for name in columns)])
    sql = f'SELECT {listed} FROM "{table}" WHERE rowid BETWEEN %s AND %s ORDER BY rowid'
    spans = [span]
    while spans:
        low, high = spans.pop()
        try:
            with connections[alias].cursor() as cursor:
                cursor.execute(sql, [low, high])
                found = cursor.fetchall()
        except _FAULTS:
            middle = (low + high) // 2
            spans += [(middle + 1, high), (low, middle)] if low < high else []
        else:
            yield from found


def last_number(alias: str, table: str, size: int) -> int:
    """Return a number that no row of the table lies beyond; 0 for a table that is not there."""
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute("SELECT 1 FROM sqlite_master WHERE name = %s", [table])
            if cursor.fetchone() is None:
                return 0
    except _FAULTS:
        return 0
    try:
        with connections[alias].cursor() as cursor:
            cursor.execute(f'SELECT max(rowid) FROM "{table}"')
            return int(cursor.fetchone()[0] or 0)
    except _FAULTS:
        return size // LEAST_ROW_BYTES
