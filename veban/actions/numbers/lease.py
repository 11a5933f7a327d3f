"""Lease numbers (cấp dải số): the centre gives, signs and renews the lanes of its unit's nodes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from veban.actions.dossiers.reception_context import unit_settings
from veban.actions.numbers.allot import leases_of
from veban.actions.once import TRIES
from veban.actions.ports import Step, World
from veban.core.journal.refusals import StreamMoved
from veban.core.nodes.events import NodeKind
from veban.core.nodes.leases import lane_stream, leased
from veban.core.nodes.rows import NodeRow
from veban.core.nodes.writers import peer_of
from veban.core.numbers.allot import LaneGrid, NoLaneYet, choose_lane
from veban.core.numbers.bands import BAND, desk_in, grid_of_desk
from veban.core.numbers.lane import Lease, lease_days
from veban.core.people.unit_settings import NumberStanding

LAST_DAY = date(2099, 12, 31)
"""A dossier code holds days of this century; the desk's lane ends with it."""


def renew_lane(world: World, node: NodeRow) -> Lease:
    """Give a laptop of this centre a lane from 7 days ago to 60 days ahead.

    A commune's node gets ten thousand numbers of its own: the upper half for its desk, the
    lower for its laptops. A lease that reaches as far already is returned as it is.

    Raises:
        NoLaneLeft: all lanes below the desk's are taken.
        ValueError: the node has no key yet.
    """
    if node.public_key is None:
        raise ValueError(f"node {node.node} has not joined")
    wanted = wanted_lease(world, node.unit, node.writer, node.public_key)
    if node.kind == NodeKind.CENTRE:
        return give(world, lambda: _standing_or_band(world, wanted))
    return give(world, lambda: _standing_or_free(world, wanted))


def check_lane_left(world: World, unit: str) -> None:
    """Refuse where a new laptop of a unit would get no numbers.

    Raises:
        NoLaneLeft: all lanes below the desk's are taken.
    """
    wanted = wanted_lease(world, unit, "", "")
    choose_lane(world.work.leases(wanted.agency), wanted, grid_of(world, unit))


def grid_of(world: World, unit: str) -> LaneGrid:
    """Return how this node divides a unit's numbers: the band in which its own desk is.

    Raises:
        NoLaneYet: this node stands behind another one, which gave it no numbers.
    """
    own = [lease for lease in leases_of(world.journal, world.me.node) if lease.unit == unit]
    if own:
        return grid_of_desk(own[-1].from_serial)
    if world.me.centre is None:
        return LaneGrid()
    raise NoLaneYet()


def wanted_lease(world: World, unit: str, node: str, key: str) -> Lease:
    """Return a lease of a unit that begins today; its numbers are still to be chosen."""
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
    return choose_lane(leases, wanted, grid_of(world, wanted.unit))


def _standing_or_band(world: World, wanted: Lease) -> Lease:
    """Return a commune's lease where it has one, else one on a free band."""
    for lease in world.work.leases(wanted.agency):
        same = (lease.node, lease.node_key) == (wanted.node, wanted.node_key)
        if same and lease.standing is wanted.standing:
            return lease
    return _free_band(world, wanted)


def _free_band(world: World, wanted: Lease) -> Lease:
    """Return the upper half of the first band that nobody has, above the unit's own desk."""
    leases = world.work.leases(wanted.agency)
    others = [lease for lease in leases if lease.node != wanted.node]
    own = [lease for lease in leases_of(world.journal, world.me.node) if lease.unit == wanted.unit]
    end = BAND + max((lease.to_serial or 0 for lease in own), default=BAND)
    whole = replace(wanted, last_day=LAST_DAY, from_serial=end - BAND + 1, to_serial=end)
    while any(whole.shares_numbers(other) for other in others if other.to_serial is not None):
        end += BAND
        whole = replace(whole, from_serial=end - BAND + 1, to_serial=end)
    return replace(whole, from_serial=desk_in(end - BAND + 1))


def give(world: World, choose: Callable[[], Lease]) -> Lease:
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

    Whoever wrote before under this node's name cannot give any more.

    Raises:
        StreamMoved: there is one. From the write on nobody else writes to this journal, so what
            was leased in between is seen here.
    """
    for other in world.work.leases(lease.agency):
        same = peer_of(other.node) in {peer_of(lease.node), world.me.speaks_as}
        if not same and other.shares_numbers(lease):
            raise StreamMoved(stream=lane_stream(other.node))
