"""How a due date moves while the citizen supplements (tạm dừng chờ bổ sung hồ sơ)."""

from dataclasses import replace
from datetime import UTC, date, datetime

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.due import Due, end_of_day, last_day_of_same_day_work
from veban.core.deadlines.hours import OfficeHours, counted_from, in_local
from veban.core.deadlines.office_time import add_office_time, office_time_between
from veban.core.procedures.term import TermRule
from veban.core.shared.local_time import local_day


def resume_due(
    due: Due,
    paused_at: datetime,
    resumed_at: datetime,
    hours: OfficeHours,
    calendar: WorkingCalendar,
) -> Due:
    """Return the due date after a pause, in the unit in which the term is counted.

    * *Working hours*: the office time of the pause is added.
    * *Same day, working days*: as many working days as lie after the day of the pause up to
      the day of the supplement. Both days are found as for a reception, so that a pause from
      closing to the next opening moves nothing.
    * *Calendar days*: as many days as lie between the two; on a day off, the next working day.

    What is left to do on the very day of the supplement is same-day work: brought from the
    cut-off on, it is due the next working day. A term that had run out before the pause stays
    run out, since nobody was waiting for the citizen while it did.

    Args:
        due: The due date before the pause.
        paused_at: When the supplement was asked for, aware.
        resumed_at: When the supplement was received, aware.
        hours: Office hours.
        calendar: Working days for every year touched.

    Returns:
        A due date never earlier than before, and after ``resumed_at`` unless the term had run
        out already.

    Raises:
        CalendarUnknown: a year touched has no calendar.
        ValueError: the supplement comes before the pause, or an instant carries no offset.

    Legal source:
        The time in which a dossier is supplemented is not part of the term: index 766,
        component 2.1. How a part of a day is given back is not settled in the texts we hold.
    """
    if in_local(resumed_at) < in_local(paused_at):
        raise ValueError(f"a supplement at {resumed_at} cannot end a pause begun at {paused_at}")
    if paused_at >= due.due_at:
        return due
    if due.rule is TermRule.WORKING_HOURS:
        lost = office_time_between(paused_at, resumed_at, hours, calendar)
        due_at = add_office_time(due.due_at, lost, hours, calendar)
    else:
        due_at = end_of_day(_last_day(due, (paused_at, resumed_at), hours, calendar), hours)
    due_at = max(due_at, due.due_at).astimezone(UTC)
    touched = calendar.touches_provisional(local_day(due.due_at), local_day(due_at))
    return replace(due, due_at=due_at, provisional=due.provisional or touched)


def _last_day(
    due: Due, pause: tuple[datetime, datetime], hours: OfficeHours, calendar: WorkingCalendar
) -> date:
    paused_at, resumed_at = pause
    resumed_from = counted_from(resumed_at, hours, calendar)
    if due.rule is TermRule.CALENDAR_DAYS:
        given_back = local_day(resumed_at) - local_day(paused_at)
        last = calendar.same_or_next_working_day(local_day(due.due_at) + given_back)
    else:
        paused_on = local_day(counted_from(paused_at, hours, calendar))
        count = calendar.count_working_days(paused_on, local_day(resumed_from))
        last = calendar.add_working_days(local_day(due.due_at), count)
    return max(last, last_day_of_same_day_work(resumed_from, hours, calendar))
