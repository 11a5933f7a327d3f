"""What deciding a move needs beside the dossier."""

from dataclasses import dataclass
from datetime import datetime

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours
from veban.core.people.officers import OfficerRow


@dataclass(frozen=True, slots=True)
class MoveContext:
    """What a decision needs beside the dossier.

    Args:
        officer: Who acts, with roles.
        now: The node's clock; nothing happens later.
        hours: Office hours.
        calendar: Working calendar.
    """

    officer: OfficerRow
    now: datetime
    hours: OfficeHours
    calendar: WorkingCalendar
