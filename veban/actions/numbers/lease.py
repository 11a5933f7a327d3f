"""Lease numbers (cấp dải số): the centre gives, signs and renews the lanes of its unit's nodes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.numbers.allot import leases_of
from veban.actions.once import TRIES
from veban.actions.ports import Step, World
from veban.core.journal.refusals import StreamMoved
from veban.core.nodes.leases import lane_stream, leased
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.numbers.allot import LaneGrid, choose_lane
from veban.core.numbers.lane import Lease, lease_days
from veban.core.people.unit_settings import NumberStanding

GRID = LaneGrid()
LAST_DAY = date(2099, 12, 31)
"""A dossier code holds days of this century; the desk's lane ends with it."""


def renew_lane(world: World, node: NodeRow) -> Lease:
    """Give a laptop of this centre a lane from 7 days ago to 60 days ahead.

    A lease that reaches as far already is returned as it is.

    Raises:
        NoLaneLeft: all lanes below the desk's are taken.
        ValueError: the node has no key yet.
    """
    if node.public_key is None:
        raise ValueError(f"node {node.node} has not joined")
    wanted = _wanted(world, node.unit, node.writer, node.public_key)
    return _give(world, lambda: _standing_or_free(world, wanted))


def check_lane_left(world: World) -> None:
    """Refuse where a new laptop of this centre would get no numbers.

    Raises:
        NoLaneLeft: all lanes below the desk's are taken.
    """
    wanted = _wanted(world, world.me.unit, "", "")
    choose_lane(world.work.leases(wanted.agency), wanted, GRID)


def open_desk_lane(world: World, unit: str) -> Lease:
    """Give the centre's own desk the numbers above all leased ones, without an end."""
    wanted = _wanted(world, unit, world.me.node, world.keys.public_key)
    desk = replace(wanted, last_day=LAST_DAY, from_serial=GRID.desk_from, to_serial=None)
    return _give(world, lambda: desk)


def continue_desk_lane(world: World, lease: Lease) -> Lease:
    """Give a writer that goes on a desk lane above all that the one before can have given.

    Args:
        world: The centre, under its new writer's name.
        lease: The lane of the one before, already in the new one's name.
    """
    leases = world.work.leases(lease.agency)
    highest = max((a.from_serial for a in leases if a.to_serial is None), default=0)
    now = world.clock.now()
    above = replace(lease, from_serial=highest + GRID.desk_from - 1, given_at=now)
    return _give(world, lambda: above)


def _wanted(world: World, unit: str, node: str, key: str) -> Lease:
    settings = unit_settings(world.journal, unit)
    agency = settings.agency if settings else None
    now = world.clock.now()
    first_day, last_day = lease_days(now)
    return Lease(
        unit=unit,
        agency=agency or world.rules.agency_placeholder(unit),
        node=node,
        node_key=key,
        first_day=first_day,
        last_day=last_day,
        from_serial=1,
        to_serial=1,
        given_at=now,
        standing=NumberStanding(settings.numbers if settings else NumberStanding.PROVISIONAL),
    )


def _standing_or_free(world: World, wanted: Lease) -> Lease:
    """Return the node's lease where it reaches as far, else one on a free lane, not signed yet."""
    leases = world.work.leases(wanted.agency)
    for lease in leases:
        same = (lease.node, lease.node_key) == (wanted.node, wanted.node_key)
        if same and lease.last_day >= wanted.last_day and lease.standing is wanted.standing:
            return lease
    return choose_lane(leases, wanted, GRID)


def _give(world: World, choose: Callable[[], Lease]) -> Lease:
    """Sign and write the lease that is chosen, choosing anew where somebody else took its lane."""
    for attempt in range(TRIES):
        lease = choose()
        if lease.signature:
            return lease
        signed = lease.signed(world.keys.sign(lease.payload()))
        step = [leased(signed)]
        try:
            with world.journal.writing() as writing:
                version = len(leases_of(writing, lease.node))
                writing.write(
                    f"lease:{lease.node}:{world.random.token(8).hex()}",
                    [Step(lane_stream(lease.node), version, step, lease.given_at, "node")],
                )
                _check_alone(world, signed)
            return signed
        except StreamMoved:
            if attempt == TRIES - 1:
                raise
    raise StreamMoved(stream=lane_stream(lease.node))


def _check_alone(world: World, lease: Lease) -> None:
    """Take a lease back that another one, given at the same moment, shares numbers with.

    Raises:
        StreamMoved: there is one. From the write on nobody else writes to this journal, so what
            was leased in between is seen here.
    """
    for other in world.work.leases(lease.agency):
        same = peer_of(other.node) == peer_of(lease.node)
        if not same and other.shares_numbers(lease):
            raise StreamMoved(stream=lane_stream(other.node))
