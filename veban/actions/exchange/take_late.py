"""Take what a revoked laptop still brings (nhận dữ liệu đến muộn): on purpose, by a manager."""

from dataclasses import replace
from typing import IO

from veban.actions.exchange.exchanging import Exchanging
from veban.actions.exchange.take import Taken
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.report_lost import LostReport, NodeNotLost, report_lost
from veban.core.nodes.events import node_stream
from veban.core.nodes.rows import node_rows
from veban.exchange.bundle import scan_bundle


def take_late(x: Exchanging, file: IO[bytes], report: LostReport) -> Taken:
    """Take a bundle of a laptop that was reported lost, then take back what turned up in it.

    Its entries are kept as always. A dossier that nobody here knew gets its place and is
    reclaimed; a step of a dossier that was reclaimed before waits for a person on the late page.

    Args:
        x: The centre.
        file: The bundle, opened for reading at its beginning.
        report: Who takes it, as a report on the same laptop under a key of its own.

    Raises:
        BundleBroken, BundleNotForUs, BundleNeedsUpdate: nothing of it was taken.
        NodeNotLost: the bundle is another device's, or the laptop was never reported lost.
        OfficerLacksRole: only a manager may.
    """
    sender = scan_bundle(file)[0].header.sender
    file.seek(0)
    if sender != report.node or not _is_revoked(x, report.node):
        raise NodeNotLost(node=sender)
    # First, so that nobody who may not gets a single entry taken.
    report_lost(x.world, replace(report, key=f"{report.key}:before"))
    taken = take_bundle(replace(x, late=report.node), file)
    report_lost(x.world, report)
    return taken


def _is_revoked(x: Exchanging, node: str) -> bool:
    stream = node_stream(node)
    rows = node_rows(stream, x.world.journal.history(stream))
    return any(row.state == "revoked" for row in rows)
