"""Send on what was passed to another unit (chuyển tiếp hồ sơ): the holder follows the unit."""

from veban.actions.dossiers.release import release_one
from veban.actions.ports import World
from veban.core.nodes.events import NodeKind


def forward_passed(world: World) -> int:
    """Release every dossier held here whose unit has its node elsewhere.

    To the unit's own node where it is known to have one; else up to our own centre, which does
    the same. A unit without a node of its own is a tenant of the province's, where nothing has
    to move. A laptop forwards nothing: it releases everything to its centre.

    Returns:
        How many were released.
    """
    me = world.me
    if me.kind is NodeKind.FIELD:
        return 0
    homes = {unit: node for unit, node in world.work.centres().items() if node != me.speaks_as}
    sent = 0
    for stream, unit in world.work.passed_on(None if me.centre else homes):
        home = homes.get(unit) or me.centre
        if home is not None and not (me.centre and unit == me.unit):
            release_one(world, stream, home)
            sent += 1
    return sent
