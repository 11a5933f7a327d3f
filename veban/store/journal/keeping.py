"""Put sealed entries into the tables, remove what is erased."""

from collections.abc import Iterable, Sequence

from veban.core.journal.entry import Entry
from veban.core.journal.files import files_named
from veban.core.shared.canonical import canonical
from veban.store.journal.codec import WRITTEN, entry_values
from veban.store.journal.reading import chunks, execute, fetch, insert, marks_for

_INSERT_ENTRY = f"INSERT INTO journal_entry ({', '.join(WRITTEN)}) VALUES"
_POSITIONS = "(SELECT position FROM journal_entry WHERE stream = %s)"
_IN_STREAM = "(SELECT hash FROM journal_entry WHERE stream = %s)"


def keep_entries(
    alias: str, entries: Sequence[Entry], position: int, own: bool, arrived_at: str
) -> int:
    """Insert entries that follow ``position``; return how many went in.

    Entries already there are passed over, and so is an own one whose key or number is taken.
    """
    rows = [
        entry_values(entry, position + n, own, arrived_at) for n, entry in enumerate(entries, 1)
    ]
    kept = insert(alias, _INSERT_ENTRY, rows, "ON CONFLICT DO NOTHING")
    bodies = [
        (position + n, entry.salt, canonical(entry.person).decode())
        for n, entry in enumerate(entries, 1)
        if entry.person is not None
    ]
    if bodies:
        insert(alias, "INSERT INTO journal_person (position, salt, body) VALUES", bodies)
    named = [
        (digest, entries[body[0] - position - 1].hash)
        for body in bodies
        for digest in sorted(files_named(body[2]))
    ]
    if named:
        insert(alias, "INSERT INTO journal_file (digest, hash) VALUES", named)
        for part in chunks({digest for digest, _ in named}):
            marks = marks_for(part)
            execute(alias, f"DELETE FROM journal_unwanted_file WHERE digest IN ({marks})", part)
    return kept


def keep_places(alias: str, places: Sequence[tuple[str, int, str]]) -> None:
    """Insert (stream, version, hash) into the accepted order."""
    insert(alias, "INSERT INTO journal_place (stream, version, hash) VALUES", places)


def erase_stream(alias: str, stream: str, by: str) -> None:
    """Remove every private part of a stream, its answers, and what named its files.

    Args:
        alias: The database, inside its write transaction.
        stream: Which stream.
        by: The hash of the entry that says so.
    """
    insert(
        alias,
        "INSERT INTO journal_erased (stream, hash) VALUES",
        [(stream, by)],
        "ON CONFLICT DO NOTHING",
    )
    named = fetch(
        alias, f"SELECT DISTINCT digest FROM journal_file WHERE hash IN {_IN_STREAM}", [stream]
    )
    execute(alias, f"DELETE FROM journal_file WHERE hash IN {_IN_STREAM}", [stream])
    execute(alias, f"DELETE FROM journal_person WHERE position IN {_POSITIONS}", [stream])
    execute(
        alias,
        "DELETE FROM journal_answer WHERE key IN (SELECT key FROM journal_entry WHERE stream = %s)",
        [stream],
    )
    for (digest,) in named:
        still = fetch(alias, "SELECT 1 FROM journal_file WHERE digest = %s LIMIT 1", [digest])
        if not still:
            insert(
                alias,
                "INSERT INTO journal_unwanted_file (digest) VALUES",
                [(digest,)],
                "ON CONFLICT DO NOTHING",
            )


def erased_among(alias: str, streams: Iterable[str]) -> set[str]:
    """Return which of the streams are erased."""
    found: set[str] = set()
    for part in chunks(streams):
        sql = f"SELECT stream FROM journal_erased WHERE stream IN ({marks_for(part)})"
        found |= {row[0] for row in fetch(alias, sql, part)}
    return found
