"""Invite a laptop (mời máy lưu động): an entry with its team, and a token that is not in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from veban.actions.numbers.lease import check_lane_left
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.nodes.events import NodeInvited, node_stream
from veban.exchange.token import SECRET_BYTES, Token, fingerprint_of

VALID = timedelta(hours=24)
ID_BYTES = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    """An open invitation as the centre keeps it, outside the journal.

    Args:
        mark: Names it.
        secret: What the request must be proved with.
        node: The laptop's id.
        until: When it ends.
        used_by: The public key that joined with it; None while nobody has.
    """

    mark: str
    secret: bytes
    node: str
    until: datetime
    used_by: str | None = None


class Invitations(Protocol):
    """Where a centre keeps its open invitations."""

    def keep(self, invitation: Invitation) -> None:
        """Keep an invitation, or replace the one with its mark."""
        ...

    def find(self, mark: str) -> Invitation | None:
        """Return an invitation."""
        ...


def invite_node(
    world: World, invitations: Invitations, name: str, officers: Sequence[str]
) -> dict[str, str]:
    """Expect a laptop with a team.

    Args:
        world: The centre.
        invitations: Where the token is kept.
        name: What people call the laptop.
        officers: Codes of its team, each known here.

    Returns:
        The public answer: ``node`` and ``token``.

    Raises:
        OfficerUnknown: nobody has one of the codes.
        NoLaneLeft: it would get no numbers to receive with.
    """
    check_lane_left(world)
    node = f"may-{world.random.token(ID_BYTES).hex()}"
    stream = node_stream(node)
    event = NodeInvited(node, name, world.me.unit, tuple(officers))

    def decide(writing: Writing) -> Decided:
        for code in officers:
            get_officer(writing, code)
        return Decided([Step(stream, 0, [event], world.clock.now(), "node")], {})

    once(world, f"invite:{node}", node, decide)
    token = Token(world.random.token(SECRET_BYTES), fingerprint_of(world.keys.public_key))
    invitations.keep(Invitation(token.mark, token.secret, node, world.clock.now() + VALID))
    return {"node": node, "token": str(token)}
