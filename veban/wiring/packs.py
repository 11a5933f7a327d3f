"""Round packs as files of a node (gói của đợt): made at the centre, opened on the laptop."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from veban.actions.exchange.make_pack import Ground, make_pack
from veban.actions.exchange.open_pack import OpenedPack, open_pack
from veban.actions.numbers.blank_slips import NODE_ACTS, PrintBlanks, print_blanks
from veban.actions.rounds.lay_roster import get_round
from veban.core.shared.canonical import canonical
from veban.core.shared.shape import write_shape
from veban.edges.folder.whole_files import write_parts, write_whole
from veban.edges.rulebook.shipped import law_digest
from veban.exchange.pack import PackHead, read_pack_head
from veban.wiring.node import Node

LAST_PACK = "pack.json"
"""The head of the pack opened last; it names no person."""

PACKS = "packs"
"""Where a centre keeps the packs made on its pages, until nobody fetched them for long."""


def write_pack(node: Node, round_id: str, path: Path) -> tuple[PackHead, int]:
    """Make the pack of a round in a folder that is there; return its head and size in bytes.

    Raises:
        RoundUnknown, PeerUnknown, PeerRevoked, PackIncomplete: no file was made.
    """
    ground = Ground(law_digest(), node.journal.unplaced())
    pack = make_pack(node.exchange.x, round_id, ground)
    return pack.head, write_parts(path, pack.parts)


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


def blanks_of_pack(
    node: Node, head: PackHead, count: int, officer: str = NODE_ACTS
) -> dict[str, Any]:
    """Set numbers of this laptop's lane aside for the blank slips of a round's pack.

    The same pack and count give the same numbers, so that a sheet that jammed, or a button
    pressed twice, costs none.

    Raises:
        LaneNotForDay, NoBlanksLeft: no numbers were set aside.
    """
    me = node.world.me.node
    key = f"pack-blanks:{me}:{head.round}:{head.made_at.isoformat()}:{count}"
    return print_blanks(node.world, PrintBlanks(key, me, count, officer))


@dataclass(frozen=True, slots=True)
class KeptPack:
    """A pack that lies ready at the centre: its head, its file and how many bytes that has."""

    head: PackHead
    path: Path
    bytes: int


def keep_pack(node: Node, round_id: str) -> KeptPack:
    """Make the pack of a round and keep it in the folder; the one made before it goes.

    What is kept is sealed to the laptop, so nothing personal lies there in the clear.

    Raises:
        RoundUnknown, PeerUnknown, PeerRevoked, PackIncomplete: no file was made.
    """
    folder, before = node.folder / PACKS, kept_pack(node, round_id)
    # A name of its own: two people may make the same pack at the same moment.
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{round_id}.{node.world.random.token(8).hex()}.veban"
    head, size = write_pack(node, round_id, path)
    told = {"file": path.name, "bytes": size, "head": write_shape(head)}
    write_whole(folder / f"{round_id}.json", canonical(told))
    if before is not None:
        before.path.unlink(missing_ok=True)
    return KeptPack(head, path, size)


def kept_pack(node: Node, round_id: str) -> KeptPack | None:
    """Return the pack of a round that lies ready; None where none does."""
    told = node.folder / PACKS / f"{round_id}.json"
    if not told.is_file():
        return None
    known = json.loads(told.read_bytes())
    path = told.with_name(known["file"])
    return KeptPack(read_pack_head(known["head"]), path, known["bytes"]) if path.is_file() else None


def drop_packs(node: Node) -> int:
    """Remove the packs of rounds that are over, whose rosters are to be erased; return how many."""
    dropped = 0
    for told in (node.folder / PACKS).glob("*.json"):
        if get_round(node.world.journal, told.stem).closed:
            for path in (*told.parent.glob(f"{told.stem}.*.veban"), told):
                path.unlink(missing_ok=True)
            dropped += 1
    return dropped
