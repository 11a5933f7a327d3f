"""Due dates counted the slow way, as a clerk would with a wall calendar: the tests' oracle.

It shares no code with the program: days are crossed off one by one, office time minute by
minute, all in naive local time.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from veban.core.deadlines.calendar import WorkingCalendar

FIRST, LAST = date(2025, 1, 1).toordinal(), date(2028, 12, 31).toordinal()


def open_days(calendar: WorkingCalendar) -> list[date]:
    """Write down every day of 2025 to 2028 on which the door is open."""
    every = [date.fromordinal(n) for n in range(FIRST, LAST + 1)]
    weekdays = {day for day in every if day.strftime("%w") in "12345"}
    return sorted((weekdays - calendar.days_off) | calendar.extra_working_days)


def office_minutes(day: date) -> Iterator[datetime]:
    """Yield the beginning of each minute the desk is open on a day."""
    for minute in range(24 * 60):
        clock = f"{minute // 60:02}:{minute % 60:02}"
        if "07:30" <= clock < "11:30" or "13:30" <= clock < "17:00":
            yield datetime.combine(day, time.fromisoformat(clock))


def due_by_hand(
    received: datetime, rule: str, amount: int, calendar: WorkingCalendar
) -> tuple[datetime, datetime]:
    """Return (due, counted from), both naive and local, for a reception on a whole minute."""
    days = open_days(calendar)
    start = received
    if received.date() not in days or received.hour >= 17:
        later = [day for day in days if day > received.date()]
        start = datetime.combine(later[0], time(7, 30))
    after = [day for day in days if day > start.date()]
    if rule == "working_hours":
        minutes = [minute for day in [start.date(), *after[:60]] for minute in office_minutes(day)]
        last = [minute for minute in minutes if minute >= start][amount * 60 - 1]
        return last + timedelta(minutes=1), start
    if rule == "same_day":
        last_day = start.date() if start.hour < 15 else after[0]
    elif rule == "working_days":
        last_day = after[amount - 1]
    else:
        ends_on = start.date() + timedelta(days=amount)
        last_day = next(day for day in days if day >= ends_on)
    return datetime.combine(last_day, time(17)), start
