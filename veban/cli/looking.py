"""Record that a command shows persons (ghi lượt xem dữ liệu cá nhân từ dòng lệnh)."""

from datetime import UTC, datetime

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.core.nodes.events import NodeKind
from veban.core.people.looks import COMMAND_LINE, Look, LookAt
from veban.store.looks.looks import record_look
from veban.wiring.node import Node
from veban.wiring.opening import opening_of_environment


def note_command(node: Node, what: LookAt, subject: str, count: int = 1) -> None:
    """Note the look before anything is written; at a laptop the officer who opened it looks."""
    is_field = node.world.me.kind is NodeKind.FIELD
    opening = opening_of_environment() if is_field else None
    officer = opening.officer if opening else COMMAND_LINE
    record_look(node.alias, Look(datetime.now(UTC), officer, what, subject, count))
