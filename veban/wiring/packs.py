"""Round packs as files of a node (gói của đợt): made at the centre, opened on the laptop."""

import json
from pathlib import Path
from typing import IO

from veban.actions.exchange.make_pack import Ground, make_pack
from veban.actions.exchange.open_pack import OpenedPack, open_pack
from veban.core.shared.canonical import canonical
from veban.core.shared.shape import write_shape
from veban.edges.folder.whole_files import write_whole
from veban.edges.rulebook.shipped import law_digest
from veban.edges.transport.bundle_files import write_bundle
from veban.exchange.pack import PackHead, read_pack_head
from veban.wiring.node import Node

LAST_PACK = "pack.json"
"""The head of the pack opened last; it names no person."""


def write_pack(node: Node, round_id: str, path: Path) -> tuple[PackHead, int]:
    """Make the pack of a round; return its head and how many bytes the file has.

    Raises:
        RoundUnknown, PeerUnknown, PeerRevoked, PackIncomplete: no file was made.
    """
    ground = Ground(law_digest(), node.journal.unplaced())
    pack = make_pack(node.exchange.x, round_id, ground)
    path.parent.mkdir(parents=True, exist_ok=True)
    return pack.head, write_bundle(path, pack.parts)


def read_pack(node: Node, file: IO[bytes]) -> OpenedPack:
    """Open a pack and remember its head.

    Raises:
        Refused: nothing of it was taken.
    """
    opened = open_pack(node.exchange.x, file)
    write_whole(node.folder / LAST_PACK, canonical(write_shape(opened.head)))
    return opened


def last_pack(node: Node) -> PackHead | None:
    """Return the head of the pack opened here last; None where none was."""
    path = node.folder / LAST_PACK
    return read_pack_head(json.loads(path.read_bytes())) if path.is_file() else None
