"""Print what a round needs (in phiếu cho chuyến đi): printer check, list on return, blanks."""

from veban.actions.slips.print_check import KIND as PRINT_CHECK
from veban.actions.slips.print_check import print_check
from veban.wiring.node import Node


def print_check_pdf(node: Node) -> bytes:
    """Return the page that shows whether the printer is fit for the road, as PDF."""
    return node.printer.render(PRINT_CHECK, print_check(node.world))  # type: ignore[arg-type]
