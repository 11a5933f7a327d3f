"""One write lock for each database file, for all threads of this process (khóa ghi).

SQLite has one writer. Threads that wait for it inside SQLite sleep and poll, which costs a third
of the throughput with eight of them; here they queue on a lock of ours. Other processes wait by
``busy_timeout``.
"""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_READS = re.compile(
    r"\s*(?:SELECT|PRAGMA|EXPLAIN|VALUES|SAVEPOINT|RELEASE|ROLLBACK|COMMIT)\b", re.I
)
_locks: dict[str, threading.RLock] = {}
_guard = threading.Lock()


class WriteLock:
    """The write lock of one file, as one connection holds it.

    A connection belongs to one thread at a time, so whether it holds the lock needs no guard.
    """

    def __init__(self, database: str) -> None:
        self._lock = _lock_of(database)
        self._held = False

    def take(self) -> None:
        """Wait for the lock, for the length of a transaction."""
        self._lock.acquire()
        self._held = True

    def release(self) -> None:
        """Give the lock up; nothing where this connection does not hold it."""
        if self._held:
            self._held = False
            self._lock.release()

    @contextmanager
    def around(self, statement: str) -> Iterator[None]:
        """Hold the lock while a statement that may write runs outside a transaction."""
        if self._held or _READS.match(statement):
            yield
        else:
            with self._lock:
                yield


def _lock_of(database: str) -> threading.RLock:
    path = str(Path(database).resolve()) if not database.startswith("file:") else database
    with _guard:
        return _locks.setdefault(path, threading.RLock())
