"""Print what a round needs (in phiếu cho chuyến đi): printer check, list on return, blanks."""

from collections.abc import Collection
from typing import Literal

from veban.actions.nodes.find_node import get_node
from veban.actions.slips.blanks import KIND as BLANK
from veban.actions.slips.blanks import blank_slips
from veban.actions.slips.print_check import KIND as PRINT_CHECK
from veban.actions.slips.print_check import print_check
from veban.core.nodes.writers import peer_of
from veban.core.people.scope import Scope
from veban.core.shared.local_time import local_day
from veban.core.slips.return_list import return_list_data
from veban.store.queries.rounds import list_rounds_from
from veban.store.queries.slips import list_blanks
from veban.wiring.node import Node
from veban.wiring.return_list import gather_return

RETURN_LIST: Literal["return_list"] = "return_list"


def print_check_pdf(node: Node) -> bytes:
    """Return the page that shows whether the printer is fit for the road, as PDF."""
    return node.printer.render(PRINT_CHECK, print_check(node.world))  # type: ignore[arg-type]


def blanks_pdf(node: Node, lane: str, serials: Collection[int] | None = None) -> bytes:
    """Return blank slips as PDF, a page each.

    Args:
        node: The node that prints.
        lane: The device whose lane it is, or who writes for it.
        serials: Which numbers; all of its present lane that may still be used where None.

    Raises:
        NoSlipsToPrint: none of them may still be used.
    """
    scope = Scope(frozenset({node.world.me.unit}), frozenset())
    free = [seen.row for seen in list_blanks(node.alias, scope, lane) if seen.is_free]
    writer = get_node(node.journal, peer_of(lane)).writer
    if serials is None:
        wanted = [row for row in free if row.node == writer]
    else:
        wanted = [row for row in free if row.serial in serials]
    today = local_day(node.world.clock.now())
    rounds = [
        row for row in list_rounds_from(node.alias, scope, today) if row.node == peer_of(lane)
    ]
    data = blank_slips(node.world, wanted, rounds[0] if rounds else None)
    return node.printer.render(BLANK, data)  # type: ignore[arg-type]


def return_list_pdf(node: Node) -> bytes:
    """Return the list of what the team brings home, as PDF."""
    return node.printer.render(RETURN_LIST, return_list_data(gather_return(node)))
