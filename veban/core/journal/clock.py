"""A clock that had run ahead (đồng hồ chạy nhanh): how writing goes on after it was set right.

``recorded_at`` never goes back. Where a clock had once run ahead, the last entry bears a time
that is still to come, and nothing may be written until an officer says that the clock is right
now. From then on the last entry's time stands for all that follows, until the clock has passed
it; ``occurred_at`` is right all along, and this entry tells why the two differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from veban.core.journal.entry import stamp
from veban.core.journal.event import Event
from veban.core.shared.refused import Refused

TOLERANCE = timedelta(minutes=5)
"""How far the clock may be behind the last entry; within it the last entry's time stands."""


class ClockBehindCentre(Refused):
    """The clock is behind the time of the centre's last greeting (đồng hồ chậm hơn Trung tâm)."""

    code = "clock.behind_centre"


@dataclass(frozen=True, slots=True)
class ClockSetRight:
    """An officer compared the clock and found it right (xác nhận đồng hồ đã đúng).

    Args:
        clock: What the node's clock said.
        last_entry: The time that the node's last entry bears, which was still to come.
    """

    TYPE: ClassVar[str] = "ClockSetRight"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Xác nhận đồng hồ đã đúng"

    clock: datetime
    last_entry: datetime


def clock_stream(writer: str) -> str:
    """Return the stream in which a writer tells of its clock; nobody else writes there."""
    return f"clock/{writer}"


def is_behind(now: datetime, last: datetime | None) -> bool:
    """Tell whether a clock is too far behind the time of the last entry."""
    return last is not None and last - now > TOLERANCE


def was_set_right(events: Iterable[Event | None], now: datetime, last: datetime) -> bool:
    """Tell whether an officer found the clock right since the last entry's time was reached.

    Args:
        events: Of the writer's clock, in their order.
        now: What the clock says; further back than what the officer saw is wrong again.
        last: The time of the last entry. A clock that ran ahead once more bears another.
    """
    for event in reversed([one for one in events if isinstance(one, ClockSetRight)]):
        if stamp(event.last_entry) == stamp(last):
            return now >= event.clock - TOLERANCE
    return False
