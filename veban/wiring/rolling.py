"""Rolling snapshots (sao lưu cuốn chiếu): verified backups in turn, the last few kept."""

from pathlib import Path

from veban.edges.backups.backup_folder import BackupBroken, BackupMissing, read_manifest
from veban.edges.folder.result_files import check_folder
from veban.wiring.backups import Checked, make_backup
from veban.wiring.node import Node

KEEP = 3


def roll_snapshot(node: Node, folder: Path, keep: int = KEEP) -> Checked:
    """Bring the oldest of ``keep`` backups up to date; the others stay as they are.

    Each lies whole in a folder of its own, so papers are copied there once and then never again.

    Args:
        node: The open node; a server may go on beside it.
        folder: The second folder or stick.
        keep: How many backups are kept, at least 1.

    Raises:
        FolderMissing: the folder is not there, as when the stick is not plugged in.
        DiskFull, DiskReadOnly, DiskFails: it takes nothing.
        BackupTaken: one of the folders holds something else.
        BackupNotWhole: the node's own journal or files are broken.
        ValueError: ``keep`` is below 1.
    """
    if keep < 1:
        raise ValueError(f"keep must be at least 1, got {keep}")
    check_folder(folder)
    places = [folder / f"{number}" for number in range(1, keep + 1)]
    return make_backup(node, min(places, key=_made_at))


def _made_at(place: Path) -> str:
    """Return when the backup there was made; one that is none is taken first."""
    try:
        return read_manifest(place).made_at
    except (BackupMissing, BackupBroken):
        return ""
