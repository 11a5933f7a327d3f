"""The day's list of numbers not used (danh sách số bỏ trống), each named with its lane."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from veban.core.numbers.lane import Lease


class GapWhy(StrEnum):
    """Why a number is not used (lý do bỏ trống)."""

    CLOSED = "closed"
    BLANK_UNUSED = "blank_unused"
    BLANK_SPOILED = "blank_spoiled"


@dataclass(frozen=True, slots=True)
class Blanks:
    """Numbers that stand on blank slips of all lanes of an agency.

    Args:
        printed: All of them, whatever became of them.
        used: Those under which a dossier was received, on whatever day.
        spoiled: Those that will never be used.
    """

    printed: frozenset[int] = frozenset()
    used: frozenset[int] = frozenset()
    spoiled: frozenset[int] = frozenset()

    @property
    def unused(self) -> frozenset[int]:
        """Those that still lie blank in somebody's bag."""
        return self.printed - self.used - self.spoiled


NO_BLANKS = Blanks()


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """Numbers of a lane that no dossier of a day has, and why.

    Those passed over in turn are closed, never given again.

    Args:
        agency: Agency code of the lane.
        from_serial: First number of the lane.
        to_serial: Last number of the lane; None where it has no upper end.
        node: Node whose lane it is.
        day: Local day.
        first: First number not used.
        last: Last number not used, of an unbroken run.
        why: Passed over in turn, or on a blank slip that is unused or spoiled.
    """

    agency: str
    from_serial: int
    to_serial: int | None
    node: str
    day: date
    first: int
    last: int
    why: GapWhy = GapWhy.CLOSED


def list_gaps(
    leases: Iterable[Lease],
    day: date,
    used: Collection[int],
    blanks: Blanks = NO_BLANKS,
    slips: Collection[int] = (),
) -> tuple[Gap, ...]:
    """Return the runs of numbers below the highest used one of each lane on a day.

    A lane without a number used has no gap: what was never reached needs no explanation. Blank
    slips that are unused or spoiled are named whether or not they were reached, and a number used
    from a slip is no sign that those below it were passed over.

    Args:
        leases: Leases of one agency; those that do not reach the day are passed over, and
            a renewed lease is the same lane.
        day: Local day.
        used: Serials given under the agency on that day, by whatever node.
        blanks: Serials of the agency on blank slips.
        slips: Those of ``used`` that were read off a slip and not given in turn, whether or
            not it is known that the slip was printed.

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
    gaps: list[Gap] = []
    for _, lane in sorted(lanes.items(), key=lambda item: item[1].from_serial):
        whole = Gap(
            lane.agency,
            lane.from_serial,
            lane.to_serial,
            lane.node,
            day,
            lane.from_serial,
            lane.highest_serial,
        )
        mine = {n for n in used if lane.covers(day, n)}
        in_turn = sorted(mine - set(slips))
        for first, last in _runs_between(lane.from_serial, in_turn, mine | blanks.printed):
            gaps.append(replace(whole, first=first, last=last))
        for why, serials in (
            (GapWhy.BLANK_UNUSED, blanks.unused),
            (GapWhy.BLANK_SPOILED, blanks.spoiled - blanks.used),
        ):
            for first, last in _runs(n for n in serials if lane.covers(day, n)):
                gaps.append(replace(whole, first=first, last=last, why=why))
    return tuple(gaps)


def _runs_between(
    start: int, in_turn: list[int], explained: Collection[int]
) -> Iterable[tuple[int, int]]:
    if in_turn:
        yield from _runs(n for n in range(start, in_turn[-1] + 1) if n not in explained)


def _runs(serials: Iterable[int]) -> Iterable[tuple[int, int]]:
    """Yield (first, last) of each unbroken run."""
    first = last = None
    for serial in sorted(serials):
        if last is not None and first is not None and serial != last + 1:
            yield first, last
            first = serial
        first, last = serial if first is None else first, serial
    if first is not None and last is not None:
        yield first, last
