"""Office hours (giờ hành chính) and the moment a dossier counts as received."""

from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import pairwise

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.shared.local_time import LOCAL


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """The hours of every working day, local time.

    Args:
        sessions: Opening and closing of each session, in order, not overlapping.
        same_day_cutoff: From this time on, same-day work is due the next working day.
        results_until: Results are handed back until this time; a term in days ends at it.

    Raises:
        ValueError: no sessions, or sessions out of order; a cut-off at or before opening or
            past ``results_until`` (a dossier would be due before it came in); results handed
            back past closing.

    Legal source:
        Law on Civil Status 60/2014/QH13, art. 8(3) (the cut-off of same-day work). The
        values stand in ``rules/``.
    """

    sessions: tuple[tuple[time, time], ...]
    same_day_cutoff: time
    results_until: time

    def __post_init__(self) -> None:
        edges = [edge for session in self.sessions for edge in session]
        if not edges or any(a >= b for a, b in pairwise(edges)):
            raise ValueError(f"sessions must be in order and not overlap, got {self.sessions}")
        if not self.opening < self.same_day_cutoff <= self.results_until <= self.closing:
            raise ValueError(
                "opening, same-day cut-off, end of hand-back and closing must follow each other,"
                f" got {self.opening}, {self.same_day_cutoff}, {self.results_until}, {self.closing}"
            )

    @property
    def opening(self) -> time:
        """The time the first session opens."""
        return self.sessions[0][0]

    @property
    def closing(self) -> time:
        """The time the last session closes; who comes then comes for the next working day."""
        return self.sessions[-1][1]

    def is_office_time(self, at: datetime, calendar: WorkingCalendar) -> bool:
        """Tell whether an instant lies in a session of a working day, both ends included.

        Raises:
            CalendarUnknown: the instant's year has no calendar.
        """
        local = in_local(at)
        inside = any(opens <= local.time() <= closes for opens, closes in self.sessions)
        return inside and calendar.is_working(local.date())


def in_local(at: datetime) -> datetime:
    """Return an aware instant in local time.

    Raises:
        ValueError: the instant carries no offset.
    """
    if at.tzinfo is None:
        raise ValueError(f"an instant needs its offset, got {at.isoformat()}")
    return at.astimezone(LOCAL)


def counted_from(received_at: datetime, hours: OfficeHours, calendar: WorkingCalendar) -> datetime:
    """Return the instant at which a dossier counts as received.

    On a working day before closing that is the reception itself, also before opening and in
    the lunch break: the officer took it, and the day is the day it came. (A term in working
    hours runs in office hours only, so it starts with the next session anyway.) On a day off,
    or from closing on, it is the next working day's opening.

    Args:
        received_at: The officer's statement of the reception, aware.
        hours: Office hours.
        calendar: Working days for every year touched.

    Returns:
        An instant in UTC, never before ``received_at``.

    Raises:
        CalendarUnknown: a year touched has no calendar.
        ValueError: ``received_at`` carries no offset.

    Example:
        >>> from datetime import date
        >>> calendar = WorkingCalendar(frozenset(), frozenset(), frozenset({2026}), frozenset())
        >>> hours = OfficeHours(((time(7, 30), time(17)),), time(15), time(17))
        >>> saturday = datetime(2026, 12, 5, 9, 0, tzinfo=LOCAL)
        >>> counted_from(saturday, hours, calendar).astimezone(LOCAL).isoformat()
        '2026-12-07T07:30:00+07:00'
    """
    local = in_local(received_at)
    day = local.date()
    if calendar.is_working(day) and local.time() < hours.closing:
        return local.astimezone(UTC)
    opens_on = calendar.next_working_day(day)
    return datetime.combine(opens_on, hours.opening, LOCAL).astimezone(UTC)
