"""Go on under a new writer's name (ghi tiếp dưới tên mới) after a restore or a copy."""

from dataclasses import replace

from veban.actions.numbers.allot import leases_of
from veban.actions.numbers.lease import continue_desk_lane
from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.events import HolderReclaimed, Words
from veban.core.dossiers.state import fold
from veban.core.nodes.events import NodeKind, node_stream
from veban.core.nodes.writers import NodeRenewed
from veban.core.people.officers import PROGRAM

RECLAIMED = "Khôi phục từ bản sao lưu"


def begin_writer(world: World, before: str, why: str) -> int:
    """Write who goes on; a centre also opens lanes and takes back what its old self held.

    Numbers that the old self gave after the copy was made are not known here, so the new desk
    lanes begin above all that it can have given. A laptop waits for a lane from its centre.

    Args:
        world: The node, under its new writer's name.
        before: Who wrote before.
        why: ``restored`` or ``copied``.

    Returns:
        How many dossiers were taken back.
    """
    me = world.me
    stream = node_stream(me.speaks_as)

    def decide(writing: Writing) -> Decided:
        event = NodeRenewed(me.speaks_as, me.node, before, why)
        version = len(writing.history(stream))
        return Decided([Step(stream, version, [event], world.clock.now(), PROGRAM)], {})

    once(world, f"renewed:{me.node}", me.node, decide)
    if me.kind is NodeKind.FIELD:
        return 0
    for lease in leases_of(world.journal, before):
        if lease.to_serial is None:
            continue_desk_lane(world, replace(lease, node=me.node, signature=""))
    return sum(_take_back(world, dossier) for dossier in world.work.held_by(before))


def _take_back(world: World, stream: str) -> bool:
    def decide(writing: Writing) -> Decided:
        dossier = fold(writing.history(stream))
        if dossier is None or dossier.state in CLOSED or dossier.holder == world.me.node:
            return Decided([], {})
        event = HolderReclaimed(Words(RECLAIMED))
        step = Step(stream, dossier.version, [event], world.clock.now(), PROGRAM)
        return Decided([step], {})

    once(world, f"renewed:{world.me.node}:{stream}", stream, decide)
    return True
