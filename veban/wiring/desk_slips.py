"""Slips of the desk that are about several dossiers (phiếu gộp): a sitting, a village's news."""

from collections.abc import Iterable, Sequence

from veban.actions.slips.news_sheet import news_sheet
from veban.actions.slips.sitting import sitting_summary
from veban.core.dossiers.telling import NewsRow
from veban.wiring.node import Node


def sitting_pdf(node: Node, streams: Iterable[str]) -> bytes:
    """Return the summary of a sitting's dossiers as PDF."""
    return node.printer.render("sitting", sitting_summary(node.world, streams))


def news_pdf(node: Node, unit: str, village: str, rows: Sequence[NewsRow]) -> bytes:
    """Return the sheet for a village head, with names and dates only, as PDF."""
    return node.printer.render("news_sheet", news_sheet(node.world, unit, village, rows))
