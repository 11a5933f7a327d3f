"""Who wrote in this folder before (người ghi trước): a restored or copied node's own past."""

from datetime import datetime

from veban.actions.ports import World
from veban.core.nodes.writers import peer_of


def former_writers(world: World) -> dict[str, datetime]:
    """Return this node's other writers, the one that wrote last at the end, and when that was."""
    journal, me = world.journal, world.me
    ends = [
        (entry.header.recorded_at, writer)
        for writer, (_, last) in journal.chains().items()
        if writer != me.node and peer_of(writer) == me.speaks_as and (entry := journal.entry(last))
    ]
    return {writer: at for at, writer in sorted(ends)}


def former_writer(world: World) -> str:
    """Return who wrote last before this writer; the node itself where nobody is known."""
    return next(reversed(former_writers(world)), world.me.speaks_as)
