"""Sweep what broke off long ago (dọn tệp dở): sealed parts, half uploads, half downloads."""

from collections.abc import Collection, Iterable
from datetime import datetime
from pathlib import Path

ENDINGS = (".part", ".upload", ".half", ".veban")
"""What these folders hold; anything else is left alone."""

BROKEN_OFF = (".half", ".refused")
"""What in a box of carried files is of no more use: half a copy, and what nobody takes."""


def sweep_old(folders: Iterable[Path], before: datetime, endings: Collection[str] = ENDINGS) -> int:
    """Remove the parts below some folders that nobody has touched since.

    Args:
        folders: Those that are missing hold nothing.
        before: Aware; what was written at it or later stays.
        endings: Of the files that may go.

    Returns:
        How many were removed.
    """
    removed = 0
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix in endings and _is_older(path, before.timestamp()):
                path.unlink(missing_ok=True)
                removed += 1
    return removed


def _is_older(path: Path, than: float) -> bool:
    try:
        return path.stat().st_mtime < than
    except FileNotFoundError:
        return False
