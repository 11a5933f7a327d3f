"""The day's list of numbers not used (danh sách số bỏ trống), each named with its lane."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from veban.core.numbers.lane import Lease


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Numbers of a lane that were passed over on a day; they are closed, never given again.

    Args:
        agency: Agency code of the lane.
        from_serial: First number of the lane.
        to_serial: Last number of the lane; None where it has no upper end.
        node: Node whose lane it is.
        day: Local day.
        first: First number not used.
        last: Last number not used, of an unbroken run.
    """

    agency: str
    from_serial: int
    to_serial: int | None
    node: str
    day: date
    first: int
    last: int


def list_gaps(leases: Iterable[Lease], day: date, used: Collection[int]) -> tuple[Gap, ...]:
    """Return the runs of numbers below the highest used one of each lane on a day.

    A lane without a number used has no gap: what was never reached needs no explanation.

    Args:
        leases: Leases of one agency; those that do not reach the day are passed over, and
            a renewed lease is the same lane.
        day: Local day.
        used: Serials given under the agency on that day, by whatever node.

    Example:
        >>> from datetime import UTC, datetime
        >>> from veban.core.people.unit_settings import NumberStanding
        >>> day = date(2026, 11, 23)
        >>> lease = Lease("03172", "H18", "n1", "aa", day, day, 501, 1000,
        ...     datetime(2026, 11, 23, tzinfo=UTC), NumberStanding.PROVISIONAL)
        >>> [(gap.first, gap.last) for gap in list_gaps([lease], day, {7, 502, 505})]
        [(501, 501), (503, 504)]
    """
    lanes = {
        (lease.agency, lease.node, lease.from_serial): lease
        for lease in sorted(leases, key=lambda lease: lease.given_at)
        if lease.covers_day(day)
    }
    return tuple(
        Gap(lane.agency, lane.from_serial, lane.to_serial, lane.node, day, first, last)
        for _, lane in sorted(lanes.items(), key=lambda item: item[1].from_serial)
        for first, last in _runs_between(
            lane.from_serial, sorted(n for n in set(used) if lane.covers(day, n))
        )
    )


def _runs_between(start: int, used: Iterable[int]) -> Iterable[tuple[int, int]]:
    for serial in used:
        if start < serial:
            yield start, serial - 1
        start = serial + 1
