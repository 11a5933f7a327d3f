"""Give a dossier its code from the node's lane (cấp mã hồ sơ), without any network."""

from datetime import date

from veban.actions.ports import Histories, World, Writing
from veban.core.dossiers.commands import ReceiveDossier
from veban.core.dossiers.refusals import PaperSlipUnknown
from veban.core.nodes.leases import lane_stream, lease_rows
from veban.core.numbers.allot import LaneNotForDay, NoLaneYet, check_slip_serial, next_serial
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
    lease = get_lease(writing, world.me.node, unit, day)
    low, high = lease.from_serial, lease.highest_serial
    used = writing.used_serials(lease.agency, day, low, high)
    if command.paper_slip is None:
        return str(
            DossierCode(lease.agency, day, next_serial(lease, day, used.highest, used.slips))
        )
    if not command.paper_slip.isdecimal():
        raise PaperSlipUnknown(paper_slip=command.paper_slip)
    serial = int(command.paper_slip)
    taken = used.slips | set(range(low, (used.highest or low - 1) + 1))
    check_slip_serial(lease, day, serial, taken)
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
