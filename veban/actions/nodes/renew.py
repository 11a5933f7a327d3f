"""Go on under a new writer's name (ghi tiếp dưới tên mới) after a restore or a copy."""

from veban.actions.nodes.former import former_writer, former_writers
from veban.actions.numbers.allot import leases_of
from veban.actions.numbers.desk_lane import continue_desk_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Histories, Step, World, Writing
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.events import HolderReclaimed, Words
from veban.core.dossiers.state import fold
from veban.core.nodes.events import NodeKind, node_stream
from veban.core.nodes.writers import NodeRenewed, writer_stream
from veban.core.numbers.lane import Lease
from veban.core.people.officers import PROGRAM

RECLAIMED = "Khôi phục từ bản sao lưu"


def is_begun(world: World) -> bool:
    """Tell whether the name under which this node writes was told to the end.

    A folder whose power failed while it was restored or renewed has a new name in its card and
    nothing, or half of it, in its journal.
    """
    me = world.me
    if me.node == me.speaks_as or world.journal.history(writer_stream(me.node)):
        return True
    return me.node in told_writers(world.journal, me.speaks_as)


def begin_writer(world: World, why: str) -> int:
    """Take over what the node's former writers had, then write who goes on; a repeat ends it.

    A centre takes back the dossiers that its old self held, and whoever has no centre above it
    opens desk lanes. Numbers that the old self gave after the copy was made are not known here,
    so they begin above all that it can have given. Others wait for a lane from their centre.

    Args:
        world: The node, under its new writer's name.
        why: ``restored`` or ``copied``.

    Returns:
        How many dossiers were taken back.
    """
    taken = 0
    if world.me.centre is None:
        for lease in _desk_lanes_before(world):
            continue_desk_lane(world, lease)
    if world.me.kind is not NodeKind.FIELD:
        taken = sum(_take_back(world, one) for one in world.work.held_by(world.me.speaks_as))
    _tell(world, why)
    return taken


def told_writers(histories: Histories, peer: str) -> list[str]:
    """Return the new writers of a node that its own stream names, oldest first."""
    steps = histories.history(node_stream(peer))
    return [step.event.writer for step in steps if isinstance(step.event, NodeRenewed)]


def _desk_lanes_before(world: World) -> list[Lease]:
    """Return the last desk lane of each unit that a former writer had and this one has not."""
    me = world.me
    found = {
        (lease.unit, lease.agency): lease
        for writer in former_writers(world)
        for lease in leases_of(world.journal, writer)
    }
    own = {(lease.unit, lease.agency) for lease in leases_of(world.journal, me.node)}
    return [lease for key, lease in sorted(found.items()) if key not in own]


def _tell(world: World, why: str) -> None:
    me, stream = world.me, writer_stream(world.me.node)
    event = NodeRenewed(me.speaks_as, me.node, former_writer(world), why)

    def decide(writing: Writing) -> Decided:
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [event], world.clock.now(), PROGRAM)], {})

    once(world, f"renewed:{me.node}", me.node, decide)


def _take_back(world: World, dossier: str) -> bool:
    """Become the holder of a dossier; False where it was closed or taken back before."""

    def decide(writing: Writing) -> Decided:
        found = fold(writing.history(dossier))
        if found is None or found.state in CLOSED or found.holder == world.me.node:
            return Decided([], {"taken": False})
        event = HolderReclaimed(Words(RECLAIMED))
        step = Step(dossier, found.version, [event], world.clock.now(), PROGRAM)
        return Decided([step], {"taken": True})

    return bool(once(world, f"renewed:{world.me.node}:{dossier}", dossier, decide)["taken"])
