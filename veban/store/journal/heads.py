"""The heads of chains: the own one is the lock under which numbers are given."""

from datetime import datetime

from django.db import connections

from veban.core.journal.entry import stamp
from veban.store.databases.batch import Batch
from veban.store.journal.reading import fetch
from veban.store.journal.sealing import Head

_COLUMNS = "node, seq, hash, recorded_at, position"
_INSERT = f"INSERT INTO journal_head ({_COLUMNS}) VALUES"


def make_head(alias: str, node: str) -> None:
    """Make the own node's row; nothing where it is there.

    A writer that goes on in a restored journal counts positions on from what lies there.
    """
    ((position,),) = fetch(alias, "SELECT COALESCE(MAX(position), 0) FROM journal_entry")
    first = Head(node, position=position)
    batch = Batch(alias)
    values = [(node, first.seq, first.hash, None, first.position)]
    batch.insert(_INSERT, values, "ON CONFLICT DO NOTHING")
    batch.run()


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


def save_head(batch: Batch, head: Head) -> None:
    """Write a head, inside the transaction that holds the lock."""
    recorded_at = None if head.recorded_at is None else stamp(head.recorded_at)
    batch.insert(
        _INSERT,
        [(head.node, head.seq, head.hash, recorded_at, head.position)],
        "ON CONFLICT (node) DO UPDATE SET seq = excluded.seq, hash = excluded.hash, "
        "recorded_at = excluded.recorded_at, position = excluded.position",
    )


def _head(row: tuple) -> Head:
    node, seq, head_hash, recorded_at, position = row
    instant = None if recorded_at is None else datetime.fromisoformat(recorded_at)
    return Head(node, seq, head_hash, instant, position)
