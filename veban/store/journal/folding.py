"""Rewrite the rows of streams from their accepted history, in the writer's transaction."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from veban.core.journal.history import Placed, placed
from veban.store.databases.batch import Batch
from veban.store.journal.meaning import Meaning
from veban.store.journal.reading import chunks, entries_of_streams
from veban.store.rows.tables import replace_rows, row_tables


def extend_rows(
    batch: Batch,
    meaning: Meaning,
    before: Mapping[str, Sequence[Placed]],
    after: Mapping[str, Sequence[Placed]],
) -> None:
    """Rewrite rows of streams whose earlier history is at hand.

    Args:
        batch: Where the statements go.
        meaning: The folds.
        before: Stream → history that the rows in the tables were folded from.
        after: Stream → history now.
    """
    rows: list[Any] = []
    stale: list[str] = []
    tables: set[type] = set()
    for stream, history in after.items():
        old = meaning.rows(stream, before[stream])
        new = meaning.rows(stream, history)
        if old == new:
            continue
        rows += new
        if old:
            stale.append(stream)
            tables |= {type(row) for row in old}
    replace_rows(batch, stale, rows, tables)


def refold(alias: str, meaning: Meaning, fresh: Sequence[str], grown: Sequence[str]) -> None:
    """Fold streams from the tables.

    Args:
        alias: The database, inside its write transaction.
        meaning: The folds.
        fresh: Streams that had no rows before.
        grown: Streams that may have had some.
    """
    batch = Batch(alias)
    for part in chunks(fresh):
        replace_rows(batch, (), fold_from_tables(alias, meaning, part), ())
    for part in chunks(grown):
        replace_rows(batch, part, fold_from_tables(alias, meaning, part), row_tables())
    batch.run()


def fold_from_tables(alias: str, meaning: Meaning, streams: Sequence[str]) -> list[Any]:
    """Return the rows of streams, folded from their entries."""
    rows: list[Any] = []
    found = entries_of_streams(alias, streams)
    for stream, entries in groupby(found, lambda entry: entry.header.stream):
        history = [placed(entry, meaning.event(entry)) for entry in entries]
        rows += meaning.rows(stream, history)
    return rows
