"""Read entries from the database: by identity, chain, stream, order of arrival."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import connections

from veban.core.journal.entry import Entry, Header
from veban.store.journal.codec import FROM, READ, read_entry

CHUNK = 500
"""Values named in one statement, entries read at once."""

_PLACED = (
    f"SELECT {READ} FROM journal_place s JOIN journal_entry e ON e.hash = s.hash "
    "LEFT JOIN journal_person p ON p.position = e.position"
)
_HAS_NO_PLACE = (
    "NOT EXISTS (SELECT 1 FROM journal_place s WHERE s.stream = e.stream "
    "AND s.version = e.version AND s.hash = e.hash)"
)


def fetch(alias: str, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """Run one query."""
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def execute(alias: str, sql: str, values: Sequence[Any] = ()) -> int:
    """Run one statement; return how many rows it touched."""
    with connections[alias].cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def marks_for(values: Sequence[Any]) -> str:
    """Return the place holders of a list."""
    return ", ".join(["%s"] * len(values))


def chunks(items: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """Yield lists of at most ``size`` items."""
    iterator = iter(items)
    while part := list(islice(iterator, size)):
        yield part


def find_entry(alias: str, entry_hash: str) -> Entry | None:
    """Return an entry by its identity."""
    found = fetch(alias, f"SELECT {READ} FROM {FROM} WHERE e.hash = %s", [entry_hash])
    return read_entry(found[0]) if found else None


def find_entries(alias: str, hashes: Iterable[str]) -> Iterator[Entry]:
    """Yield the entries of some identities; what is not here is passed over."""
    for part in chunks(hashes):
        sql = f"SELECT {READ} FROM {FROM} WHERE e.hash IN ({marks_for(part)})"
        yield from (read_entry(row) for row in fetch(alias, sql, part))


def entries_of_stream(alias: str, stream: str) -> list[Entry]:
    """Return a stream's accepted entries in order."""
    found = fetch(alias, f"{_PLACED} WHERE s.stream = %s ORDER BY s.version", [stream])
    return [read_entry(row) for row in found]


def entries_of_streams(alias: str, streams: Iterable[str]) -> Iterator[Entry]:
    """Yield accepted entries, each stream's together and in order."""
    for part in chunks(streams):
        sql = f"{_PLACED} WHERE s.stream IN ({marks_for(part)}) ORDER BY s.stream, s.version"
        yield from (read_entry(row) for row in fetch(alias, sql, part))


def last_entries(alias: str, streams: Iterable[str], event_type: str) -> dict[str, Header]:
    """Return stream → the header of its last accepted entry of a type; without persons."""
    found: dict[str, Header] = {}
    for part in chunks(streams):
        sql = f"{_PLACED} WHERE e.type = %s AND s.stream IN ({marks_for(part)}) ORDER BY s.version"
        entries = (read_entry(row) for row in fetch(alias, sql, [event_type, *part]))
        found |= {entry.header.stream: entry.header for entry in entries}
    return found


def all_placed(alias: str) -> Iterator[Entry]:
    """Yield every accepted entry, each stream's together and in order."""
    with connections[alias].chunked_cursor() as cursor:
        cursor.execute(f"{_PLACED} ORDER BY s.stream, s.version")
        while rows := cursor.fetchmany(CHUNK):
            yield from map(read_entry, rows)


def chain_of(
    alias: str, node: str, after: int, read: Callable[[Sequence[Any]], Entry] = read_entry
) -> Iterator[Entry]:
    """Yield a node's entries in the order of ``seq``, forks side by side."""
    sql = (
        f"SELECT {READ}, e.arrived FROM {FROM} WHERE e.node = %s "
        "AND (e.seq > %s OR (e.seq = %s AND e.arrived > %s)) ORDER BY e.seq, e.arrived LIMIT %s"
    )
    seq, arrived = after + 1, -1
    while rows := fetch(alias, sql, [node, seq, seq, arrived, CHUNK]):
        yield from map(read, rows)
        seq, arrived = rows[-1][1], rows[-1][-1]


def arrived_after(alias: str, position: int) -> Iterator[tuple[int, Entry]]:
    """Yield (position, entry) in the order in which entries came into this journal."""
    sql = (
        f"SELECT {READ}, e.position FROM {FROM} WHERE e.position > %s ORDER BY e.position LIMIT %s"
    )
    while rows := fetch(alias, sql, [position, CHUNK]):
        yield from ((row[-1], read_entry(row)) for row in rows)
        position = rows[-1][-1]


def entries_without_place(alias: str) -> list[Entry]:
    """Return what waits for an earlier entry or found its place taken, in order of arrival."""
    sql = f"SELECT {READ} FROM {FROM} WHERE {_HAS_NO_PLACE} ORDER BY e.position"
    return [read_entry(row) for row in fetch(alias, sql)]


def files(alias: str) -> Iterator[tuple[str, str]]:
    """Yield (SHA-256, hash of the entry that names it), in the order of both."""
    sql = (
        "SELECT digest, hash FROM journal_file WHERE (digest, hash) > (%s, %s) "
        "ORDER BY digest, hash LIMIT %s"
    )
    last = ("", "")
    while rows := fetch(alias, sql, [*last, CHUNK]):
        yield from rows
        last = rows[-1]
