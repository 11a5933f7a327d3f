"""Make a restored or copied folder a node that may write again (máy ghi tiếp dưới tên mới)."""

import secrets
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from veban.actions.nodes.renew import begin_writer, is_begun
from veban.core.nodes.writers import new_writer
from veban.edges.folder.centre_folder import keep_card
from veban.wiring.node import Node


@dataclass(frozen=True, slots=True)
class Renewed:
    """A folder that goes on.

    Args:
        node: The peer, whose keys stayed.
        writer: Who writes from now on.
        reclaimed: How many dossiers it took back from its old self.
    """

    node: str
    writer: str
    reclaimed: int

    def as_json(self) -> dict[str, Any]:
        """Return the public answer."""
        return {"node": self.node, "writer": self.writer, "reclaimed": self.reclaimed}


def renew_node(folder: Path, opened: Node, why: str = "restored") -> Renewed:
    """Let a folder write under a new writer's name.

    The name stands in the card before anything is written under it. Should the power fail before
    all is told, the folder writes nothing else, and a repeat ends what was begun.

    Args:
        folder: The data folder.
        opened: The node as it is, open.
        why: ``restored`` or ``copied``.
    """
    card = opened.card
    if is_begun(opened.world):
        card = replace(card, writer=new_writer(card.node, secrets.token_bytes(4)))
        keep_card(folder, card)
    made = Node(replace(opened.opened, card=card))
    taken = begin_writer(made.world, why)
    return Renewed(card.node, made.world.me.node, taken)
