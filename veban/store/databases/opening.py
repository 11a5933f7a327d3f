"""Open a node's database, with tables that fit this program (mở cơ sở dữ liệu)."""

from typing import Any

from django.apps import apps
from django.db import OperationalError, connections
from django.db.migrations.recorder import MigrationRecorder

from veban.core.shared.refused import Refused
from veban.store.databases.register import is_migrated, migrate, register


class DatabaseUnreachable(Refused):
    """The database does not answer, or is not ours to open."""

    code = "database.unreachable"


class DatabaseAddressWrong(Refused):
    """What was given is not the address of a PostgreSQL database."""

    code = "database.address_wrong"


class DatabaseNotEmpty(Refused):
    """The database belongs to another node, or to another program."""

    code = "database.not_empty"


def open_database(alias: str, config: dict[str, Any]) -> None:
    """Make a database known, and make or update its tables where they are behind.

    Raises:
        DatabaseUnreachable: nothing answers at its address.
    """
    register(alias, config)
    try:
        if not is_migrated(alias):
            migrate(alias)
    except OperationalError as problem:
        raise DatabaseUnreachable(engine=str(config["ENGINE"]).rpartition(".")[2]) from problem


def open_new_database(alias: str, config: dict[str, Any]) -> None:
    """Open a database in which no other program has a table, before anything is made in it.

    Raises:
        DatabaseUnreachable: nothing answers at its address.
        DatabaseNotEmpty: there is a table of somebody else.
    """
    register(alias, config)
    try:
        there = connections[alias].introspection.table_names()
    except OperationalError as problem:
        raise DatabaseUnreachable(engine=str(config["ENGINE"]).rpartition(".")[2]) from problem
    ours = {model._meta.db_table for model in apps.get_models()}
    if set(there) - ours - {MigrationRecorder.Migration._meta.db_table}:
        raise DatabaseNotEmpty()
    open_database(alias, config)
