"""A centre's data folder (thư mục dữ liệu của Trung tâm): who the node is, its keys, its files.

The machine it stands on is the centre's own and is locked by its system; a laptop's folder is
another matter.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from veban.core.shared.refused import Refused
from veban.edges.folder.whole_files import private_folder, write_whole
from veban.edges.keys.node_keys import NodeKeys


class NodeMissing(Refused):
    """The folder holds no node."""

    code = "node.missing"


class NodeExists(Refused):
    """The folder holds a node already."""

    code = "node.exists"


class NodeDamaged(Refused):
    """The folder's own description cannot be read; nothing in it is touched."""

    code = "node.damaged"


@dataclass(frozen=True, slots=True)
class NodeCard:
    """What ``node.json`` says.

    Args:
        node: The node's id.
        unit: Its unit.
        kind: ``centre``, ``province`` or ``field``.
        practice: For practice, for ever.
        database: Address of a PostgreSQL database; None for the file in the folder.
        address: Public address of tracking; empty where nobody said one.
        centre: The centre of a laptop.
        centre_url: Where the centre was reached last.
        centre_recipient: The centre's age recipient, for the way back to a forgotten phrase.
        backup_to: Where rolling backups go, a second disk or a stick; empty: nowhere yet.
        writer: Who writes since the folder was restored or copied; empty: the node itself.
    """

    node: str
    unit: str
    kind: str
    practice: bool
    database: str | None = None
    address: str = ""
    centre: str | None = None
    centre_url: str = ""
    centre_recipient: str = ""
    writer: str = ""
    backup_to: str = ""


CARD, KEYS = "node.json", "keys.json"


class CentreFolder:
    """A folder with a node in it.

    Args:
        path: The folder.

    Raises:
        NodeMissing: nothing was founded there.
        NodeDamaged: what describes the node cannot be read.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            card = json.loads((path / CARD).read_text(encoding="utf-8"))
            self.card = NodeCard(**card)
        except (FileNotFoundError, NotADirectoryError) as problem:
            raise NodeMissing(folder=str(path)) from problem
        except (ValueError, TypeError) as problem:
            raise NodeDamaged(folder=str(path), file=CARD) from problem

    def keys(self) -> NodeKeys:
        return NodeKeys.from_bytes((self.path / KEYS).read_bytes())


def prepare_centre_folder(path: Path) -> NodeKeys:
    """Make a folder with keys; those of a founding that broke off are used again.

    Raises:
        NodeExists: a node is there already.
    """
    if (path / CARD).exists():
        raise NodeExists(folder=str(path))
    private_folder(path)
    if not (path / KEYS).exists():
        write_whole(path / KEYS, NodeKeys.generate().to_bytes(), private=True)
    return NodeKeys.from_bytes((path / KEYS).read_bytes())


def keep_card(path: Path, card: NodeCard) -> None:
    """Make the folder a node: its card comes last."""
    write_whole(path / CARD, json.dumps(asdict(card), indent=1).encode(), private=True)
