"""Run work in one write transaction (giao dịch); again where somebody wrote in between."""

from collections.abc import Callable
from typing import TypeVar

from veban.actions.once import TRIES
from veban.actions.ports import World, Writing
from veban.core.journal.refusals import KeyTaken, StreamMoved

T = TypeVar("T")


def transact(world: World, work: Callable[[Writing], T]) -> T:
    """Return what the work returns, after everything it wrote was committed.

    For work that is safe to repeat by itself; what comes with a key of its own goes through
    ``once``.

    Raises:
        Refused: what the work refuses; nothing is written.
    """
    for _ in range(TRIES - 1):
        try:
            with world.journal.writing() as writing:
                return work(writing)
        except (StreamMoved, KeyTaken):
            continue
    with world.journal.writing() as writing:
        return work(writing)
