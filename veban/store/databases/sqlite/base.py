"""Django's SQLite backend with one write lock around every transaction; the name is Django's."""

from collections.abc import Iterable
from contextlib import closing
from typing import Any

from django.db.backends.sqlite3 import base as django_sqlite

from veban.core.shared.refused import Refused
from veban.store.databases.sqlite.faults import disk_faults_refused
from veban.store.databases.sqlite.lock import WriteLock


class LockedCursor(django_sqlite.SQLiteCursorWrapper):
    """Takes the write lock for a statement that writes outside a transaction."""

    write_lock: WriteLock

    def execute(self, query: str, params: Any = None) -> Any:
        with self.write_lock.around(query), disk_faults_refused():
            return super().execute(query, params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        with self.write_lock.around(query), disk_faults_refused():
            return super().executemany(query, param_list)


class WriteLockMixin:
    """Holds the lock from ``BEGIN IMMEDIATE`` to the end of the transaction."""

    cursor_class: type
    settings_dict: dict[str, Any]
    connection: Any

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.write_lock = WriteLock(str(self.settings_dict["NAME"]))

    def create_cursor(self, name: str | None = None) -> Any:
        cursor = self.connection.cursor(factory=self.cursor_class)
        cursor.write_lock = self.write_lock
        return cursor

    def _start_transaction_under_autocommit(self) -> None:
        self.write_lock.take()
        try:
            with closing(self.connection.cursor()) as cursor, self.wrap_database_errors:
                cursor.execute("BEGIN IMMEDIATE")
        except BaseException:
            self.write_lock.release()
            raise

    def _commit(self) -> None:
        # Where the database fails Django rolls back, and the lock goes there; a refusal it
        # does not know.
        try:
            with self.wrap_database_errors, disk_faults_refused():
                self.connection.commit()
        except Refused:
            self._rollback()
            raise
        self.write_lock.release()

    def _rollback(self) -> None:
        try:
            super()._rollback()
        finally:
            self.write_lock.release()

    def _close(self) -> None:
        try:
            super()._close()
        finally:
            self.write_lock.release()


class DatabaseWrapper(WriteLockMixin, django_sqlite.DatabaseWrapper):
    """The plain SQLite of a centre."""

    cursor_class = LockedCursor

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        with disk_faults_refused():
            return super().get_new_connection(conn_params)
