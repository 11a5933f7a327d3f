"""Sweep what broke off long ago (dọn tệp dở): sealed parts, half uploads, half downloads."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

ENDINGS = (".part", ".upload", ".half", ".veban")
"""What these folders hold; anything else is left alone."""


def sweep_old(folders: Iterable[Path], before: datetime) -> int:
    """Remove the parts below some folders that nobody has touched since.

    Args:
        folders: Those that are missing hold nothing.
        before: Aware; what was written at it or later stays.

    Returns:
        How many were removed.
    """
    removed = 0
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix in ENDINGS and _is_older(path, before.timestamp()):
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def _is_older(path: Path, than: float) -> bool:
    try:
        return path.stat().st_mtime < than
    except FileNotFoundError:
        return False
