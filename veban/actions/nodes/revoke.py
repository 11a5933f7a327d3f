"""Revoke a device (thu hồi máy): from now on it is neither heard nor told anything."""

from veban.actions.nodes.find_node import get_node
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.nodes.events import NodeRevoked, node_stream
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role

MAY_REVOKE = (Role.ADMIN, Role.MANAGER)


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

    def decide(writing: Writing) -> Decided:
        if not get_officer(writing, officer).has(*MAY_REVOKE):
            raise OfficerLacksRole(move="revoke", roles=[role.value for role in MAY_REVOKE])
        return Decided(revocation(world, writing, node, officer, reason), {"node": node})

    once(world, f"revoke:{node}:{world.random.token(8).hex()}", node, decide)


def revocation(world: World, writing: Writing, node: str, officer: str, reason: str) -> list[Step]:
    """Return the step that revokes a device; none where it is revoked already.

    Raises:
        NodeUnknown: no such device.
    """
    if get_node(writing, node).state == "revoked":
        return []
    stream = node_stream(node)
    reached, _ = world.journal.chains().get(node, (0, ""))
    version = len(writing.history(stream))
    revoked = NodeRevoked(node, reached, reason)
    return [Step(stream, version, [revoked], world.clock.now(), officer)]
