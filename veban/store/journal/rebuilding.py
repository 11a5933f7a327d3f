"""Make all rows anew from the entries alone, and compare (dựng lại bảng)."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.db import transaction

from veban.core.journal.entry import Entry
from veban.core.journal.history import placed
from veban.store.databases.load import load
from veban.store.databases.one_moment import one_moment
from veban.store.journal.bench import Bench
from veban.store.journal.heads import lock_head
from veban.store.journal.reading import all_placed, execute, fetch
from veban.store.rows.tables import RowTable, row_tables

BATCH = 1000


def rebuild(bench: Bench) -> tuple[int, bool]:
    """Fold every stream in memory, load shadow tables, put them in place where they differ.

    Returns:
        How many entries the journal holds, and whether the rows were identical.
    """
    alias = bench.alias
    with transaction.atomic(using=alias, durable=True):
        lock_head(alias, bench.me)
        differing = _compare(bench)
        for table in differing:
            execute(alias, f'DELETE FROM "{table.name}"')
            execute(
                alias,
                f'INSERT INTO "{table.name}" ({table.listed}) '
                f'SELECT {table.listed} FROM "{_shadow(table)}"',
            )
        _drop_shadows(alias)
        return fetch(alias, "SELECT count(*) FROM journal_entry")[0][0], not differing


def differing_rows(bench: Bench) -> list[str]:
    """Fold every stream as of one moment and compare; nothing is locked and nothing changed.

    Returns:
        The row dataclasses, by name, of which a rebuild would make other rows.
    """
    with one_moment(bench.alias):
        differing = _compare(bench)
        _drop_shadows(bench.alias)
    return sorted(table.row.__name__ for table in differing)


def _compare(bench: Bench) -> list[RowTable]:
    """Make shadow tables from the entries; return the tables that are not like theirs."""
    alias, tables = bench.alias, row_tables()
    _drop_shadows(alias)
    for table in tables.values():
        execute(alias, _make_shadow(table))
    _load(bench, tables)
    return [table for table in tables.values() if _differs(alias, table)]


def _drop_shadows(alias: str) -> None:
    for table in row_tables().values():
        execute(alias, f'DROP TABLE IF EXISTS "{_shadow(table)}"')


def _load(bench: Bench, tables: dict[type, RowTable]) -> None:
    waiting: dict[type, list[Any]] = {row_type: [] for row_type in tables}
    for row in _rows(bench):
        found = waiting[type(row)]
        found.append(tables[type(row)].values(row, bench.alias))
        if len(found) == BATCH:
            _insert(bench.alias, tables[type(row)], found)
            found.clear()
    for row_type, found in waiting.items():
        if found:
            _insert(bench.alias, tables[row_type], found)


def _rows(bench: Bench) -> Iterator[Any]:
    meaning = bench.meaning
    for stream, entries in groupby(all_placed(bench.alias), _stream_of):
        yield from meaning.rows(stream, [placed(entry, meaning.event(entry)) for entry in entries])


def _stream_of(entry: Entry) -> str:
    return entry.header.stream


def _insert(alias: str, table: RowTable, values: list[list[Any]]) -> None:
    load(alias, f'"{_shadow(table)}" ({table.listed})', values)


def _shadow(table: RowTable) -> str:
    return f"shadow_{table.name}"


def _make_shadow(table: RowTable) -> str:
    return (
        f'CREATE TEMPORARY TABLE "{_shadow(table)}" AS '
        f'SELECT {table.listed} FROM "{table.name}" WHERE 1 = 0'
    )


def _differs(alias: str, table: RowTable) -> bool:
    """Compare both ways; rows have a key, so no row can stand twice."""
    live = f'SELECT {table.listed} FROM "{table.name}"'
    made = f'SELECT {table.listed} FROM "{_shadow(table)}"'
    return any(
        fetch(alias, f"SELECT 1 FROM ({one} EXCEPT {other}) AS difference LIMIT 1")
        for one, other in ((live, made), (made, live))
    )
