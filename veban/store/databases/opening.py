"""Open a node's database, with tables that fit this program (mở cơ sở dữ liệu)."""

from typing import Any

from django.db import OperationalError

from veban.core.shared.refused import Refused
from veban.store.databases.register import is_migrated, migrate, register


class DatabaseUnreachable(Refused):
    """The database does not answer, or is not ours to open."""

    code = "database.unreachable"


class DatabaseAddressWrong(Refused):
    """What was given is not the address of a PostgreSQL database."""

    code = "database.address_wrong"


class DatabaseNotEmpty(Refused):
    """The database belongs to another node."""

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
