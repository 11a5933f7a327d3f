"""Let go of what the team has marked complete (chuyển nơi xử lý), before an exchange."""

from veban.actions.once import Decided, once
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.events import HolderAccepted, HolderReleased
from veban.core.dossiers.state import fold
from veban.core.journal.event import Event


def release_ready(world: World, to: str) -> int:
    """Release every dossier held here that is not kept, to the node ``to``.

    Returns:
        How many were released.
    """
    streams = world.work.ready_to_release()
    for stream in streams:
        release_one(world, stream, to)
    return len(streams)


def release_one(world: World, stream: str, to: str) -> None:
    """Release a dossier held here to the node ``to``."""
    _one_step(world, stream, world.me.node, HolderReleased(to))


def accept_releases(world: World) -> int:
    """Become the holder of every dossier that was released to this node.

    Returns:
        How many were accepted.
    """
    streams = world.work.released_here()
    for stream in streams:
        _one_step(world, stream, None, HolderAccepted())
    return len(streams)


def _one_step(world: World, stream: str, holder: str | None, event: Event) -> None:
    def decide(writing: Writing) -> Decided:
        dossier = fold(writing.history(stream))
        if dossier is None or dossier.holder != holder:
            return Decided([], {})
        step = Step(stream, dossier.version, [event], world.clock.now(), "node")
        return Decided([step], {})

    key = f"{event.TYPE}:{stream}:{world.random.token(8).hex()}"
    once(world, key, key, decide)
