"""Every store the contract holds for: how to make a journal on it and read its rows."""

import contextlib
import itertools
from collections.abc import Callable
from pathlib import Path

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.contracts.notes import MORNING, NEW
from tests.worlds.memory import CountedBytes, SetClock
from veban.core.dossiers.rows import CodeRow
from veban.store.databases import config
from veban.store.databases.register import forget, migrate, register
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.store.journal.reading import execute
from veban.store.memory import MemoryJournal
from veban.store.rows.tables import find_rows, row_tables

KEY = bytes(range(32))
_numbers = itertools.count()


class MemoryStore:
    """The journal without a database."""

    def make(self, node: str, meaning: Meaning = NEW, clock: SetClock | None = None):
        return MemoryJournal(node, clock or SetClock(MORNING), CountedBytes(node), meaning)

    def rows(self, journal: MemoryJournal) -> list[object]:
        return _sorted(row for stream in journal.streams() for row in journal.rows(stream))

    def lose_rows(self, journal: MemoryJournal) -> None:
        """Let the rows of codes vanish behind the journal's back."""
        for stream, rows in journal._shelf.rows.items():
            kept = tuple(row for row in rows if not isinstance(row, CodeRow))
            journal._shelf.rows[stream] = kept

    def close(self) -> None:
        """Nothing stays."""


class DatabaseStore:
    """A journal on a fresh database each."""

    def __init__(self, fresh: Callable[[], dict]) -> None:
        self._fresh = fresh
        self.aliases: dict[str, dict] = {}

    def make(self, node: str, meaning: Meaning = NEW, clock: SetClock | None = None):
        alias = f"contract-{next(_numbers)}"
        self.aliases[alias] = self._fresh()
        register(alias, self.aliases[alias])
        migrate(alias)
        return self.again(alias, node, meaning, clock)

    def again(self, alias, node, meaning: Meaning = NEW, clock: SetClock | None = None):
        """Another journal object on the same database, as after a restart."""
        return DjangoJournal(
            alias, node, clock or SetClock(MORNING), CountedBytes(f"{alias}{node}"), meaning
        )

    def rows(self, journal: DjangoJournal) -> list[object]:
        return _sorted(row for kind in row_tables() for row in find_rows(kind, journal.alias))

    def lose_rows(self, journal: DjangoJournal) -> None:
        execute(journal.alias, f'DELETE FROM "{row_tables()[CodeRow].name}"')

    def close(self) -> None:
        for alias in self.aliases:
            forget(alias)


@contextlib.contextmanager
def closing_store(store):
    try:
        yield store
    finally:
        store.close()


def file_store(folder: Path, cipher: bool) -> DatabaseStore:
    paths = (folder / f"{n}.db" for n in itertools.count())
    if cipher:
        return DatabaseStore(lambda: config.sqlcipher(next(paths), KEY))
    return DatabaseStore(lambda: config.sqlite(next(paths)))


def _sorted(rows) -> list[object]:
    return sorted(rows, key=repr)
