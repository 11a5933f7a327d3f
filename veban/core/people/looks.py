"""A look at personal data (lượt xem dữ liệu cá nhân)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class LookAt(StrEnum):
    """What was looked at."""

    DOSSIER = "dossier"
    SHEET = "sheet"
    SITTING = "sitting"
    TO_TELL = "to_tell"


@dataclass(frozen=True, slots=True)
class Look:
    """One look.

    Args:
        at: When, by the machine's own clock.
        officer: Code of who looked.
        what: One of ``LookAt``.
        subject: A dossier's stream, or how a sheet was made; never a name.
        count: Of how many dossiers persons were shown.
    """

    at: datetime
    officer: str
    what: str
    subject: str
    count: int = 1
