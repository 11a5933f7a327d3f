"""Make the node of a commune that stands behind the province's (kết nối máy của xã với tỉnh)."""

from dataclasses import dataclass
from pathlib import Path

from veban.actions.nodes.join import begin_node
from veban.cli.calling import exchange_with_centre
from veban.cli.joining import Joined, ask_to_join
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import (
    NodeCard,
    keep_card,
    prepare_centre_folder,
)
from veban.wiring.node import Node, centre_parts, database_address


@dataclass(frozen=True, slots=True)
class JoiningCentre:
    """What ``veban centre join`` was told.

    Args:
        url: Address of the province's node.
        token: The token it gave.
        database: Address of a PostgreSQL database; None for a file in the folder.
        address: Public address of tracking; empty for the province's.
    """

    url: str
    token: str
    database: str | None = None
    address: str = ""


def join_province(folder: Path, asked: JoiningCentre) -> Joined:
    """Make a commune's node; joining that broke off is finished by a repeat, with the same keys.

    Raises:
        NodeExists: a node is there already.
        DatabaseAddressWrong: it is not the address of a PostgreSQL database.
        TokenWrong: the token is misspelt, used up, too old, of another centre, or for a laptop.
        CentreUnreachable: nobody answers at the address.
    """
    if asked.database:
        database_address(asked.database)
    keys = prepare_centre_folder(folder)
    url = asked.url.rstrip("/")
    answer = ask_to_join(url, asked.token, keys, "", NodeKind.CENTRE)
    card = NodeCard(
        answer.node,
        answer.unit,
        answer.kind.value,
        answer.practice,
        database=asked.database,
        address=asked.address.rstrip("/") or url,
        centre=answer.centre,
        centre_url=url,
        centre_recipient=answer.centre_recipient,
    )
    node = Node(centre_parts(folder, card, keys))
    begin_node(node.world, answer)
    keep_card(folder, card)
    return Joined(node, exchange_with_centre(node, url))
