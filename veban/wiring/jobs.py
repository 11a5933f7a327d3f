"""What a node does of itself from time to time (công việc định kỳ): one table.

To add a job, write a line: its function takes the open node and returns what it did. It must be
safe to kill and to repeat, and hold no write lock while it waits.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import veban.store.ready  # noqa: F401  Django is set up before any model is read.
from veban.actions.exchange.seal_scans import seal_scans
from veban.core.nodes.events import NodeKind
from veban.edges.folder.centre_folder import CentreFolder, NodeDamaged, NodeMissing
from veban.edges.transport.sweeping import BROKEN_OFF, sweep_old
from veban.store.accounts.sessions import sweep_sessions
from veban.store.databases.soundness import check_database
from veban.store.drafts.drafts import sweep_drafts as sweep_declarations
from veban.store.scans.scans import sweep_scans
from veban.store.sittings.seats import forget_seats
from veban.wiring.calling import try_exchange
from veban.wiring.node import CARRIED, Node
from veban.wiring.packs import PACKS, drop_packs
from veban.wiring.retention import run_retention
from veban.wiring.rolling import roll_snapshot

HERE, ROAD = "here", "road"
"""Tracks: jobs of one track run one after another, so a slow road stops none of the others."""

CHECK = "check_database"
"""The job that finds a damaged file; right after the start where it was too large to wait for."""

PARTS_KEPT = timedelta(days=14)
"""A sealed part that nobody asked for that long is made anew when somebody does."""


DRAFTS_KEPT = timedelta(days=2)
"""A picture that was chosen for a reception and that no dossier names by then is nobody's."""


@dataclass(frozen=True, slots=True)
class Did:
    """What one run did.

    Args:
        count: How many things it dealt with.
        failed: The code of what stopped it; None where nothing did.
    """

    count: int = 0
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """One line of the table.

    Args:
        name: Stable; names the run in the database and in ``veban tick``.
        title: What people call it, in Vietnamese; its English stands in the catalogue.
        every_s: Seconds from the end of one run to the next.
        run: Does it; a ``Refused`` or any other exception is a failed run.
        track: ``here``, or ``road`` for what waits for another machine.
        longest_s: After so many seconds without an end its process counts as dead.
        backs_off: After a failure it comes back sooner: seconds, up to two minutes, with jitter.
        applies: Whether this node has the job.
    """

    name: str
    title: str
    every_s: float
    run: Callable[[Node, datetime], Did]
    track: str = HERE
    longest_s: float = 900.0
    backs_off: bool = False
    applies: Callable[[Node], bool] = lambda _: True


def exchange(node: Node, _: datetime) -> Did:
    """Send and fetch what lies ready, as ``veban sync`` does; the tick waits between its runs."""
    synced = try_exchange(node, _at_once)
    moved = synced.entries_sent + synced.files_sent
    return Did(moved + synced.entries_received + synced.files_received, synced.reason)


def _at_once(_: float) -> None:
    """Try again where a part broke off, with smaller pieces; nobody waits here."""


def check_file(node: Node, _: datetime) -> Did:
    """Read through the database's file and see whether it is whole."""
    check_database(node.alias)
    return Did(1)


def sweep_files(node: Node, _: datetime) -> Did:
    """Remove the files that no entry names any more."""
    return Did(node.sweep_files())


def sweep_drafts(node: Node, now: datetime) -> Did:
    """Remove pictures of receptions that nobody finished, and whose cards were read days ago."""
    sweep_scans(node.alias, now - DRAFTS_KEPT)
    named = (digest for digest, _ in node.journal.files())
    swept = node.blobs.sweep(named, now - DRAFTS_KEPT)
    return Did(swept + forget_seats(node.alias, now))


def sweep_unfinished(node: Node, now: datetime) -> Did:
    """Throw away declarations that nobody finished, and those whose dossiers are received."""
    return Did(sweep_declarations(node.alias, now))


def sweep_parts(node: Node, now: datetime) -> Did:
    """Remove old sealed parts, half uploads and downloads, and packs of rounds that are over.

    What is carried for others waits for ever, unless it was refused.
    """
    folders = [node.folder / name for name in ("outbox", "uploads", "downloads", PACKS)]
    before = now - PARTS_KEPT
    carried = sweep_old([node.folder / CARRIED], before, BROKEN_OFF)
    return Did(sweep_old(folders, before) + carried + drop_packs(node))


def end_sessions(node: Node, now: datetime) -> Did:
    """Forget the sessions that have run out."""
    return Did(sweep_sessions(node.alias, now))


def back_up(node: Node, _: datetime) -> Did:
    """Make a verified backup in the place that was set."""
    return Did(roll_snapshot(node, Path(backup_place(node))).manifest.entries)


def erase_after_rounds(node: Node, _: datetime) -> Did:
    """Erase rosters, or a laptop's scans, of rounds closed long enough ago and backed up."""
    return Did(sum(run_retention(node).values()))


def seal_finished(node: Node, _: datetime) -> Did:
    """Seal the scans of finished dossiers to the centre, and finish what the power cut short."""
    return Did(seal_scans(node.exchange.x))


def is_laptop(node: Node) -> bool:
    """Tell whether the node goes to villages."""
    return node.world.me.kind is NodeKind.FIELD


def is_file(node: Node) -> bool:
    """Tell whether the database is a file of this machine."""
    return node.card.database is None


def has_backup_place(node: Node) -> bool:
    """Tell whether somebody has said where backups go."""
    return bool(backup_place(node))


def backup_place(node: Node) -> str:
    """Return where backups go, as the card says now: it may be set while the node is open."""
    try:
        return CentreFolder(node.folder).card.backup_to
    except (NodeMissing, NodeDamaged):
        return node.card.backup_to


def has_centre(node: Node) -> bool:
    """Tell whether the node has a centre that it can call."""
    return bool(node.world.me.centre and node.card.centre_url)


JOBS: tuple[Job, ...] = (
    Job(
        "exchange",
        "Trao đổi với Trung tâm",
        120,
        exchange,
        track=ROAD,
        longest_s=600,
        backs_off=True,
        applies=has_centre,
    ),
    Job(CHECK, "Kiểm tra tệp dữ liệu", 24 * 3600, check_file, applies=is_file),
    Job("back_up", "Sao lưu luân phiên", 4 * 3600, back_up, applies=has_backup_place),
    Job(
        "seal_scans", "Niêm phong ảnh giấy tờ cho Trung tâm", 120, seal_finished, applies=is_laptop
    ),
    Job("erase_after_rounds", "Xóa dữ liệu của đợt đã đóng", 24 * 3600, erase_after_rounds),
    Job("sweep_files", "Xóa tệp không còn hồ sơ nào dùng", 3600, sweep_files),
    Job("sweep_drafts", "Xóa ảnh chọn dở, không thuộc hồ sơ nào", 6 * 3600, sweep_drafts),
    Job("sweep_declarations", "Xóa tờ khai điền dở đã cũ", 6 * 3600, sweep_unfinished),
    Job("sweep_parts", "Dọn gói gửi dở đã cũ", 6 * 3600, sweep_parts),
    Job("end_sessions", "Kết thúc phiên làm việc đã hết hạn", 900, end_sessions),
)
"""In the order in which they run."""


def jobs_of(node: Node) -> tuple[Job, ...]:
    """Return the jobs that a node has."""
    return tuple(job for job in JOBS if job.applies(node))
