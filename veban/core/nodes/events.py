"""The devices of a unit (máy): added, joined, revoked; and the leases of numbers given to them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class NodeKind(StrEnum):
    """What a data folder is."""

    CENTRE = "centre"
    PROVINCE = "province"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class NodeFounded:
    """A node's first entry; whether it is for practice is said here for ever.

    Args:
        node: The node's id.
        unit: Its unit.
        kind: Centre, province or field laptop.
        public_key: Ed25519 public key, hex.
        recipient: age recipient to which files for the node are sealed.
        practice: Everything it prints says BẢN THỬ, and it joins only practice nodes.
    """

    TYPE: ClassVar[str] = "NodeFounded"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Lập máy"

    node: str
    unit: str
    kind: NodeKind
    public_key: str
    recipient: str
    practice: bool


@dataclass(frozen=True, slots=True)
class NodeInvited:
    """A centre expects a laptop, or a province a commune's node (mời máy); never the token itself.

    Args:
        kind: What is to join.
    """

    TYPE: ClassVar[str] = "NodeInvited"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Mời máy kết nối"

    node: str
    name: str
    unit: str
    officers: tuple[str, ...]
    kind: NodeKind = NodeKind.FIELD


@dataclass(frozen=True, slots=True)
class NodeJoined:
    """A laptop joined its centre with its own keys (máy đã kết nối)."""

    TYPE: ClassVar[str] = "NodeJoined"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Máy đã kết nối"

    node: str
    public_key: str
    recipient: str


@dataclass(frozen=True, slots=True)
class NodeRevoked:
    """A device may not speak to us any more (thu hồi máy).

    Args:
        node: Which.
        chain_seq: The last number of its chain that had reached us; what it signed up to
            there stays valid.
        reason: A code, for example ``lost``.
    """

    TYPE: ClassVar[str] = "NodeRevoked"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Thu hồi máy"

    node: str
    chain_seq: int
    reason: str


@dataclass(frozen=True, slots=True)
class NodeRecognised:
    """A restored centre took back a node that joined after the backup (nhận lại máy).

    Args:
        node: Which.
        public_key: The key that our own earlier entries name, and that signed its file.
    """

    TYPE: ClassVar[str] = "NodeRecognised"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Nhận lại máy sau khi khôi phục"

    node: str
    public_key: str


def node_stream(node: str) -> str:
    """Return the stream of a device."""
    return f"node/{node}"


def recognised_stream(node: str) -> str:
    """Return the stream of the acts by which a node was taken back; only its centre writes it."""
    return f"recognised/{node}"
