"""Give a desk its own numbers (dải số của bàn tiếp nhận), and a restored one others than before."""

from dataclasses import replace
from datetime import datetime, timedelta

from veban.actions.nodes.former import former_writers
from veban.actions.numbers.allot import leases_of
from veban.actions.numbers.lease import LAST_DAY, give, wanted_lease
from veban.actions.ports import World
from veban.core.numbers.bands import BAND, DESK, band_above, desk_in
from veban.core.numbers.lane import Lease

HOUR = timedelta(hours=1)


def open_desk_lane(world: World, unit: str) -> Lease:
    """Give this node's own desk numbers above all leased ones: of its own unit without an end.

    Of another unit the first ten thousand end it, so that a node of that unit finds numbers of
    its own whenever it comes. A desk that has its lane keeps it. A renewed node begins no unit
    where another begins: its former self may have served that unit too.
    """
    wanted = wanted_lease(world, unit, world.me.node, world.keys.public_key)
    end = None if unit == world.me.unit else BAND
    desk = replace(wanted, last_day=LAST_DAY, from_serial=DESK, to_serial=end)
    held = [lease for lease in leases_of(world.journal, world.me.node) if lease.unit == unit]
    if held and held[-1].agency == desk.agency:
        if held[-1].standing == desk.standing:
            return held[-1]
        same = replace(desk, from_serial=held[-1].from_serial, to_serial=held[-1].to_serial)
        return give(world, lambda: same)
    if world.me.node != world.me.speaks_as:
        return continue_desk_lane(world, desk)
    return give(world, lambda: desk)


def continue_desk_lane(world: World, before: Lease) -> Lease:
    """Give a writer that goes on a desk lane above all that the one before can have given.

    As many bands are passed over as hours are unknown here, so that a backup which is restored
    once more, later, begins elsewhere than the first time.

    Args:
        world: The node, under its new writer's name.
        before: The lane of the one before. One with an end is another unit's, of which a node
            of that unit may have got the band behind it meanwhile.
    """
    wanted = replace(before, node=world.me.node, signature="", given_at=world.clock.now())
    leases = [*world.work.leases(before.agency), before]
    if before.to_serial is None:
        band = band_above(leases, _hours_unknown(world))
        return give(world, lambda: replace(wanted, from_serial=desk_in(band)))
    band = band_above(leases, _hours_unknown(world) + 1)
    ended = replace(wanted, to_serial=band + BAND - 1, from_serial=desk_in(band))
    return give(world, lambda: ended)


def _hours_unknown(world: World) -> int:
    """Return the hours between what is known of the former writers and this one's beginning."""
    ends = former_writers(world).values()
    return max(0, (_begun_at(world) - max(ends)) // HOUR) if ends else 0


def _begun_at(world: World) -> datetime:
    first = next(world.journal.chain(world.me.node), None)
    return first.header.recorded_at if first else world.clock.now()
