"""Print blank slips, tell that one is spoiled or brought (phiếu trắng)."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from veban.actions.nodes.find_node import get_node
from veban.actions.numbers.allot import get_lease, lease_of_slip, look_at_slip, printed_for
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Histories, Step, World, Writing
from veban.core.dossiers.refusals import ReceivedInFuture
from veban.core.nodes.blank_slips import (
    BlankSlipBrought,
    BlankSlipSpoiled,
    BlankSlipsPrinted,
    ByHandWhy,
    SlipEvent,
    SpoiledWhy,
    slips_stream,
)
from veban.core.nodes.writers import peer_of
from veban.core.numbers.allot import SerialNotOfLane
from veban.core.numbers.blanks import blank_part, choose_blanks
from veban.core.numbers.lane import Lease
from veban.core.shared.local_time import days_between, local_day

NODE_ACTS = "node"


@dataclass(frozen=True, slots=True)
class PrintBlanks:
    """Print so many blank slips of a lane.

    Args:
        key: Made where it was asked for; a repeat gives the same numbers.
        node: Whose lane: a device, which prints under the name it now writes under.
        count: How many, at least 1.
        officer: Who prints, or ``node``.
    """

    key: str
    node: str
    count: int
    officer: str = NODE_ACTS


@dataclass(frozen=True, slots=True)
class SlipOnPaper:
    """A slip in somebody's hand.

    Args:
        key: Made where it was typed.
        serial: The number printed on it.
        day: Local day: of the reception, or today where it is spoiled.
        officer: Who tells.
    """

    key: str
    serial: int
    day: date
    officer: str


def print_blanks(world: World, command: PrintBlanks) -> dict[str, Any]:
    """Set numbers of a lane aside for blank slips.

    Returns:
        ``node``, ``agency``, ``serials``, ``first_day``, ``last_day``.

    Raises:
        NodeUnknown: no device has this id here.
        LaneNotForDay: the node has no lease today.
        LaneWithoutBlanks: it is a desk's own lane.
        NoBlanksLeft: fewer numbers are left for slips.
    """

    def decide(writing: Writing) -> Decided:
        today = local_day(world.clock.now())
        lane = _writer_of(writing, command.node)
        lease = get_lease(writing, lane, world.me.unit, today)
        part = blank_part(lease, own=lane == world.me.node)
        taken = printed_for(world, writing, lane) | _used(writing, lease, today)
        serials = choose_blanks(part, command.count, taken)
        event = BlankSlipsPrinted(
            lease.unit, lease.agency, lease.node, serials, lease.first_day, lease.last_day
        )
        body = {
            "node": lease.node,
            "agency": lease.agency,
            "serials": list(serials),
            "first_day": lease.first_day.isoformat(),
            "last_day": lease.last_day.isoformat(),
        }
        return Decided([_step(world, writing, event, command.officer)], body)

    content = ["print_blanks", command.node, command.count]
    return once(world, command.key, content, decide)


def spoil_blank(world: World, slip: SlipOnPaper, reason: SpoiledWhy) -> dict[str, Any]:
    """Record that a blank slip will not be used; a repeat is no error.

    Raises:
        SerialNotOfLane: the number is of no lane that this node may speak for.
    """

    def decide(writing: Writing) -> Decided:
        lease = _lease(world, writing, slip)
        event = BlankSlipSpoiled(lease.unit, lease.agency, lease.node, slip.serial, reason)
        body = {"node": lease.node, "serial": slip.serial}
        return Decided([_step(world, writing, event, slip.officer)], body)

    return once(world, slip.key, ["spoil_blank", slip.serial, reason.value], decide)


def bring_slip(world: World, slip: SlipOnPaper, reason: ByHandWhy) -> dict[str, Any]:
    """Record that a slip written by hand is being typed, and why it was written.

    Raises:
        ReceivedInFuture: the day is still to come.
        LaneNotForDay: no lease of this node reaches the day.
        SerialNotOfLane, SerialTaken: the number cannot be used on that day.
        SlipNeverPrinted: no slip has that number.
    """

    def decide(writing: Writing) -> Decided:
        now = world.clock.now()
        if slip.day > local_day(now):
            raise ReceivedInFuture(now=now.isoformat(timespec="minutes"))
        unit = get_officer(writing, slip.officer).unit
        lease = look_at_slip(world, writing, unit, slip.day, slip.serial).lease
        event = BlankSlipBrought(
            lease.unit, lease.agency, lease.node, slip.serial, slip.day, reason
        )
        body = {"node": lease.node, "serial": slip.serial, "day": slip.day.isoformat()}
        return Decided([_step(world, writing, event, slip.officer)], body)

    content = ["bring_slip", slip.serial, slip.day.isoformat(), reason.value]
    return once(world, slip.key, content, decide)


def _writer_of(histories: Histories, node: str) -> str:
    """Return who writes for a device now; raises ``NodeUnknown``."""
    return get_node(histories, peer_of(node)).writer


def _lease(world: World, writing: Writing, slip: SlipOnPaper) -> Lease:
    unit = get_officer(writing, slip.officer).unit
    lease = lease_of_slip(world, writing, unit, slip.day, slip.serial)
    if not lease.covers(slip.day, slip.serial):
        raise SerialNotOfLane(
            serial=slip.serial, from_serial=lease.from_serial, to_serial=lease.highest_serial
        )
    return lease


def _used(writing: Writing, lease: Lease, today: date) -> set[int]:
    """Return the serials of a lane used on any day until today."""
    found: set[int] = set()
    for day in days_between(lease.first_day, today):
        used = writing.used_serials(lease.agency, day, lease.from_serial, lease.highest_serial)
        found |= used.slips
        if used.highest is not None:
            found |= set(range(lease.from_serial, used.highest + 1))
    return found


def _step(world: World, writing: Writing, event: SlipEvent, actor: str) -> Step:
    stream = slips_stream(event.node, world.me.node)
    return Step(stream, len(writing.history(stream)), [event], world.clock.now(), actor)
