"""Ports that fail at a durable write: the power cut before or after it, or a disk that is full."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace

from veban.actions.exchange.exchanging import Exchanging
from veban.core.shared.disk import DiskFull

BLOBS = frozenset({"put", "put_sealed", "drop_plain", "remove"})
OUTBOX = frozenset({"put", "drop"})
UPLOADS = frozenset({"begin", "append", "drop"})
BOOK = frozenset({"extend_excerpt", "restart_excerpt", "vouch", "hear", "want", "got"})
FREEING = frozenset({"remove", "drop"})
"""Removing a file works on a full disk too."""


class PowerCut(BaseException):
    """Nobody catches it."""


def cut_by_exception():
    raise PowerCut


@dataclass(slots=True)
class Meter:
    """Counts the write points that are passed, and cuts the power at one of them.

    Args:
        cut_at: At which, from 1; 0 never.
        cut: What cuts it.
    """

    cut_at: int = 0
    cut: Callable[[], object] = cut_by_exception
    count: int = 0

    def point(self) -> None:
        self.count += 1
        if self.count == self.cut_at:
            self.cut()

    def before(self, name: str) -> None:
        self.point()

    def after(self) -> None:
        self.point()


@dataclass(slots=True)
class FullDisk:
    """Takes so many durable writes; each further one is refused, and nothing of it is there.

    Args:
        room: How many it takes.
    """

    room: int
    refused: int = 0

    def before(self, name: str) -> None:
        if name in FREEING:
            return
        if self.room <= 0:
            self.refused += 1
            raise DiskFull
        self.room -= 1

    def after(self) -> None:
        """What was taken is there."""


class Breaking:
    """A port whose calls of some names are write points."""

    def __init__(self, port, names: frozenset[str], meter: Meter | FullDisk) -> None:
        self._port = port
        self._names = names
        self._meter = meter

    def __getattr__(self, name):
        found = getattr(self._port, name)
        if name not in self._names:
            return found

        def call(*args, **kwargs):
            self._meter.before(name)
            answer = found(*args, **kwargs)
            self._meter.after()
            return answer

        return call


class BreakingJournal(Breaking):
    """A journal whose transactions may end before or after their commit."""

    def __init__(self, port, meter: Meter | FullDisk) -> None:
        super().__init__(port, frozenset(), meter)

    @contextmanager
    def writing(self):
        with self._port.writing() as writing:
            yield writing
            self._meter.before("commit")
        self._meter.after()


def breaking(x: Exchanging, meter: Meter | FullDisk) -> Exchanging:
    """Return the same node with write points."""
    world = replace(
        x.world,
        journal=BreakingJournal(x.world.journal, meter),
        blobs=Breaking(x.world.blobs, BLOBS, meter),
    )
    return replace(
        x,
        world=world,
        book=Breaking(x.book, BOOK, meter),
        outbox=Breaking(x.outbox, OUTBOX, meter),
    )
