"""When a result is due (ngày hẹn trả), from the reception and the statutory term."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours, counted_from
from veban.core.deadlines.office_time import add_office_time
from veban.core.procedures.term import Term, TermRule
from veban.core.shared.local_time import LOCAL, format_instant, local_day


@dataclass(frozen=True, slots=True)
class Due:
    """A due instant and how it came about.

    Args:
        due_at: The last instant on time, UTC.
        counted_from: When the dossier counts as received, UTC.
        rule: How the term was counted.
        provisional: A year it touches has no announced calendar yet.
    """

    due_at: datetime
    counted_from: datetime
    rule: TermRule
    provisional: bool = False

    def explained(self) -> dict[str, str]:
        """Return the answer as the public format of ``veban due`` writes it, in local time."""
        answer = {
            "due_at": format_instant(self.due_at),
            "counted_from": format_instant(self.counted_from),
            "rule": self.rule.value,
        }
        if self.provisional:
            answer["calendar"] = "provisional"
        return answer


def compute_due(
    received_at: datetime, term: Term, hours: OfficeHours, calendar: WorkingCalendar
) -> Due:
    """Return when the result of a dossier is due.

    The count starts where the dossier counts as received, see
    :func:`~veban.core.deadlines.hours.counted_from`.

    * *Same day*: before the cut-off, that day; from it on, the next working day.
    * *Working days*: the first working day after the day of reception is day one.
    * *Calendar days*: that many days after the day of reception; where it ends on a day off,
      the next working day.
    * *Working hours*: so much office time, due at that very instant.

    All but the last are due when the hand-back of results ends that day.

    Args:
        received_at: The officer's statement of the reception, aware.
        term: The statutory term in force on the day of reception.
        hours: Office hours.
        calendar: Working days for every year the count touches.

    Raises:
        CalendarUnknown: the count runs into a year without a calendar.
        ValueError: ``received_at`` carries no offset.

    Legal source:
        Civil Code 91/2015/QH13, art. 147(2)-(3) (the first day is not counted) and 148(5)
        (an end on a day off); Law on Civil Status 60/2014/QH13, art. 8(3) (same-day work).

    Example:
        >>> from datetime import time
        >>> calendar = WorkingCalendar(
        ...     frozenset({date(2026, 11, 24)}), frozenset(), frozenset({2026}), frozenset()
        ... )
        >>> hours = OfficeHours(((time(7, 30), time(17)),), time(15), time(17))
        >>> monday = datetime(2026, 11, 23, 15, 0, tzinfo=LOCAL)
        >>> compute_due(monday, Term(TermRule.SAME_DAY), hours, calendar).explained()["due_at"]
        '2026-11-25T17:00:00+07:00'
    """
    start = counted_from(received_at, hours, calendar)
    if term.rule is TermRule.WORKING_HOURS:
        due_at = add_office_time(start, timedelta(hours=term.amount), hours, calendar)
    else:
        due_at = end_of_day(_last_day(start, term, hours, calendar), hours)
    provisional = calendar.touches_provisional(local_day(received_at), local_day(due_at))
    return Due(due_at, start, term.rule, provisional)


def end_of_day(day: date, hours: OfficeHours) -> datetime:
    """Return the instant, UTC, at which the hand-back of results ends on a day."""
    return datetime.combine(day, hours.results_until, LOCAL).astimezone(UTC)


def last_day_of_same_day_work(
    start: datetime, hours: OfficeHours, calendar: WorkingCalendar
) -> date:
    """Return the start's own local day before the cut-off, else the next working day."""
    local = start.astimezone(LOCAL)
    if local.time() < hours.same_day_cutoff:
        return local.date()
    return calendar.next_working_day(local.date())


def _last_day(start: datetime, term: Term, hours: OfficeHours, calendar: WorkingCalendar) -> date:
    if term.rule is TermRule.SAME_DAY:
        return last_day_of_same_day_work(start, hours, calendar)
    if term.rule is TermRule.WORKING_DAYS:
        return calendar.add_working_days(local_day(start), term.amount)
    return calendar.same_or_next_working_day(local_day(start) + timedelta(days=term.amount))
