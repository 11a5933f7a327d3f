"""Counting office time: how much lies between two instants, and where so much of it ends."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from veban.core.deadlines.calendar import ONE_DAY, WorkingCalendar
from veban.core.deadlines.hours import OfficeHours, in_local
from veban.core.shared.local_time import LOCAL

NO_TIME = timedelta()


def add_office_time(
    start: datetime, amount: timedelta, hours: OfficeHours, calendar: WorkingCalendar
) -> datetime:
    """Return the first instant by which so much office time has passed since the start.

    A count that is used up at the end of a session ends there, not at the next opening.

    Args:
        start: Aware; it may lie outside office hours.
        amount: Office time to pass; the start itself is the answer for none.
        hours: Office hours.
        calendar: Working days for every year touched.

    Returns:
        An instant in UTC.

    Raises:
        CalendarUnknown: the count runs into a year without a calendar.
        ValueError: ``amount`` is negative or ``start`` carries no offset.
    """
    if amount < NO_TIME:
        raise ValueError(f"office time to add must not be negative, got {amount}")
    start, left = in_local(start), amount
    if not left:
        return start.astimezone(UTC)
    for opens_at, closes_at in _sessions_from(start.date(), hours, calendar):
        begin = max(opens_at, start)
        if left <= closes_at - begin:
            return (begin + left).astimezone(UTC)
        left -= max(closes_at - begin, NO_TIME)
    raise AssertionError("the walk over sessions never ends by itself")


def office_time_between(
    start: datetime, end: datetime, hours: OfficeHours, calendar: WorkingCalendar
) -> timedelta:
    """Return the office time between two instants; none where the end is not after the start.

    Raises:
        CalendarUnknown: a year touched has no calendar.
        ValueError: an instant carries no offset.
    """
    start, end = in_local(start), in_local(end)
    total = NO_TIME
    for opens_at, closes_at in _sessions_from(start.date(), hours, calendar, end.date()):
        total += max(min(closes_at, end) - max(opens_at, start), NO_TIME)
    return total


def _sessions_from(
    day: date, hours: OfficeHours, calendar: WorkingCalendar, last: date = date.max
) -> Iterator[tuple[datetime, datetime]]:
    while day <= last:
        if calendar.is_working(day):
            for opens, closes in hours.sessions:
                yield datetime.combine(day, opens, LOCAL), datetime.combine(day, closes, LOCAL)
        day += ONE_DAY
