"""Django's SQLite backend on SQLCipher, for a field laptop's folder; the name is Django's.

The raw key comes with the options, stays in memory and is the first thing a connection says.
"""

import datetime
import decimal
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.backends.sqlite3 import base as django_sqlite
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from sqlcipher3 import dbapi2

from veban.store.databases.sqlite.base import WriteLockMixin
from veban.store.databases.sqlite.faults import disk_faults_refused
from veban.store.databases.sqlite.lock import WriteLock

# What Django registers with the standard library's module, for this one.
dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", lambda text: parse_date(text.decode()))
dbapi2.register_converter("time", lambda text: parse_time(text.decode()))
dbapi2.register_converter("datetime", lambda text: parse_datetime(text.decode()))
dbapi2.register_converter("timestamp", lambda text: parse_datetime(text.decode()))
dbapi2.register_adapter(decimal.Decimal, str)
dbapi2.register_adapter(datetime.date, django_sqlite.adapt_date)
dbapi2.register_adapter(datetime.datetime, django_sqlite.adapt_datetime)


class CipherCursor(dbapi2.Cursor):
    """Speaks Django's parameter style and takes the write lock outside transactions."""

    write_lock: WriteLock
    convert_query = django_sqlite.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        with self.write_lock.around(query), disk_faults_refused():
            if params is None:
                return super().execute(query)
            names = list(params) if isinstance(params, Mapping) else None
            return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Any]) -> Any:
        with self.write_lock.around(query), disk_faults_refused():
            return super().executemany(self.convert_query(query), param_list)


class DatabaseWrapper(WriteLockMixin, django_sqlite.DatabaseWrapper):
    """SQLite whose pages are encrypted with the folder's key."""

    Database = dbapi2
    cursor_class = CipherCursor

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        self._key = params.pop("key")
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = dbapi2.connect(**conn_params)
        try:
            with disk_faults_refused():
                connection.execute(f"PRAGMA key = \"x'{self._key.hex()}'\"")
                connection.execute("PRAGMA temp_store = MEMORY")
                register_functions(connection)
                for command in self.init_commands:
                    connection.execute(command)
        except BaseException:
            connection.close()
            raise
        return connection
