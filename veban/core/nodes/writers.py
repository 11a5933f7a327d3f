"""A node that was restored or copied goes on under a new writer's name (người ghi mới).

Other nodes speak to the *peer*, whose keys stay; entries are numbered for the *writer*. So a
folder that is behind what it had already written begins a chain of its own, and no number is
given to two entries.
"""

import re
from dataclasses import dataclass
from typing import ClassVar

_RENEWED = re.compile(r"-r[0-9a-f]{8}$")


@dataclass(frozen=True, slots=True)
class NodeRenewed:
    """A node's folder was restored or copied; from now on another writer writes for it.

    The writer says it in a stream of its own, and the centre that hears it in the node's.

    Args:
        node: The peer, whose keys stay as they are.
        writer: Who writes from now on.
        before: Who wrote before.
        why: ``restored`` or ``copied``; ``heard`` where the centre says it.
    """

    TYPE: ClassVar[str] = "NodeRenewed"
    SCHEMA: ClassVar[int] = 1
    NAME: ClassVar[str] = "Máy được khôi phục, ghi tiếp dưới tên mới"

    node: str
    writer: str
    before: str
    why: str


def writer_stream(writer: str) -> str:
    """Return the stream in which a new writer says that it goes on; nobody else writes there.

    Two copies of one folder both begin a writer, so they must not need the same place.
    """
    return f"writer/{writer}"


def new_writer(peer: str, chance: bytes) -> str:
    """Return the name of a new writer of a peer.

    Args:
        peer: The peer.
        chance: Four random bytes: two copies of one folder must not choose alike.

    Example:
        >>> new_writer("may-01", bytes(4))
        'may-01-r00000000'
    """
    return f"{peer}-r{chance[:4].hex()}"


def peer_of(writer: str) -> str:
    """Return the peer for whom a writer writes.

    Example:
        >>> peer_of("may-01-r00000000"), peer_of("may-01")
        ('may-01', 'may-01')
    """
    return _RENEWED.sub("", writer)
