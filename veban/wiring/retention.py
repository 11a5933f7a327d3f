"""What a node lets go of after a round (lưu và xóa sau đợt), by hand or by its tick."""

from veban.actions.rounds.retain import erase_rosters
from veban.core.rounds.retention import DAYS_KEPT
from veban.store.closed_rounds import list_closed_rounds
from veban.wiring.node import Node


def run_retention(node: Node, days: int = DAYS_KEPT) -> dict[str, int]:
    """Erase the rosters of closed rounds that a verified backup lets go; a repeat finds nothing.

    Args:
        node: An open node.
        days: How many days after the closing.

    Returns:
        ``rosters_erased``.
    """
    erased = erase_rosters(node.exchange.x, list_closed_rounds(node.alias), days)
    return {"rosters_erased": erased}
