"""A look at personal data (lượt xem dữ liệu cá nhân)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LookAt(StrEnum):
    """What was looked at."""

    DOSSIER = "dossier"
    LIST = "list"
    SHEET = "sheet"
    SLIP = "slip"
    PAPER = "paper"
    VISIT = "visit"
    ROSTER = "roster"
    LOGBOOK = "logbook"
    LOST_REPORT = "lost_report"
    EXPORT = "export"
    PERSON = "person"
    GIVEN = "given"
    LOOKS = "looks"
    SITTING = "sitting"
    TO_TELL = "to_tell"


COMMAND_LINE = "-"
"""Stands for an officer where the command line of a centre looked; nobody has this code."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look.

    Args:
        at: When, by the machine's own clock.
        officer: Code of who looked.
        what: One of ``LookAt``.
        subject: A stream, a unit's or machine's code, or which list it was; never a name.
        count: How many persons were shown.
    """

    at: datetime
    officer: str
    what: str
    subject: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class LooksWanted:
    """Which looks somebody asks for; empty means all.

    Args:
        officers: Codes of those who looked.
        subject: What was looked at.
        on: The local day.
    """

    officers: frozenset[str] | None = None
    subject: str | None = None
    on: date | None = None


ALL_LOOKS = LooksWanted()
