"""Scans that wait for their paper (giấy vừa quét), each officer's own.

Whether a scan still waits is not a mark of its own: it does until an entry names it. So a power
cut between the entry and anything else neither loses a scan nor offers it twice.
"""

from collections.abc import Iterable
from dataclasses import astuple
from datetime import datetime

from django.db import transaction

from veban.core.dossiers.waiting_scan import WaitingScan
from veban.store.journal.tables import FileRecord
from veban.store.scans.tables import ScanRecord

_VALUES = ("digest", "at", "officer", "kind", "pages")


def add_scan(alias: str, scan: WaitingScan) -> None:
    """Note a scan whose file is kept; the same one again changes nothing."""
    known = ScanRecord._default_manager.using(alias)
    known.bulk_create(
        [ScanRecord(**dict(zip(_VALUES, astuple(scan), strict=True)))], ignore_conflicts=True
    )


def is_known(alias: str, digest: str) -> bool:
    """Tell whether somebody's waiting scan, or an entry, has this content already."""
    scans, files = ScanRecord._default_manager, FileRecord._default_manager
    return (
        scans.using(alias).filter(digest=digest).exists()
        or files.using(alias).filter(digest=digest).exists()
    )


def list_waiting(alias: str, officer: str) -> list[WaitingScan]:
    """Return an officer's scans that no entry names, the latest first."""
    named = FileRecord._default_manager.using(alias).values("digest")
    found = ScanRecord._default_manager.using(alias).filter(officer=officer)
    found = found.exclude(digest__in=named).order_by("-number")
    return [WaitingScan(*one) for one in found.values_list(*_VALUES)]


def replace_scans(alias: str, old: Iterable[str], new: WaitingScan) -> None:
    """Put one scan in the place of those it was made of, all at once."""
    with transaction.atomic(using=alias):
        drop_scans(alias, new.officer, old)
        add_scan(alias, new)


def drop_scans(alias: str, officer: str, digests: Iterable[str]) -> None:
    """Forget scans of an officer; their files are swept when nothing names them."""
    known = ScanRecord._default_manager.using(alias)
    known.filter(officer=officer, digest__in=list(digests)).delete()


def sweep_scans(alias: str, before: datetime) -> None:
    """Forget the scans that were taken before an instant."""
    ScanRecord._default_manager.using(alias).filter(at__lt=before).delete()
