"""Looks at personal data (lượt xem dữ liệu cá nhân): who, when, what, how many people."""

from veban.core.people.looks import Look
from veban.store.looks.tables import LookRecord


def record_look(alias: str, look: Look) -> None:
    """Note that an officer looked; it is written before anything is shown."""
    LookRecord._default_manager.using(alias).create(
        at=look.at, officer=look.officer, what=look.what, subject=look.subject, count=look.count
    )


def list_looks(alias: str, subject: str | None = None, limit: int = 200) -> list[Look]:
    """Return the latest looks, at one dossier's stream where it is named."""
    found = LookRecord._default_manager.using(alias).order_by("-number")
    if subject is not None:
        found = found.filter(subject=subject)
    values = found.values_list("at", "officer", "what", "subject", "count")[:limit]
    return [Look(*one) for one in values]
