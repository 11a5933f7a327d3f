"""Between a core row dataclass and its table: one mapping for all (ánh xạ bảng).

A model names its dataclass in ``ROW`` and has the same fields; a new row is a dataclass, a model
with the same names, and a migration.
"""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeVar

from django.apps import apps
from django.db import connections, models
from django.db.models import Q

from veban.store.databases.batch import Batch

Row = TypeVar("Row")


class RowTable:
    """The table of one row dataclass."""

    def __init__(self, row: type, model: type[models.Model]) -> None:
        self.row = row
        self.model = model
        self.name = model._meta.db_table
        self.columns = tuple(field.name for field in dataclasses.fields(row))
        listed = ", ".join(f'"{column}"' for column in self.columns)
        self.listed = listed
        self.insert = f'INSERT INTO "{self.name}" ({listed}) VALUES'
        hints = typing.get_type_hints(row)
        self._dated = [
            (n, adapter)
            for n, column in enumerate(self.columns)
            if (adapter := _sqlite_text(hints[column]))
        ]

    def values(self, row: object, alias: str) -> list[Any]:
        """Return the row's values as the database takes them."""
        found = [getattr(row, column) for column in self.columns]
        if any(value.__class__ is str and "\0" in value for value in found):
            # PostgreSQL's text cannot hold it, and what arrives is never turned away.
            found = [v.replace("\0", "") if isinstance(v, str) else v for v in found]
        if connections[alias].vendor == "sqlite":
            for n, adapter in self._dated:
                if found[n] is not None:
                    found[n] = adapter(found[n])
        return found


@cache
def row_tables() -> dict[type, RowTable]:
    """Return the table of every row dataclass."""
    known: Iterable[Any] = apps.get_app_config("store").get_models()
    return {model.ROW: RowTable(model.ROW, model) for model in known if hasattr(model, "ROW")}


def replace_rows(
    batch: Batch, streams: Sequence[str], rows: Sequence[object], tables: Iterable[type]
) -> None:
    """Make ``rows`` the only rows of ``streams``.

    Args:
        batch: Where the statements go.
        streams: Whose rows are replaced.
        rows: The new rows.
        tables: Row types that may have rows of these streams already.
    """
    known = row_tables()
    if streams:
        marks = ", ".join(["%s"] * len(streams))
        for row_type in tables:
            batch.execute(
                f'DELETE FROM "{known[row_type].name}" WHERE stream IN ({marks})', streams
            )
    grouped: dict[type, list[object]] = {}
    for row in rows:
        grouped.setdefault(type(row), []).append(row)
    for row_type, found in grouped.items():
        table = known[row_type]
        batch.insert(table.insert, [table.values(row, batch.alias) for row in found])


def find_rows(
    row_type: type[Row],
    alias: str,
    *conditions: Q,
    order: Sequence[str] = ("stream",),
    limit: int | None = None,
) -> list[Row]:
    """Return the rows that meet the conditions, as core's dataclass.

    Args:
        row_type: A row dataclass.
        alias: The database.
        conditions: Django's ``Q`` over the dataclass's field names.
        order: Field names, ``-`` before one for descending.
        limit: At most so many.
    """
    table = row_tables()[row_type]
    found = table.model._default_manager.using(alias).filter(*conditions).order_by(*order)
    return [row_type(*values) for values in found.values_list(*table.columns)[:limit]]


def _sqlite_text(hint: Any) -> Callable[[Any], str] | None:
    """Return how Django writes days and instants on SQLite, which has no type for them."""
    kinds = set(typing.get_args(hint)) or {hint}
    if datetime in kinds:
        return lambda instant: str(instant.astimezone(UTC).replace(tzinfo=None))
    return str if date in kinds else None
