"""Copy a node's tables from one database to another, of whatever kind (chép cơ sở dữ liệu)."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, models, transaction

from veban.store.databases.opening import DatabaseNotEmpty

CHUNK = 500


def copy_tables(source: str, target: str) -> None:
    """Copy every row of every table, as the source stands at one moment.

    Args:
        source: Alias of an open database.
        target: Alias of another one whose tables are there and empty.

    Raises:
        DatabaseNotEmpty: there is something in the target.
    """
    with holding_still(source):
        copy_held(source, target)


@contextmanager
def holding_still(source: str) -> Iterator[None]:
    """Let a database stand still: nobody else writes to a SQLite file, a server shows one moment.

    Args:
        source: Alias of an open database.
    """
    with transaction.atomic(using=source, durable=True):
        _hold_still(source)
        yield


def copy_held(source: str, target: str) -> None:
    """Copy a database that is held still, all of it or nothing.

    Raises:
        DatabaseNotEmpty: there is something in the target.
    """
    with transaction.atomic(using=target):
        check_empty(target)
        for model in _models():
            _copy(model, source, target)
        _go_on_counting(target)


def check_empty(alias: str) -> None:
    """Refuse a database in which some table has a row.

    Raises:
        DatabaseNotEmpty: it has.
    """
    for model in _models():
        if model._default_manager.using(alias).exists():
            raise DatabaseNotEmpty()


def empty_tables(alias: str) -> None:
    """Remove every row of a copy that did not come to its end."""
    with transaction.atomic(using=alias):
        for model in _models():
            model._default_manager.using(alias).all().delete()


def differing_tables(one: str, other: str) -> list[str]:
    """Return the tables that do not hold the same rows in two databases, in whatever order."""
    return [
        model._meta.db_table for model in _models() if _digest(model, one) != _digest(model, other)
    ]


def _digest(model: type[models.Model], alias: str) -> tuple[int, int]:
    names = [field.name for field in model._meta.concrete_fields]
    count = total = 0
    for row in model._default_manager.using(alias).values_list(*names).iterator(CHUNK):
        count += 1
        total += int.from_bytes(sha256(repr([*map(_plain, row)]).encode()).digest())
    return count, total % 2**256


def _plain(value: Any) -> Any:
    if isinstance(value, memoryview):
        return bytes(value)
    return value.astimezone(UTC) if isinstance(value, datetime) else value


def _models() -> list[type[models.Model]]:
    return list(apps.get_app_config("store").get_models())


def _copy(model: type[models.Model], source: str, target: str) -> None:
    names = [field.name for field in model._meta.concrete_fields]
    rows = model._default_manager.using(source).values_list(*names).iterator(CHUNK)
    while part := list(islice(rows, CHUNK)):
        made: list[Any] = [model(**dict(zip(names, row, strict=True))) for row in part]
        model._default_manager.using(target).bulk_create(made)


def _hold_still(source: str) -> None:
    """Let a server show one moment to all that is read; on SQLite nobody else writes now."""
    connection = connections[source]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def _go_on_counting(target: str) -> None:
    """Let numbers that a server gives by itself go on behind those that were copied."""
    connection = connections[target]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _models()):
            cursor.execute(statement)
