"""Revoke a device (thu hồi máy): from now on it is neither heard nor told anything."""

from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.nodes.events import NodeRevoked, node_stream
from veban.core.nodes.rows import node_rows
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused

MAY_REVOKE = (Role.ADMIN, Role.MANAGER)


class NodeUnknown(Refused):
    """No device has this id here."""

    code = "node.unknown"


def revoke_node(world: World, node: str, officer: str, reason: str) -> None:
    """Write that a device may not speak to us any more; twice is once.

    What had reached this node from the device before stays valid.

    Args:
        world: The centre.
        node: The device's id.
        officer: Who revokes.
        reason: A code, for example ``lost``.

    Raises:
        NodeUnknown: no such device.
        OfficerLacksRole: only an administrator or a manager revokes.
    """
    stream = node_stream(node)

    def decide(writing: Writing) -> Decided:
        if not get_officer(writing, officer).has(*MAY_REVOKE):
            raise OfficerLacksRole(move="revoke", roles=[role.value for role in MAY_REVOKE])
        history = writing.history(stream)
        rows = node_rows(stream, history)
        if not rows:
            raise NodeUnknown(node=node)
        if rows[0].state == "revoked":
            return Decided([], {"node": node})
        reached, _ = world.journal.chains().get(node, (0, ""))
        revoked = NodeRevoked(node, reached, reason)
        return Decided(
            [Step(stream, len(history), [revoked], world.clock.now(), officer)], {"node": node}
        )

    once(world, f"revoke:{node}:{world.random.token(8).hex()}", node, decide)
