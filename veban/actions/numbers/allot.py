"""Give a dossier its code from the node's lane (cấp mã hồ sơ), without any network."""

from datetime import date

from veban.actions.ports import Histories, UsedSerials, World, Writing
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.refusals import PaperSlipUnknown
from veban.core.nodes.blank_slips import printed_serials, slips_stream
from veban.core.nodes.events import NodeKind
from veban.core.nodes.leases import lane_stream, lease_rows
from veban.core.numbers.allot import (
    LaneNotForDay,
    NoLaneYet,
    SerialTaken,
    check_slip_serial,
    next_serial,
)
from veban.core.numbers.blanks import first_blank
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.lane import Lease
from veban.core.shared.local_time import local_day


def allot_code(world: World, writing: Writing, unit: str, command: ReceiveDossier) -> str:
    """Return the code of a dossier: the next of the lane, or that of its blank slip.

    Raises:
        LaneNotForDay: no lease of this node reaches the day of reception.
        LaneUsedUp: the lane has no number left on that day.
        PaperSlipUnknown: the slip's number is not readable as one.
        SerialNotOfLane, SerialTaken: the slip's number cannot be used on that day.
    """
    day = local_day(command.received_at)
    if command.paper_slip is not None:
        return _of_slip(world, writing, unit, day, command.paper_slip)
    lease = get_lease(writing, world.me.node, unit, day)
    used = _used(writing, lease, day)
    serial = next_serial(lease, day, used.highest, used.slips)
    if (blank := first_blank(lease)) is not None and serial >= blank:
        printed = printed_for(world, writing, lease.node)
        serial = next_serial(lease, day, used.highest, used.slips | printed)
    return str(DossierCode(lease.agency, day, serial))


def leases_of(histories: Histories, node: str) -> tuple[Lease, ...]:
    """Return all leases ever given to a node, oldest first."""
    stream = lane_stream(node)
    return tuple(row.lease() for row in lease_rows(stream, histories.history(stream)))


def get_lease(histories: Histories, node: str, unit: str, day: date) -> Lease:
    """Return the newest lease of a node that reaches a day.

    Raises:
        NoLaneYet: the node never got one.
        LaneNotForDay: none does.
    """
    leases = [lease for lease in leases_of(histories, node) if lease.unit == unit]
    for lease in reversed(leases):
        if lease.covers_day(day):
            return lease
    if not leases:
        raise NoLaneYet()
    raise LaneNotForDay(
        day=day.isoformat(),
        first_day=min((lease.first_day.isoformat() for lease in leases), default=""),
        last_day=max((lease.last_day.isoformat() for lease in leases), default=""),
    )


def lease_of_slip(world: World, histories: Histories, unit: str, day: date, serial: int) -> Lease:
    """Return the lease under which a slip was printed.

    A laptop takes slips of its own lane. A centre takes those of its laptops too, since the
    laptop may lie in the river; where no lane has the number, its own is returned.

    Raises:
        LaneNotForDay: no lease of this node reaches the day.
    """
    own = get_lease(histories, world.me.node, unit, day)
    if own.covers(day, serial) or world.me.kind is NodeKind.FIELD:
        return own
    for lease in reversed(world.work.leases(own.agency)):
        if lease.unit == unit and lease.covers(day, serial):
            return lease
    return own


def printed_for(world: World, histories: Histories, node: str) -> frozenset[int]:
    """Return the numbers of a lane that stand on blank slips, as far as this node knows."""
    writers = {node, world.me.node, world.me.centre} - {None}
    return frozenset().union(
        *(printed_serials(histories.history(slips_stream(node, str(w)))) for w in writers)
    )


def _of_slip(world: World, writing: Writing, unit: str, day: date, slip: str) -> str:
    if not slip.isdecimal():
        raise PaperSlipUnknown(paper_slip=slip)
    serial = int(slip)
    lease = lease_of_slip(world, writing, unit, day, serial)
    used = _used(writing, lease, day)
    passed = set(range(lease.from_serial, (used.highest or 0) + 1))
    # A number printed in advance was passed over in turn; it is not closed.
    taken = used.slips | (passed - printed_for(world, writing, lease.node))
    check_slip_serial(lease, day, serial, taken)
    code = str(DossierCode(lease.agency, day, serial))
    if writing.find_stream(code) is not None:
        raise SerialTaken(serial=serial, day=day.isoformat())
    return code


def _used(writing: Writing, lease: Lease, day: date) -> UsedSerials:
    low, high = lease.from_serial, lease.highest_serial
    return writing.used_serials(lease.agency, day, low, high)
