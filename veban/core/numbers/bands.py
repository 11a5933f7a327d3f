"""Bands of ten thousand numbers (khoảng số): the lower half for laptops, the upper for a desk.

A desk that goes on under a new writer's name does not know what its former self gave after the
copy was made. So it gets a band of its own, and its laptops get lanes in that band alone.
"""

from collections.abc import Iterable

from veban.core.numbers.allot import LaneGrid
from veban.core.numbers.dossier_code import HIGHEST_SERIAL
from veban.core.numbers.lane import Lease

BAND = 10_000
"""How many numbers of a day a node of its own gets out of its unit's."""

DESK = LaneGrid().desk_from
"""Where the desk's half of the first band begins."""


def grid_of_desk(desk_from: int) -> LaneGrid:
    """Return how a band is divided whose desk begins at a number.

    Example:
        >>> grid_of_desk(5001) == LaneGrid(), next(iter(grid_of_desk(15001).slots()))
        (True, (10001, 10500))
    """
    return LaneGrid(desk_from=desk_from, first=desk_from - DESK + 1)


def band_above(leases: Iterable[Lease], ahead: int = 0) -> int:
    """Return the first number of a band above all that is leased.

    Args:
        leases: All leases of the agency. A desk without an end gives no more than its half of a
            band on one day.
        ahead: How many further bands are passed over, since somebody may have them of whom
            nobody here knows.

    Example:
        >>> band_above([]), band_above([], ahead=2)
        (1, 20001)
    """
    ends = [_end(lease) for lease in leases]
    bands = -(-max(ends, default=0) // BAND)
    return min(bands + ahead, HIGHEST_SERIAL // BAND - 1) * BAND + 1


def desk_in(band: int) -> int:
    """Return where the desk's half of a band begins.

    Example:
        >>> desk_in(1), desk_in(10001)
        (5001, 15001)
    """
    return band + DESK - 1


def _end(lease: Lease) -> int:
    return lease.from_serial + BAND - DESK if lease.to_serial is None else lease.to_serial
