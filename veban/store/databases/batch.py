"""Statements sent together: one round trip where the database is a server (gộp lệnh)."""

from collections.abc import Sequence
from typing import Any

from django.db import connections

CHUNK = 500
"""Rows in one statement."""


class Batch:
    """Statements of one transaction that need no answer but how many rows they touched.

    Args:
        alias: The database, inside its write transaction.
    """

    def __init__(self, alias: str) -> None:
        self.alias = alias
        self._statements: list[tuple[str, Sequence[Any]]] = []

    def execute(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Collect one statement; return its index among those collected."""
        self._statements.append((sql, values))
        return len(self._statements) - 1

    def insert(self, head: str, rows: Sequence[Sequence[Any]], tail: str = "") -> list[int]:
        """Insert many rows in as few statements as there can be.

        Args:
            head: ``INSERT INTO … VALUES``.
            rows: Their values.
            tail: For example ``ON CONFLICT DO NOTHING``.

        Returns:
            The statements' indexes.
        """
        statements = []
        for start in range(0, len(rows), CHUNK):
            part = rows[start : start + CHUNK]
            marks = ", ".join([f"({', '.join(['%s'] * len(part[0]))})"] * len(part))
            values = [value for row in part for value in row]
            statements.append(self.execute(f"{head} {marks} {tail}", values))
        return statements

    def run(self) -> list[int]:
        """Run what was collected; return the rows each statement touched, in order."""
        statements, self._statements = self._statements, []
        if not statements:
            return []
        connection = connections[self.alias]
        if connection.vendor == "postgresql":
            return self._run_together(connection, statements)
        with connection.cursor() as cursor:
            return [self._run_one(cursor, sql, values) for sql, values in statements]

    @staticmethod
    def _run_together(connection: Any, statements: list[tuple[str, Sequence[Any]]]) -> list[int]:
        """Send everything before the first answer is read (pipeline mode)."""
        connection.ensure_connection()
        with connection.wrap_database_errors, connection.connection.pipeline():
            cursors = [connection.connection.execute(sql, values) for sql, values in statements]
        return [int(cursor.rowcount) for cursor in cursors]

    @staticmethod
    def _run_one(cursor: Any, sql: str, values: Sequence[Any]) -> int:
        cursor.execute(sql, values)
        return int(cursor.rowcount)
