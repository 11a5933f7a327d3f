"""Ports at which the power may be cut: before and after each durable write, the n-th by count."""

from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace

from veban.actions.exchange.exchanging import Exchanging

BLOBS = frozenset({"put", "put_sealed", "drop_plain", "remove"})
OUTBOX = frozenset({"put", "drop"})
UPLOADS = frozenset({"begin", "append", "drop"})
BOOK = frozenset({"extend_excerpt", "restart_excerpt", "vouch", "hear", "want", "got"})


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


class Breaking:
    """A port whose calls of some names are write points."""

    def __init__(self, port, names: frozenset[str], meter: Meter) -> None:
        self._port = port
        self._names = names
        self._meter = meter

    def __getattr__(self, name):
        found = getattr(self._port, name)
        if name not in self._names:
            return found

        def call(*args, **kwargs):
            self._meter.point()
            answer = found(*args, **kwargs)
            self._meter.point()
            return answer

        return call


class BreakingJournal(Breaking):
    """A journal whose transactions may end before or after their commit."""

    def __init__(self, port, meter: Meter) -> None:
        super().__init__(port, frozenset(), meter)

    @contextmanager
    def writing(self):
        with self._port.writing() as writing:
            yield writing
            self._meter.point()
        self._meter.point()


def breaking(x: Exchanging, meter: Meter) -> Exchanging:
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
