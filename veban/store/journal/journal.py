"""A node's journal in a database (nhật ký của máy): SQLite, SQLCipher or PostgreSQL."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction

from veban.actions.ports import Clock, Randomness
from veban.core.journal.chain import Broken
from veban.core.journal.entry import Entry
from veban.core.journal.history import Placed, placed
from veban.core.journal.refusals import ClockBehind
from veban.core.shared.refused import Refused
from veban.store.databases.flush import flush_log
from veban.store.databases.register import close
from veban.store.journal import reading
from veban.store.journal.bench import Bench
from veban.store.journal.checking import verify
from veban.store.journal.heads import find_head, list_heads
from veban.store.journal.meaning import Meaning
from veban.store.journal.named import let_go_of_files
from veban.store.journal.rebuilding import differing_rows, rebuild
from veban.store.journal.sealing import guarded_time, told_time
from veban.store.journal.writing import DjangoWriting


class DjangoJournal:
    """The journal port on a database that ``databases.register`` knows.

    Any number of threads may use one; each has its own connection, which ``close`` gives up.

    Args:
        alias: The database's alias.
        me: This node's id.
        clock: Tells the node's time.
        random: Gives salts.
        meaning: The event types and folds.
    """

    def __init__(
        self, alias: str, me: str, clock: Clock, random: Randomness, meaning: Meaning
    ) -> None:
        self.alias = alias
        self.me = me
        self._bench = Bench(alias, me, clock, random, meaning)
        self._stopped: Refused | None = None
        self._told: Callable[[int, str], None] | None = None

    def stop(self, why: Refused) -> None:
        """Refuse every write of this node's own from now on; arrivals are still kept."""
        self._stopped = why

    def tell(self, told: Callable[[int, str], None]) -> None:
        """Call ``told`` with the last number and its hash after each commit."""
        self._told = told

    def barred(self) -> Refused | None:
        """Return why this node may write nothing now; None where it may."""
        if self._stopped is not None:
            return self._stopped
        head = find_head(self.alias, self.me)
        try:
            guarded_time(told_time(head, (), self._bench.now(), self.history), head)
        except ClockBehind as refusal:
            return refusal
        return None

    @contextmanager
    def writing(self) -> Iterator[DjangoWriting]:
        with transaction.atomic(using=self.alias, durable=True):
            writing = DjangoWriting(self._bench, self._stopped)
            yield writing
        if self._told is not None and (head := writing.written) is not None:
            self._told(head.seq, head.hash)
        if writing.erased:
            flush_log(self.alias)

    def history(self, stream: str) -> Sequence[Placed]:
        event = self._bench.meaning.event
        entries = reading.entries_of_stream(self.alias, stream)
        return tuple(placed(entry, event(entry)) for entry in entries)

    def entry(self, entry_hash: str) -> Entry | None:
        return reading.find_entry(self.alias, entry_hash)

    def chain(self, node: str, after: int = 0) -> Iterator[Entry]:
        return reading.chain_of(self.alias, node, after)

    def chains(self) -> dict[str, tuple[int, str]]:
        return {head.node: (head.seq, head.hash) for head in list_heads(self.alias) if head.seq}

    def entries_of(self, streams: Iterable[str]) -> Iterator[Entry]:
        return reading.entries_of_streams(self.alias, streams)

    def arrived_after(self, position: int = 0) -> Iterator[tuple[int, Entry]]:
        """Yield (position, entry) in the order in which entries came into this journal."""
        return reading.arrived_after(self.alias, position)

    def unplaced(self) -> list[Entry]:
        """Return what waits for an earlier entry or found its place taken."""
        return reading.entries_without_place(self.alias)

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield (SHA-256, hash of the entry that names it) of every file still wanted."""
        return reading.files(self.alias)

    def files_to_remove(self) -> list[str]:
        """Return the files that no entry names any more; remove them, then say so."""
        rows = reading.fetch(self.alias, "SELECT digest FROM journal_unwanted_file ORDER BY digest")
        return [row[0] for row in rows]

    def file_removed(self, digest: str) -> None:
        """Note that a file is gone from the folder."""
        reading.execute(self.alias, "DELETE FROM journal_unwanted_file WHERE digest = %s", [digest])

    def let_go_of_files(self, streams: Iterable[str]) -> int:
        return let_go_of_files(self.alias, streams)

    def verify(self) -> tuple[int, list[Broken]]:
        return verify(self._bench)

    def rebuild(self) -> tuple[int, bool]:
        return rebuild(self._bench)

    def differing_rows(self) -> Sequence[str]:
        return differing_rows(self._bench)

    def close(self) -> None:
        """Close this thread's connection."""
        close(self.alias)
