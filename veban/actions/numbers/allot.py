"""Give a dossier its code from the node's lane (cấp mã hồ sơ), without any network."""

from dataclasses import dataclass
from datetime import date, timedelta

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
from veban.core.numbers.blanks import SlipNeverPrinted, first_blank, sees_printing
from veban.core.numbers.dossier_code import DossierCode
from veban.core.numbers.lane import Lease
from veban.core.shared.local_time import local_day

PRINTING_UNKNOWN = "slip.printing_unknown"
"""Nobody here knows that the slip was printed: its laptop may have told nobody yet."""

USED_ON_OTHER_DAY = "slip.used_on_other_day"
"""A dossier of another day has the slip's number; a sheet that was printed twice may do that."""


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """A blank slip's number that may be used on a day, and what is told about it.

    Args:
        lease: Whose lane it is of.
        warnings: ``PRINTING_UNKNOWN``, ``USED_ON_OTHER_DAY``.
    """

    lease: Lease
    warnings: tuple[str, ...]


def allot_code(
    world: World, writing: Writing, unit: str, command: ReceiveDossier
) -> tuple[str, tuple[str, ...]]:
    """Return the code of a dossier, the next of the lane or that of its slip, and warnings.

    Raises:
        LaneNotForDay: no lease of this node reaches the day of reception.
        LaneUsedUp: the lane has no number left on that day.
        PaperSlipUnknown: the slip's number is not readable as one.
        SerialNotOfLane, SerialTaken: the slip's number cannot be used on that day.
        SlipNeverPrinted: no slip has that number.
    """
    day = local_day(command.received_at)
    if command.paper_slip is not None:
        serial = read_slip(command.paper_slip)
        seen = look_at_slip(world, writing, unit, day, serial)
        return str(DossierCode(seen.lease.agency, day, serial)), seen.warnings
    lease = get_lease(writing, world.me.node, unit, day)
    used = _used(writing, lease, day)
    serial = next_serial(lease, day, used.highest, used.slips)
    if (blank := first_blank(lease)) is not None and serial >= blank:
        printed = printed_for(world, writing, lease.node)
        serial = next_serial(lease, day, used.highest, used.slips | printed)
    return str(DossierCode(lease.agency, day, serial)), ()


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
    writers = {node, world.me.node, world.me.speaks_as, world.me.centre} - {None}
    return frozenset().union(
        *(printed_serials(histories.history(slips_stream(node, str(w)))) for w in writers)
    )


def read_slip(text: str) -> int:
    """Return the number typed from a slip.

    Raises:
        PaperSlipUnknown: it is none.
    """
    if not text.isdecimal():
        raise PaperSlipUnknown(paper_slip=text)
    return int(text)


def look_at_slip(world: World, writing: Writing, unit: str, day: date, serial: int) -> SlipSeen:
    """Say whether the number of a blank slip may be used on a day, as far as is known here.

    A number of which this node would know that it was printed is refused where it was not. A
    laptop that is gone, or has not exchanged, may have printed others: those are told.

    Raises:
        LaneNotForDay: no lease of this node reaches the day.
        SerialNotOfLane, SerialTaken: the slip's number cannot be used on that day.
        SlipNeverPrinted: no slip has that number.
    """
    lease = lease_of_slip(world, writing, unit, day, serial)
    used = _used(writing, lease, day)
    printed = printed_for(world, writing, lease.node)
    passed = set(range(lease.from_serial, (used.highest or 0) + 1))
    # A number printed in advance was passed over in turn; it is not closed.
    check_slip_serial(lease, day, serial, used.slips | (passed - printed))
    if writing.find_stream(str(DossierCode(lease.agency, day, serial))) is not None:
        raise SerialTaken(serial=serial, day=day.isoformat())
    if serial not in printed and _would_know(world, lease, serial):
        raise SlipNeverPrinted(serial=serial)
    told = {
        PRINTING_UNKNOWN: serial not in printed,
        USED_ON_OTHER_DAY: _used_on_other_day(world, writing, lease, serial),
    }
    return SlipSeen(lease, tuple(code for code, applies in told.items() if applies))


def _would_know(world: World, lease: Lease, serial: int) -> bool:
    me = world.me
    # What was printed after the backup that a centre was restored from is not known there.
    centres = me.kind is not NodeKind.FIELD and me.node == me.speaks_as and lease.unit == me.unit
    return sees_printing(lease, serial, own=lease.node == me.node, centres=centres)


def _used_on_other_day(world: World, writing: Writing, lease: Lease, serial: int) -> bool:
    lanes = (one for one in leases_of(writing, lease.node) if one.covers(one.first_day, serial))
    first = min((one.first_day for one in lanes), default=lease.first_day)
    ahead = range((local_day(world.clock.now()) - first).days + 1)
    return any(serial in _used(writing, lease, first + timedelta(n)).slips for n in ahead)


def _used(writing: Writing, lease: Lease, day: date) -> UsedSerials:
    low, high = lease.from_serial, lease.highest_serial
    return writing.used_serials(lease.agency, day, low, high)
