"""Report a laptop lost (báo mất máy): revoke it and take back its dossiers, in one act."""

from dataclasses import dataclass
from datetime import datetime

from veban.actions.nodes.find_node import get_node
from veban.actions.nodes.revoke import revocation
from veban.actions.once import Decided, once
from veban.actions.people.find_officer import get_officer
from veban.actions.ports import Step, World, Writing
from veban.core.dossiers.codes import CLOSED
from veban.core.dossiers.events import HolderReclaimed, Words
from veban.core.dossiers.state import Dossier, fold
from veban.core.dossiers.typed import check_key
from veban.core.nodes.rows import NodeRow
from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.core.shared.local_time import format_instant
from veban.core.shared.refused import Refused

REASONS = {
    "lost": "Báo mất máy",
    "stolen": "Báo máy bị lấy cắp",
    "broken": "Máy hỏng, không mở được",
}


class NodeNotLost(Refused):
    """The device is none that can be lost: a centre's, or it never joined."""

    code = "node.not_a_laptop"


@dataclass(frozen=True, slots=True)
class LostReport:
    """Somebody says that a laptop is gone.

    Args:
        key: Made where it was typed; a repeat is the same report.
        node: The laptop's id.
        officer: Who reports it; a manager.
        reason: A key of ``REASONS``.
        note: What happened, in words.
    """

    key: str
    node: str
    officer: str
    reason: str = "lost"
    note: str = ""


def report_lost(world: World, report: LostReport) -> dict[str, object]:
    """Revoke a laptop and become the holder of every open dossier that it held.

    What had reached this node stays valid. A repeat under another key takes back what has
    turned up since.

    Returns:
        ``node``, ``state``, and ``reclaimed``: the codes of the dossiers taken back.

    Raises:
        NodeUnknown: no such device.
        NodeNotLost: it is no laptop, or never joined.
        OfficerLacksRole: only a manager reports a loss, since dossiers change their holder.
    """
    check_key(report.key)
    content = [report.node, report.officer, report.reason, report.note]
    return once(world, report.key, content, lambda writing: _decide(world, writing, report))


def _decide(world: World, writing: Writing, report: LostReport) -> Decided:
    if not get_officer(writing, report.officer).has(Role.MANAGER):
        raise OfficerLacksRole(move="report_lost", roles=[Role.MANAGER.value])
    row = get_node(writing, report.node)
    if not is_laptop(world, row):
        raise NodeNotLost(node=report.node)
    now = world.clock.now()
    steps = revocation(world, writing, report.node, report.officer, report.reason)
    held = [fold(writing.history(stream)) for stream in world.work.held_by(report.node)]
    taken = [dossier for dossier in held if dossier is not None and _is_open(dossier)]
    steps += [_reclaim(dossier, report, now) for dossier in taken]
    codes = sorted(dossier.code for dossier in taken)
    return Decided(
        steps,
        {
            "node": report.node,
            "state": "revoked",
            "at": format_instant(now),
            "reclaimed": codes,
        },
    )


def is_laptop(world: World, row: NodeRow) -> bool:
    """Tell whether a device is a laptop that joined."""
    return row.kind == "field" and row.public_key is not None and row.node != world.me.speaks_as


def _is_open(dossier: Dossier) -> bool:
    return dossier.state not in CLOSED and not dossier.erased


def _reclaim(dossier: Dossier, report: LostReport, at: datetime) -> Step:
    words = ". ".join(filter(None, (REASONS[report.reason], report.note)))
    event = HolderReclaimed(Words(words))
    return Step(dossier.stream, dossier.version, [event], at, report.officer)
