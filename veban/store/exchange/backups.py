"""What this node's verified backups hold (bản sao lưu đã kiểm tra): local, told in greetings."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from veban.store.exchange.tables import BackupRecord


def keep_backup(alias: str, positions: Mapping[str, Any], made_at: datetime) -> None:
    """Remember the positions that a backup, read back whole, holds."""
    text = json.dumps(positions, sort_keys=True)
    BackupRecord._default_manager.using(alias).create(made_at=made_at, positions=text)


def last_backup(alias: str) -> Mapping[str, Any]:
    """Return node → [last seq, hash] of the last verified backup; empty where there is none."""
    found = BackupRecord._default_manager.using(alias).order_by("-id").first()
    return {} if found is None else json.loads(found.positions)


def last_backup_at(alias: str) -> datetime | None:
    """Return when the last verified backup was made."""
    found = BackupRecord._default_manager.using(alias).order_by("-id").first()
    return None if found is None else found.made_at
