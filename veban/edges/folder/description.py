"""What a folder says about its node in the clear (node.json): nothing secret, nobody's name."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from veban.actions.ports import NodeIdentity
from veban.core.nodes.events import NodeKind
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape, write_shape
from veban.edges.folder.refusals import FolderMissing, FolderNeedsUpdate
from veban.edges.folder.whole_files import write_whole

FILE = "node.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class CentreAddress:
    """The centre of a field node.

    Args:
        node: Its id.
        url: Where it was reached last.
        public_key: Its Ed25519 key, hex.
        recipient: Its age recipient.
    """

    node: str
    url: str
    public_key: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Description:
    """Which node lives in the folder.

    Args:
        node: Its id.
        unit: Its unit.
        kind: Centre, province or field laptop.
        practice: Everything it prints says BẢN THỬ.
        database: Address of a PostgreSQL database; None keeps a file in the folder.
        centre: The centre of a field node.
    """

    node: str
    unit: str
    kind: NodeKind
    practice: bool
    database: str | None = None
    centre: CentreAddress | None = None
    format: int = FORMAT

    @property
    def identity(self) -> NodeIdentity:
        """Return who the node is, as use cases know it."""
        centre = self.centre.node if self.centre else None
        return NodeIdentity(self.node, self.unit, self.kind, self.practice, centre)


def write_description(folder: Path, description: Description) -> None:
    """Write who lives in the folder; from then on it is a node's."""
    text = json.dumps(write_shape(description), indent=1, ensure_ascii=False)
    # A database address may hold a password.
    write_whole(folder / FILE, text.encode(), private=True)


def read_description(folder: Path) -> Description:
    """Read who lives in the folder.

    Raises:
        FolderMissing: there is no node in it, or its description is damaged.
        FolderNeedsUpdate: a newer program made it.
    """
    try:
        data: Any = json.loads((folder / FILE).read_text(encoding="utf-8"))
        if int(data["format"]) > FORMAT:
            raise FolderNeedsUpdate(folder=folder.name)
        return read_shape(Description, data)
    except FolderNeedsUpdate:
        raise
    except (OSError, ValueError, KeyError, TypeError, Refused) as problem:
        raise FolderMissing(folder=folder.name) from problem
