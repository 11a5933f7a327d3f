"""What every part of a database journal works with."""

from datetime import datetime
from typing import NamedTuple

from veban.actions.ports import Clock, Randomness
from veban.store.journal.meaning import Meaning


class Bench(NamedTuple):
    """Which database, which node, the world's clock and chance, what entries mean."""

    alias: str
    me: str
    clock: Clock
    random: Randomness
    meaning: Meaning

    def now(self) -> datetime:
        return self.clock.now()

    def salt(self) -> str:
        return self.random.token(16).hex()
