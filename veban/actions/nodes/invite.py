"""Invite a laptop (mời máy lưu động): an entry with its team, and a token that is not in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from veban.actions.nodes.add_unit import UnitFounding, add_unit
from veban.actions.numbers.lease import check_lane_left
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.nodes.events import NodeInvited, NodeKind, node_stream
from veban.core.shared.refused import Refused
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


class UnitHasNode(Refused):
    """The unit has a node of its own, or is this node's: nothing more is invited for it here."""

    code = "unit.has_node"


def invite_node(
    world: World,
    invitations: Invitations,
    name: str,
    officers: Sequence[str],
    unit: str | None = None,
) -> dict[str, str]:
    """Expect a laptop with a team.

    Args:
        world: The centre.
        invitations: Where the token is kept.
        name: What people call the laptop.
        officers: Codes of its team, each known here.
        unit: The unit it receives for; None for this node's own.

    Returns:
        The public answer: ``node`` and ``token``.

    Raises:
        OfficerUnknown: nobody has one of the codes.
        NoLaneLeft: it would get no numbers to receive with.
        UnitHasNode: the unit's own node invites its laptops.
    """
    unit = unit or world.me.unit
    if world.work.centres().get(unit, world.me.speaks_as) != world.me.speaks_as:
        raise UnitHasNode(unit=unit)
    check_lane_left(world, unit)
    node = f"may-{world.random.token(ID_BYTES).hex()}"
    event = NodeInvited(node, name, unit, tuple(officers))
    return _invite(world, invitations, event)


def invite_centre(
    world: World, invitations: Invitations, name: str, founding: UnitFounding
) -> dict[str, str]:
    """Expect the node of a commune; its unit's settings are said here, and go down to it.

    Args:
        world: The province.
        invitations: Where the token is kept.
        name: What people call it.
        founding: Its unit, with mode and agency code.

    Returns:
        The public answer: ``node`` and ``token``.

    Raises:
        UnitUnknown: the unit is not in the catalogue.
        AgencyCodeWrong: the agency code has another shape.
        UnitHasNode: it has a node already, or is this node's own unit.
    """
    if founding.unit == world.me.unit or founding.unit in world.work.centres():
        raise UnitHasNode(unit=founding.unit)
    add_unit(world, founding)
    node = f"tt-{world.random.token(ID_BYTES).hex()}"
    event = NodeInvited(node, name, founding.unit, (), NodeKind.CENTRE)
    return _invite(world, invitations, event)


def _invite(world: World, invitations: Invitations, event: NodeInvited) -> dict[str, str]:
    node = event.node

    def decide(writing: Writing) -> Decided:
        for code in event.officers:
            get_officer(writing, code)
        return Decided([Step(node_stream(node), 0, [event], world.clock.now(), "node")], {})

    once(world, f"invite:{node}", node, decide)
    token = Token(world.random.token(SECRET_BYTES), fingerprint_of(world.keys.public_key))
    invitations.keep(Invitation(token.mark, token.secret, node, world.clock.now() + VALID))
    return {"node": node, "token": str(token)}
