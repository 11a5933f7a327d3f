"""What a use case of exchange works with: the node, its book, its outbox, what follows."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from veban.actions.dossiers.forward import forward_passed
from veban.actions.dossiers.release import accept_releases, release_ready
from veban.actions.dossiers.settle import settle_messages
from veban.actions.numbers.lease import renew_lane
from veban.actions.people.accounts import Accounts
from veban.actions.ports import World
from veban.actions.ports_exchange import Book, Outbox, Packing
from veban.core.journal.refusals import ClockBehind
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


def unless_clock_behind(*acts: Callable[[], object]) -> str | None:
    """Do what is to be written of itself around an exchange, each act for itself.

    Nothing waits for it: what was written before goes up and comes down all the same, and a
    later exchange makes good what could not be written now.

    Returns:
        The refusal's code where the clock is behind the last entry; None where all was done.
    """
    held_up = None
    for act in acts:
        try:
            act()
        except ClockBehind as refusal:
            held_up = refusal.code
    return held_up


@dataclass(frozen=True, slots=True)
class Exchanging:
    """A node that exchanges.

    Args:
        late: A revoked node whose late entries a person takes on purpose; None for ordinary
            exchanges, which refuse it.
        accounts: Of this node, for the invites of a laptop's officers; None: nobody signs in.
    """

    world: World
    book: Book
    packing: Packing
    outbox: Outbox
    follow: Follow = Follow()
    late: str | None = None
    accounts: Accounts | None = None

    def settle_arrivals(self) -> str | None:
        """Do what arrivals ask for; a repeat finds nothing to do.

        Returns:
            Why it was left for later: the refusal's code where the clock is behind.
        """
        follow = self.follow
        acts = (follow.accept, follow.settle, follow.forward)
        return unless_clock_behind(*(partial(act, self.world) for act in acts))
