"""Rolling backups (sao lưu luân phiên): two folders in turn, so that one is always whole."""

from pathlib import Path

from veban.edges.backups.backup_folder import BackupBroken, BackupMissing, read_manifest
from veban.wiring.backups import Checked, make_backup
from veban.wiring.node import Node

FOLDERS = ("a", "b")


def roll_backup(node: Node, folder: Path) -> Checked:
    """Make a verified backup in the older of two folders; the newer one is not touched.

    Args:
        node: The node.
        folder: Where the two lie, on a second disk or a stick.

    Raises:
        BackupTaken: they belong to another node.
        BackupNotWhole: the node's own journal or files are broken.
    """
    return make_backup(node, min((folder / name for name in FOLDERS), key=_made_at))


def _made_at(folder: Path) -> str:
    """Return when a backup was made; the earliest there can be where it is none."""
    try:
        return read_manifest(folder).made_at
    except (BackupMissing, BackupBroken):
        return ""
