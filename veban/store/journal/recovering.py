"""Fill a new journal with what a damaged one still says (cứu nhật ký).

Entries go in as arrivals do: each is checked against its hash, gets its place and is folded, and
what was erased stays erased. Rows are never taken over; they follow from the entries.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from veban.core.journal.chain import is_unchanged
from veban.core.journal.entry import Entry
from veban.store.databases.salvage import STRIDE, last_number, readable_rows, rows_between
from veban.store.journal.codec import read_entry
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.reading import execute, fetch

_HEADER = (
    "node", "seq", "stream", "version", "type", "schema", "occurred_at", "recorded_at", "actor",
    "key", "ordinal", "facts",
)  # fmt: skip
_SEAL = ("person_digest", "prev_hash", "hash")


@dataclass(frozen=True, slots=True)
class Source:
    """A database that entries are read from.

    Args:
        alias: A copy of the damaged database, or a snapshot.
        size: Bytes of its file.
    """

    alias: str
    size: int


@dataclass(slots=True)
class Tally:
    """What was met while reading.

    Args:
        altered: Entries that could be read and were not what was sealed; they are left out.
        ends: Node → the furthest number of its chain that could be read.
        heads: Node → how far its chain is known to have been held from its first entry on; what
            was held beyond that is an excerpt, whose gaps are no loss.
    """

    altered: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    heads: Counter[str] = field(default_factory=Counter)


def readable_entries(source: Source, tally: Tally) -> Iterator[Entry]:
    """Yield the entries that can be read and are what was sealed, in the order of arrival."""
    last = last_number(source.alias, "journal_entry", source.size)
    for low in range(0, last + 1, STRIDE):
        span = (low, low + STRIDE - 1)
        bodies = {
            row[0]: row[1:]
            for row in rows_between(source.alias, "journal_person", ("body", "salt"), span)
        }
        for row in rows_between(source.alias, "journal_entry", (*_HEADER, *_SEAL), span):
            entry = _entry(row, bodies.get(row[0], (None, None)))
            if entry is None:
                tally.altered += 1
                continue
            _know(tally.ends, entry.header.node, entry.header.seq)
            yield entry
    for row in readable_rows(source.alias, "journal_head", ("node", "seq"), source.size):
        _know(tally.heads, row[1], row[2])


def fill_journal(journal: DjangoJournal, me: str, entries: Iterator[Entry]) -> None:
    """Put entries into an empty journal and let ``me`` go on from its own unbroken chain.

    Args:
        journal: The new journal, in the name of nobody, so that every chain counts as arrived.
        me: The node whose journal it becomes.
        entries: Unchanged ones, in the order of arrival.
    """
    alias = journal.alias
    with journal.writing() as writing:
        writing.receive(entries)
    with transaction.atomic(using=alias, durable=True):
        execute(alias, "DELETE FROM journal_head WHERE node = %s", [journal.me])
        own = fetch(alias, "SELECT seq FROM journal_head WHERE node = %s", [me])
        if own:
            execute(
                alias,
                "UPDATE journal_entry SET arrived = 0 WHERE node = %s AND seq <= %s",
                [me, own[0][0]],
            )
            execute(
                alias,
                "UPDATE journal_head SET position = "
                "(SELECT max(position) FROM journal_entry) WHERE node = %s",
                [me],
            )


def count_until(alias: str, node: str, end: int) -> int:
    """Return how many numbers of a node's chain up to ``end`` are held."""
    sql = "SELECT count(DISTINCT seq) FROM journal_entry WHERE node = %s AND seq <= %s"
    return int(fetch(alias, sql, [node, end])[0][0])


def count_by_node(alias: str) -> dict[str, int]:
    """Return node → how many of its entries are held."""
    return dict(fetch(alias, "SELECT node, count(*) FROM journal_entry GROUP BY node"))


def _entry(row: tuple, body: tuple) -> Entry | None:
    """Return an entry that is what was sealed; without its private part where that is gone."""
    _, *values = row
    head, seal = values[: len(_HEADER)], values[len(_HEADER) :]
    for person, salt in (body, (None, None)):
        try:
            entry = read_entry([*head, person, salt, *seal])
            if is_unchanged(entry):
                return entry
        except (ValueError, TypeError, OverflowError, AttributeError):
            continue
    return None


def _know(known: Counter[str], node: str, seq: int) -> None:
    if isinstance(node, str) and isinstance(seq, int):
        known[node] = max(known[node], seq)
