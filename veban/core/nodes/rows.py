"""Devices as pages and exchange see them, folded from each device's stream."""

from collections.abc import Sequence
from dataclasses import dataclass

from veban.core.journal.history import Placed
from veban.core.nodes.events import NodeFounded, NodeInvited, NodeJoined, NodeRevoked
from veban.core.nodes.writers import NodeRenewed


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A device: who it is, its keys, whether it still may speak.

    ``state`` is ``invited``, ``joined`` or ``revoked``; ``officers`` are codes with spaces;
    ``writer`` is who writes for it.
    """

    stream: str
    node: str
    name: str
    unit: str
    kind: str
    state: str
    public_key: str | None
    recipient: str | None
    officers: str
    practice: bool
    revoked_after_seq: int | None
    writer: str


def node_rows(stream: str, history: Sequence[Placed]) -> tuple[NodeRow, ...]:
    """Fold a device's stream."""
    node = name = unit = officers = ""
    kind, state, practice = "field", "invited", False
    public_key = recipient = revoked_after = None
    writer = ""
    for step in history:
        match step.event:
            case NodeFounded() as event:
                node, unit, kind = event.node, event.unit, event.kind.value
                public_key, recipient = event.public_key, event.recipient
                practice, state = event.practice, "joined"
            case NodeInvited() as event:
                node, name, unit = event.node, event.name, event.unit
                kind = event.kind.value
                officers = " ".join(event.officers)
            case NodeJoined() as event:
                public_key, recipient, state = event.public_key, event.recipient, "joined"
            case NodeRenewed(writer=new):
                writer = new
            case NodeRevoked() as event:
                revoked_after, state = event.chain_seq, "revoked"
    if not node:
        return ()
    return (
        NodeRow(
            stream,
            node,
            name,
            unit,
            kind,
            state,
            public_key,
            recipient,
            officers,
            practice,
            revoked_after,
            writer or node,
        ),
    )
