"""When the people of a closed round are let go of (thời hạn lưu sau đợt)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from veban.core.journal.history import Placed
from veban.core.rounds.round import RoundClosed

DAYS_KEPT = 3
"""Days after a round was closed, unless told otherwise."""


def closed_at(history: Sequence[Placed]) -> datetime | None:
    """Return when a round was first closed; None while it is open."""
    steps = (s.header.recorded_at for s in history if isinstance(s.event, RoundClosed))
    return min(steps, default=None)


def is_due(history: Sequence[Placed], now: datetime, days: int = DAYS_KEPT) -> bool:
    """Tell whether a round was closed so many days ago.

    Args:
        history: The round's accepted steps.
        now: By the node's clock.
        days: How long its people are kept.
    """
    closed = closed_at(history)
    return closed is not None and now >= closed + timedelta(days=days)
