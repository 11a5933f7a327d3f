"""Put sealed entries into the tables, remove what is erased."""

from collections.abc import Iterable, Sequence

from veban.core.journal.entry import Entry
from veban.core.journal.files import files_named
from veban.core.shared.canonical import canonical
from veban.store.databases.batch import Batch
from veban.store.journal.codec import WRITTEN, entry_values
from veban.store.journal.reading import chunks, fetch, marks_for

_INSERT_ENTRY = f"INSERT INTO journal_entry ({', '.join(WRITTEN)}) VALUES"
_POSITIONS = "(SELECT position FROM journal_entry WHERE stream = %s)"
_IN_STREAM = "(SELECT hash FROM journal_entry WHERE stream = %s)"


def keep_entries(
    batch: Batch, entries: Sequence[Entry], position: int, own: bool, arrived_at: str
) -> list[int]:
    """Insert entries that follow ``position``, all new.

    Returns:
        The statements that insert them; they pass over an own entry whose key or number is
        taken, so that how many went in tells of it.
    """
    rows = [
        entry_values(entry, position + n, own, arrived_at) for n, entry in enumerate(entries, 1)
    ]
    statements = batch.insert(_INSERT_ENTRY, rows, "ON CONFLICT DO NOTHING")
    bodies = [
        (position + n, entry.salt, canonical(entry.person).decode())
        for n, entry in enumerate(entries, 1)
        if entry.person is not None
    ]
    batch.insert("INSERT INTO journal_person (position, salt, body) VALUES", bodies)
    named = [
        (digest, entries[body[0] - position - 1].hash)
        for body in bodies
        for digest in sorted(files_named(body[2]))
    ]
    batch.insert("INSERT INTO journal_file (digest, hash) VALUES", named)
    for part in chunks({digest for digest, _ in named}):
        batch.execute(
            f"DELETE FROM journal_unwanted_file WHERE digest IN ({marks_for(part)})", part
        )
    return statements


def keep_places(batch: Batch, places: Sequence[tuple[str, int, str]]) -> None:
    """Insert (stream, version, hash) into the accepted order."""
    batch.insert("INSERT INTO journal_place (stream, version, hash) VALUES", places)


def forget_places(alias: str, stream: str, version: int) -> None:
    """Take a version and all later ones out of a stream's accepted order."""
    batch = Batch(alias)
    batch.execute(
        "DELETE FROM journal_place WHERE stream = %s AND version >= %s", [stream, version]
    )
    batch.run()


def erase_stream(alias: str, stream: str, by: str) -> None:
    """Remove every private part of a stream, its answers, and what named its files.

    The answer of the erasing command itself stays.

    Args:
        alias: The database, inside its write transaction.
        stream: Which stream.
        by: The hash of the entry that says so.
    """
    batch = Batch(alias)
    batch.insert(
        "INSERT INTO journal_erased (stream, hash) VALUES", [(stream, by)], "ON CONFLICT DO NOTHING"
    )
    batch.execute(f"DELETE FROM journal_person WHERE position IN {_POSITIONS}", [stream])
    batch.execute(
        "DELETE FROM journal_answer WHERE key IN (SELECT key FROM journal_entry "
        "WHERE stream = %s) AND key NOT IN (SELECT key FROM journal_entry WHERE hash = %s)",
        [stream, by],
    )
    unname_files(alias, batch, stream)


def unname_files(alias: str, batch: Batch, stream: str) -> int:
    """Forget which files a stream names; those that nothing else names are to be removed.

    Returns:
        How many are.
    """
    named = fetch(
        alias, f"SELECT DISTINCT digest FROM journal_file WHERE hash IN {_IN_STREAM}", [stream]
    )
    batch.execute(f"DELETE FROM journal_file WHERE hash IN {_IN_STREAM}", [stream])
    batch.run()
    gone = [
        (digest,)
        for (digest,) in named
        if not fetch(alias, "SELECT 1 FROM journal_file WHERE digest = %s LIMIT 1", [digest])
    ]
    batch.insert(
        "INSERT INTO journal_unwanted_file (digest) VALUES", gone, "ON CONFLICT DO NOTHING"
    )
    batch.run()
    return len(gone)


def erased_among(alias: str, streams: Iterable[str]) -> set[str]:
    """Return which of the streams are erased."""
    found: set[str] = set()
    for part in chunks(streams):
        sql = f"SELECT stream FROM journal_erased WHERE stream IN ({marks_for(part)})"
        found |= {row[0] for row in fetch(alias, sql, part)}
    return found
