"""Giving numbers out: the next serial of a lane, and a lane for a node (cấp số, cấp dải số)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from veban.core.numbers.lane import Lease
from veban.core.shared.refused import Refused


class LaneNotForDay(Refused):
    """The node's lease does not reach that day."""

    code: ClassVar[str] = "numbers.lane_not_for_day"


class NoLaneYet(LaneNotForDay):
    """The node has no lane at all, as after it was restored: its centre gives one."""

    code: ClassVar[str] = "numbers.no_lane_yet"


class LaneUsedUp(Refused):
    """Every number of the lane on that day is given or closed."""

    code: ClassVar[str] = "numbers.lane_used_up"


class SerialNotOfLane(Refused):
    """A number from a paper slip lies outside the node's lane."""

    code: ClassVar[str] = "numbers.serial_not_of_lane"


class SerialTaken(Refused):
    """A number from a paper slip has been given or closed on that day already."""

    code: ClassVar[str] = "numbers.serial_taken"


class NoLaneLeft(Refused):
    """All slots below the desk's numbers belong to other nodes on these days."""

    code: ClassVar[str] = "numbers.no_lane_left"


@dataclass(frozen=True, slots=True)
class LaneGrid:
    """How a unit divides the numbers of a day.

    Args:
        size: Numbers in a leased lane.
        desk_from: First number of the desk's own lane, which lies above all leased ones.
        first: First number of the lowest leased lane.

    Raises:
        ValueError: not even one lane lies below ``desk_from``.
    """

    size: int = 500
    desk_from: int = 5001
    first: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.size <= self.desk_from - self.first:
            raise ValueError(f"no lane of {self.size} lies below {self.desk_from}")

    def slots(self) -> Iterable[tuple[int, int]]:
        """Yield the (first, last) serials of each slot, lowest first."""
        for first in range(self.first, self.desk_from - self.size + 1, self.size):
            yield first, first + self.size - 1


def next_serial(
    lease: Lease, day: date, used_highest: int | None, closed: Collection[int] = ()
) -> int:
    """Return the next number of a lane on a day; a number passed over is never given later.

    Args:
        lease: The node's lease.
        day: Local day of the reception.
        used_highest: The highest number given in turn in this lane on that day, None for none.
            Numbers of blank slips, which are out of turn, belong in ``closed``.
        closed: Numbers not to be given on that day: closed ones and those of blank slips.

    Raises:
        LaneNotForDay: the lease does not reach the day.
        LaneUsedUp: no number is left on the day.
    """
    _check_day(lease, day)
    serial = lease.from_serial if used_highest is None else used_highest + 1
    serial = max(serial, lease.from_serial)
    while serial in closed:
        serial += 1
    if serial > lease.highest_serial:
        raise LaneUsedUp(
            agency=lease.agency,
            day=day.isoformat(),
            from_serial=lease.from_serial,
            to_serial=lease.highest_serial,
        )
    return serial


def check_slip_serial(lease: Lease, day: date, serial: int, taken: Collection[int]) -> None:
    """Check that the number of a blank slip (phiếu in sẵn) may be used on a day of its lane.

    Args:
        lease: The lease under which the slip was printed.
        day: Local day of the reception.
        serial: The slip's number.
        taken: Numbers given or closed on that day.

    Raises:
        LaneNotForDay: the lease does not reach the day.
        SerialNotOfLane: the number lies outside the lane.
        SerialTaken: it has been used or closed on that day.
    """
    _check_day(lease, day)
    if not lease.covers(day, serial):
        raise SerialNotOfLane(
            serial=serial, from_serial=lease.from_serial, to_serial=lease.highest_serial
        )
    if serial in taken:
        raise SerialTaken(serial=serial, day=day.isoformat())


def choose_lane(leases: Iterable[Lease], wanted: Lease, grid: LaneGrid) -> Lease:
    """Return the wanted lease with numbers that no other node can give on its days.

    A node keeps its own lane when its lease is renewed. Leases of revoked nodes count as
    well: their numbers may be on paper already. Of the bands below the grid, in which a desk gave
    numbers that it does not know of since it was restored, only a lane that has not ended is kept.

    Args:
        leases: All leases ever given for the agency; what ended before is harmless.
        wanted: The lease to fill in; its numbers do not matter.
        grid: How the unit divides the numbers.

    Raises:
        NoLaneLeft: every slot is taken on some day of the lease.
    """
    leases = tuple(leases)
    own = [lease for lease in leases if _same_holder(lease, wanted)]
    others = [
        lease
        for lease in leases
        if not (_same_holder(lease, wanted) or _is_former_desk(lease, grid))
    ]
    kept = [
        (lease.from_serial, lease.highest_serial)
        for lease in sorted(own, key=lambda lease: lease.given_at, reverse=True)
        if lease.highest_serial < grid.desk_from
        and (lease.from_serial >= grid.first or lease.last_day >= wanted.first_day)
    ]
    for first, last in (*kept, *grid.slots()):
        lane = replace(wanted, from_serial=first, to_serial=last, signature="")
        if not any(lane.shares_numbers(other) for other in others):
            return lane
    raise NoLaneLeft(agency=wanted.agency, size=grid.size, desk_from=grid.desk_from)


def _check_day(lease: Lease, day: date) -> None:
    if not lease.covers_day(day):
        raise LaneNotForDay(
            day=day.isoformat(),
            first_day=lease.first_day.isoformat(),
            last_day=lease.last_day.isoformat(),
        )


def _is_former_desk(lease: Lease, grid: LaneGrid) -> bool:
    """Tell whether a lane without an end is of a desk that goes on in another band."""
    return lease.to_serial is None and lease.from_serial < grid.first


def _same_holder(lease: Lease, wanted: Lease) -> bool:
    return (lease.agency, lease.node, lease.node_key) == (
        wanted.agency,
        wanted.node,
        wanted.node_key,
    )
