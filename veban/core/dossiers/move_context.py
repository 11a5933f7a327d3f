"""What deciding a move needs beside the dossier."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
        fee_vnd: The law's fee for the dossier, as of its day; None where nobody knows it.
        reasons: Reasons of exemption: code → coarse group.
    """

    officer: OfficerRow
    now: datetime
    hours: OfficeHours
    calendar: WorkingCalendar
    fee_vnd: int | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
