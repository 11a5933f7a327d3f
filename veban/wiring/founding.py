"""Found a node (lập máy): an empty data folder becomes a centre."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.nodes.found import Founding, check_founding, found_centre
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import (
    NodeCard,
    keep_card,
    prepare_centre_folder,
)
from veban.store.databases.opening import DatabaseNotEmpty
from veban.wiring.node import Node, centre_parts, database_address, shipped_rules


@dataclass(frozen=True, slots=True)
class NewCentre:
    """What ``veban init`` was told.

    Args:
        unit: Five-digit code, or the province's.
        kind: Centre or province.
        founding: Mode and agency code.
        practice: For practice, for ever.
        database: Address of a PostgreSQL database; None for a file in the folder.
        address: Public address of tracking, without a slash at its end.
    """

    unit: str
    kind: NodeKind
    founding: Founding
    practice: bool = False
    database: str | None = None
    address: str = ""


def found_node(folder: Path, new: NewCentre) -> Node:
    """Make a data folder with an empty node of the shipped law.

    The node's id comes from its key, so a founding that broke off is finished by a repeat.

    Raises:
        NodeExists: a node is there already.
        UnitUnknown: the unit is not in the catalogue.
        DatabaseAddressWrong: it is not the address of a PostgreSQL database.
        DatabaseNotEmpty: the database belongs to another node.
    """
    check_founding(shipped_rules(), new.unit, new.founding)
    if new.database:
        database_address(new.database)
    keys = prepare_centre_folder(folder)
    node = f"tt-{sha256(bytes.fromhex(keys.public_key)).hexdigest()[:10]}"
    card = NodeCard(node, new.unit, new.kind.value, new.practice, new.database, new.address)
    made = Node(centre_parts(folder, card, keys))
    chains = made.journal.chains()
    if chains and node not in chains:
        raise DatabaseNotEmpty()
    found_centre(made.world, new.founding)
    keep_card(folder, card)
    return made
