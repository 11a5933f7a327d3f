"""The one new date a late dossier may get (hẹn lại ngày trả kết quả)."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import ClassVar

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.due import Due
from veban.core.deadlines.hours import OfficeHours
from veban.core.shared.local_time import format_instant, local_day
from veban.core.shared.refused import Refused


class NewDateNotLater(Refused):
    """The new date is not after the one it replaces."""

    code: ClassVar[str] = "deadlines.new_date_not_later"


class NewDateOutsideHours(Refused):
    """The centre is closed at the new date: a day off, or outside office hours."""

    code: ClassVar[str] = "deadlines.new_date_outside_hours"


def reappoint_due(
    due: Due, new_due_at: datetime, hours: OfficeHours, calendar: WorkingCalendar
) -> Due:
    """Return the due date moved to a new one; that it happens once is the dossier's rule.

    Args:
        due: The due date in force.
        new_due_at: The new one, aware: an instant at which the centre is open.
        hours: Office hours.
        calendar: Working days for every year touched.

    Raises:
        NewDateNotLater: it is not after ``due.due_at``.
        NewDateOutsideHours: the centre is closed then.
        CalendarUnknown: its year has no calendar.
        ValueError: it carries no offset.
    """
    open_then = hours.is_office_time(new_due_at, calendar)
    if new_due_at <= due.due_at:
        raise NewDateNotLater(
            due_at=format_instant(due.due_at), new_due_at=format_instant(new_due_at)
        )
    if not open_then:
        raise NewDateOutsideHours(new_due_at=format_instant(new_due_at))
    touched = calendar.touches_provisional(local_day(due.due_at), local_day(new_due_at))
    return replace(due, due_at=new_due_at.astimezone(UTC), provisional=due.provisional or touched)
