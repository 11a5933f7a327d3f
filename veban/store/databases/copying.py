"""Copy a node's tables from one database to another, of whatever kind (chép cơ sở dữ liệu)."""

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
    with transaction.atomic(using=source, durable=True), transaction.atomic(using=target):
        _hold_still(source)
        for model in _models():
            if model._default_manager.using(target).exists():
                raise DatabaseNotEmpty()
        for model in _models():
            _copy(model, source, target)
        _go_on_counting(target)


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
