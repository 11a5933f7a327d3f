"""Holder and desk in words (nơi xử lý, nơi giữ hồ sơ giấy), and what is on its way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from veban.core.dossiers.events import HolderReleased
from veban.core.journal.history import Placed
from veban.core.nodes.writers import peer_of
from veban.core.people.scope import Scope
from veban.store.queries.nodes import list_nodes, list_points
from veban.web.serving import Node


@dataclass(frozen=True, slots=True)
class Transit:
    """A dossier that was released and not yet accepted: since when, from whom, to whom."""

    since: datetime
    giver: str
    taker: str


def find_transit(node: Node, names: Mapping[str, str], history: Sequence[Placed]) -> Transit | None:
    """Return the last release of a dossier; None where it was never released."""
    for step in reversed(history):
        if isinstance(step.event, HolderReleased):
            giver = node_name(node, names, step.header.node)
            return Transit(step.header.occurred_at, giver, node_name(node, names, step.event.to))
    return None


def node_names(node: Node, scope: Scope) -> dict[str, str]:
    """Return what people call the devices of a scope: a reception point by its place."""
    names = {row.node: row.name for row in list_nodes(node.alias, scope)}
    return names | {row.node: row.title for row in list_points(node.alias, scope)}


def node_name(node: Node, names: Mapping[str, str], wanted: str | None) -> str:
    """Return what people call a node."""
    if wanted is None:
        return _("Không có (hồ sơ lịch sử)")
    me = node.world.me
    if peer_of(wanted) == (me.centre or me.speaks_as):
        return _("Trung tâm")
    if wanted == me.node:
        return _("Máy này")
    return names.get(wanted) or wanted


def desk_words(desk: str, names: Mapping[str, str]) -> str:
    """Return where the paper is, in words.

    Args:
        desk: ``officer:CODE``, ``node:ID``, ``bag:NUMBER``, ``missing:NUMBER``, ``citizen`` or
            free words.
        names: Officers' and devices' names by code.
    """
    if desk == "citizen":
        return _("Người dân")
    kind, _colon, rest = desk.partition(":")
    match kind:
        case "officer" | "node":
            return names.get(rest) or rest
        case "bag":
            return _("Túi %(number)s") % {"number": rest}
        case "missing":
            return _("Thất lạc: không thấy trong túi %(number)s") % {"number": rest}
        case _:
            return desk
