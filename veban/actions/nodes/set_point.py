"""Make a laptop a reception point, or end it (lập, thôi điểm tiếp nhận): an entry that travels."""

from dataclasses import dataclass
from typing import Any

from veban.actions.nodes.find_node import get_node
from veban.actions.nodes.revoke import MAY_REVOKE
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Histories, Step, World, Writing
from veban.core.dossiers.typed import check_key
from veban.core.journal.event import Event
from veban.core.nodes.events import NodeKind
from veban.core.nodes.points import (
    NoPointHere,
    PointEnded,
    PointRow,
    PointSet,
    clean_point,
    point_rows,
    point_stream,
)
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import OfficerLacksRole

INVITING = "node"
"""Who acts where a laptop is invited as a point: the machine itself, as with the invitation."""


@dataclass(frozen=True, slots=True)
class PointPlan:
    """Which laptop stays where.

    Args:
        key: Made where it was typed; a repeat returns the first answer.
        node: The laptop.
        officer: Who says so: an administrator or a manager, or ``INVITING``.
        point: What people call the place.
        area: The village or former commune; empty where it goes without saying.
    """

    key: str
    node: str
    officer: str
    point: str = ""
    area: str = ""


def set_point(world: World, plan: PointPlan) -> dict[str, Any]:
    """Record that a laptop is a reception point, or what it is called from now on.

    Returns:
        ``node``, ``point`` and ``area``.

    Raises:
        PointNameWrong: the name is empty or too long.
        NodeUnknown, NoPointHere: there is no such laptop, it was revoked, or this is a laptop.
        OfficerLacksRole: only an administrator or a manager names points.
    """
    point, area = clean_point(plan.point), clean_point(plan.area) if plan.area.strip() else None

    def decide(writing: Writing) -> Decided:
        row = _checked(world, writing, plan)
        body = {"node": plan.node, "point": point, "area": area}
        known = find_point(writing, plan.node)
        if known and (known.point, known.area or None) == (point, area):
            return Decided([], body)
        return Decided(
            [_step(world, writing, plan, PointSet(row.node, row.unit, point, area))], body
        )

    check_key(plan.key)
    return once(world, plan.key, ["point", plan.node, plan.officer, point, area], decide)


def end_point(world: World, plan: PointPlan) -> dict[str, Any]:
    """Record that a laptop is no reception point any more; twice is once.

    Raises:
        NodeUnknown, NoPointHere, OfficerLacksRole: as in :func:`set_point`.
    """

    def decide(writing: Writing) -> Decided:
        _checked(world, writing, plan)
        body = {"node": plan.node, "point": None, "area": None}
        if find_point(writing, plan.node) is None:
            return Decided([], body)
        return Decided([_step(world, writing, plan, PointEnded(plan.node))], body)

    check_key(plan.key)
    return once(world, plan.key, ["end point", plan.node, plan.officer], decide)


def find_point(histories: Histories, node: str) -> PointRow | None:
    """Return the reception point that a laptop is; None where it is none."""
    stream = point_stream(node)
    return next(iter(point_rows(stream, histories.history(stream))), None)


def _checked(world: World, writing: Writing, plan: PointPlan) -> NodeRow:
    if plan.officer != INVITING and not get_officer(writing, plan.officer).has(*MAY_REVOKE):
        raise OfficerLacksRole(move="point", roles=[role.value for role in MAY_REVOKE])
    row = get_node(writing, plan.node)
    is_laptop = row.kind == NodeKind.FIELD.value and row.state != "revoked"
    if world.me.kind is NodeKind.FIELD or not is_laptop:
        raise NoPointHere(node=plan.node)
    return row


def _step(world: World, writing: Writing, plan: PointPlan, event: Event) -> Step:
    stream = point_stream(plan.node)
    version = len(writing.history(stream))
    return Step(stream, version, [event], world.clock.now(), plan.officer)
