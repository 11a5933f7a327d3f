"""The heads of chains: the own one is the lock under which numbers are given."""

from datetime import datetime

from django.db import connections

from veban.core.journal.entry import stamp
from veban.store.journal.reading import execute, fetch, insert
from veban.store.journal.sealing import Head

_COLUMNS = "node, seq, hash, recorded_at, position"


def make_head(alias: str, node: str) -> None:
    """Make the own node's row; nothing where it is there."""
    first = Head(node)
    insert(
        alias,
        f"INSERT INTO journal_head ({_COLUMNS}) VALUES",
        [(node, first.seq, first.hash, None, first.position)],
        "ON CONFLICT DO NOTHING",
    )


def lock_head(alias: str, node: str) -> Head | None:
    """Lock the own node's row to the end of the transaction and read it.

    On SQLite the whole database is locked already.
    """
    lock = "FOR UPDATE" if connections[alias].features.has_select_for_update else ""
    found = fetch(alias, f"SELECT {_COLUMNS} FROM journal_head WHERE node = %s {lock}", [node])
    return _head(found[0]) if found else None


def find_head(alias: str, node: str) -> Head:
    """Return how far a node's chain is held; the start where nothing is."""
    found = fetch(alias, f"SELECT {_COLUMNS} FROM journal_head WHERE node = %s", [node])
    return _head(found[0]) if found else Head(node)


def list_heads(alias: str) -> list[Head]:
    """Return all heads in the order of nodes."""
    return [
        _head(row) for row in fetch(alias, f"SELECT {_COLUMNS} FROM journal_head ORDER BY node")
    ]


def save_head(alias: str, head: Head) -> None:
    """Write a head, inside the transaction that holds the lock."""
    recorded_at = None if head.recorded_at is None else stamp(head.recorded_at)
    values = [head.seq, head.hash, recorded_at, head.position, head.node]
    changed = execute(
        alias,
        "UPDATE journal_head SET seq = %s, hash = %s, recorded_at = %s, position = %s "
        "WHERE node = %s",
        values,
    )
    if not changed:
        insert(alias, f"INSERT INTO journal_head ({_COLUMNS}) VALUES", [[head.node, *values[:-1]]])


def _head(row: tuple) -> Head:
    node, seq, head_hash, recorded_at, position = row
    instant = None if recorded_at is None else datetime.fromisoformat(recorded_at)
    return Head(node, seq, head_hash, instant, position)
