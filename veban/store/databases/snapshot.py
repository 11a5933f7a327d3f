"""A copy of a node's database in one file (ảnh chụp cơ sở dữ liệu), beside a running server."""

from pathlib import Path
from typing import Any

from django.db import connections

from veban.store.databases.config import sqlite
from veban.store.databases.copying import copy_tables
from veban.store.databases.register import close, forget, migrate, register


def take_snapshot(alias: str, path: Path) -> None:
    """Write the database as it stands at one moment into a new SQLite file.

    An encrypted database stays encrypted under its own key; a server's becomes a plain file.

    Args:
        alias: An open database.
        path: A file that does not exist.
    """
    if connections[alias].vendor == "postgresql":
        _copy_server(alias, path)
        return
    with connections[alias].cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])


def read_only(config: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration that opens a SQLite file without changing a byte of it."""
    options = {name: value for name, value in config["OPTIONS"].items() if name != "init_command"}
    uri = Path(config["NAME"]).resolve().as_uri() + "?immutable=1"
    return {**config, "NAME": uri, "OPTIONS": {**options, "uri": True}}


def _copy_server(alias: str, path: Path) -> None:
    copy = f"{alias}-snapshot"
    register(copy, sqlite(path))
    try:
        migrate(copy)
        copy_tables(alias, copy)
        with connections[copy].cursor() as cursor:
            cursor.execute("PRAGMA journal_mode = DELETE")
    finally:
        close(copy)
        forget(copy)
