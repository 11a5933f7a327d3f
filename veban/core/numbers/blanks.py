"""Numbers printed in advance on blank slips (phiếu trắng in sẵn số), from the end of a lane.

A blank slip's number is good for any day of its lane, so it is given in turn on none. The upper
fifth of a lane is for slips that its own node prints, the fifth below for those that the centre
prints for it: both may print without knowing of each other.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import ClassVar

from veban.core.numbers.lane import Lease
from veban.core.shared.refused import Refused

SHARE = 5
MOST = 100
"""Blank slips of a lane that one node may print: of 500 numbers 300 are always given in turn."""

USUAL = 20
"""Blank slips for a day in a village."""


class NoBlanksLeft(Refused):
    """The part of the lane that is for blank slips has fewer numbers than wanted."""

    code: ClassVar[str] = "numbers.no_blanks_left"


class SlipNeverPrinted(Refused):
    """The number was typed from a slip, and no slip with it was ever printed (chưa in)."""

    code: ClassVar[str] = "numbers.slip_never_printed"


class LaneWithoutBlanks(Refused):
    """A desk's own lane, without an end, is not printed in advance."""

    code: ClassVar[str] = "numbers.lane_without_blanks"


@dataclass(frozen=True, slots=True)
class BlankPart:
    """Serials of a lane that one node may print on blank slips, both included."""

    first: int
    last: int


def blank_part(lease: Lease, *, own: bool) -> BlankPart:
    """Return the part of a lane for the slips that its own node prints, or its centre.

    Raises:
        LaneWithoutBlanks: the lane has no end.

    Example:
        >>> from datetime import UTC, date, datetime
        >>> from veban.core.people.unit_settings import NumberStanding
        >>> day = date(2026, 11, 23)
        >>> lease = Lease("03172", "H18", "n1", "aa", day, day, 501, 1000,
        ...     datetime(2026, 11, 23, tzinfo=UTC), NumberStanding.PROVISIONAL)
        >>> blank_part(lease, own=True)
        BlankPart(first=901, last=1000)
        >>> blank_part(lease, own=False)
        BlankPart(first=801, last=900)
    """
    if lease.to_serial is None:
        raise LaneWithoutBlanks(node=lease.node)
    size = min(MOST, (lease.to_serial - lease.from_serial + 1) // SHARE)
    last = lease.to_serial if own else lease.to_serial - size
    return BlankPart(last - size + 1, last)


def first_blank(lease: Lease) -> int | None:
    """Return the lowest serial that may stand on a blank slip; None where none may."""
    return None if lease.to_serial is None else blank_part(lease, own=False).first


def sees_printing(lease: Lease, serial: int, *, own: bool, centres: bool) -> bool:
    """Tell whether somebody would know of a slip, had it been printed.

    Args:
        lease: The lane.
        serial: A number of it.
        own: They know what the lane's own node printed.
        centres: They know what its centre printed.

    Example:
        >>> from datetime import UTC, date, datetime
        >>> from veban.core.people.unit_settings import NumberStanding
        >>> day = date(2026, 11, 23)
        >>> lease = Lease("03172", "H18", "n1", "aa", day, day, 501, 1000,
        ...     datetime(2026, 11, 23, tzinfo=UTC), NumberStanding.PROVISIONAL)
        >>> [sees_printing(lease, n, own=True, centres=False) for n in (750, 850, 950)]
        [True, False, True]
    """
    if lease.to_serial is None:
        return False
    if serial >= blank_part(lease, own=True).first:
        return own
    return centres or serial < blank_part(lease, own=False).first


def choose_blanks(part: BlankPart, count: int, taken: Collection[int]) -> tuple[int, ...]:
    """Return the serials of new blank slips, the lowest of the part first.

    Args:
        part: The part of the lane.
        count: How many, at least 1.
        taken: Printed before, or used on some day.

    Raises:
        ValueError: ``count`` is below 1.
        NoBlanksLeft: fewer are left.
    """
    if count < 1:
        raise ValueError(f"count must be at least 1, got {count}")
    free = [serial for serial in range(part.first, part.last + 1) if serial not in taken]
    if len(free) < count:
        raise NoBlanksLeft(left=len(free), wanted=count)
    return tuple(free[:count])
