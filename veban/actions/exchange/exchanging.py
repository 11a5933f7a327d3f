"""What a use case of exchange works with: the node, its book, its outbox, what follows."""

from collections.abc import Callable
from dataclasses import dataclass

from veban.actions.dossiers.forward import forward_passed
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.numbers.lease import renew_lane
from veban.actions.ports import World
from veban.actions.ports_exchange import Book, Outbox, Packing
from veban.core.nodes.events import NodeKind
from veban.core.nodes.rows import NodeRow


def release_up(world: World, to: str) -> int:
    """Let go of what goes to our centre.

    A laptop lets go of all that is complete, a commune's node of what was passed on.

    Returns:
        How many dossiers were released.
    """
    if world.me.kind is NodeKind.FIELD:
        return release_ready(world, to)
    return forward_passed(world)


@dataclass(frozen=True, slots=True)
class Follow:
    """What the node does of itself around an exchange.

    Args:
        release: Before something goes up: (world, to) lets go of what is complete.
        accept: After something came: becomes the holder of what was released to it.
        forward: And sends on what was passed to another unit.
        settle: After something came: runs the messages about what it holds.
        renew: When a node behind this one greets: (world, node) keeps its numbers long.
    """

    release: Callable[[World, str], object] = release_up
    accept: Callable[[World], object] = accept_releases
    forward: Callable[[World], object] = forward_passed
    settle: Callable[[World], object] = settle_messages
    renew: Callable[[World, NodeRow], object] = renew_lane


@dataclass(frozen=True, slots=True)
class Exchanging:
    """A node that exchanges.

    Args:
        late: A revoked node whose late entries a person takes on purpose; None for ordinary
            exchanges, which refuse it.
    """

    world: World
    book: Book
    packing: Packing
    outbox: Outbox
    follow: Follow = Follow()
    late: str | None = None

    def settle_arrivals(self) -> None:
        """Do what arrivals ask for; a repeat finds nothing to do."""
        self.follow.accept(self.world)
        self.follow.settle(self.world)
        self.follow.forward(self.world)
