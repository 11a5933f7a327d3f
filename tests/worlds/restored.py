"""A centre in memory as it comes out of a backup: under a new writer's name."""

from dataclasses import replace

from tests.worlds.memory import carry, memory_world
from veban.actions.nodes.renew import begin_writer
from veban.actions.ports import World


def restored(centre: World, writer: str = "centre-r00000001") -> World:
    """Return what a backup made now would be restored to; it begins when it is asked to."""
    world = memory_world(writer)
    world = replace(
        world, me=replace(world.me, peer=centre.me.speaks_as), clock=centre.clock, keys=centre.keys
    )
    carry(centre, world)
    return world


def begun(world: World) -> World:
    """Let a restored centre begin."""
    begin_writer(world, "restored")
    return world
