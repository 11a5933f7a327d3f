"""What a node lets go of after a round (lưu và xóa sau đợt), by hand or by its tick.

Each node erases what is its own to erase: the centre the rosters, a laptop the scans on it.
"""

from veban.actions.rounds.erase_scans import erase_scans
from veban.actions.rounds.retain import erase_rosters
from veban.core.nodes.events import NodeKind
from veban.core.rounds.retention import DAYS_KEPT
from veban.store.closed_rounds import list_closed_rounds, list_rounds_with_roster
from veban.wiring.node import Node


def run_retention(node: Node, days: int = DAYS_KEPT) -> dict[str, int]:
    """Erase what a verified backup of the centre lets go of; a repeat finds nothing.

    Args:
        node: An open node.
        days: How many days after a round's closing.

    Returns:
        ``rosters_erased``, and ``scans_erased`` as a count of files.
    """
    x = node.exchange.x
    if node.world.me.kind is not NodeKind.FIELD:
        rounds = list_rounds_with_roster(node.alias)
        return {"rosters_erased": erase_rosters(x, rounds, days), "scans_erased": 0}
    erased = erase_scans(x, list_closed_rounds(node.alias), days)
    node.sweep_files()
    return {"rosters_erased": 0, "scans_erased": erased}
