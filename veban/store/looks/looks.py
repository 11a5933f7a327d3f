"""Looks at personal data (lượt xem dữ liệu cá nhân): who, when, what, how many people."""

from datetime import datetime, time, timedelta

from veban.core.people.looks import ALL_LOOKS, Look, LooksWanted
from veban.core.shared.local_time import LOCAL
from veban.store.looks.tables import LookRecord


def record_look(alias: str, look: Look) -> None:
    """Note that an officer looked; it is written before anything is shown."""
    LookRecord._default_manager.using(alias).create(
        at=look.at, officer=look.officer, what=look.what, subject=look.subject, count=look.count
    )


def list_looks(alias: str, wanted: LooksWanted = ALL_LOOKS, limit: int = 200) -> list[Look]:
    """Return the looks that are asked for, the latest first."""
    found = LookRecord._default_manager.using(alias).order_by("-number")
    if wanted.subject is not None:
        found = found.filter(subject=wanted.subject)
    if wanted.officers is not None:
        found = found.filter(officer__in=sorted(wanted.officers))
    if wanted.on is not None:
        begin = datetime.combine(wanted.on, time(), LOCAL)
        found = found.filter(at__gte=begin, at__lt=begin + timedelta(days=1))
    values = found.values_list("at", "officer", "what", "subject", "count")[:limit]
    return [Look(*one) for one in values]
