"""The working calendar (lịch làm việc): which days count, and for which years it is known."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import ClassVar

from veban.core.shared.refused import Refused

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class CalendarUnknown(Refused):
    """A count ran into a year that has no calendar at all, not even a provisional one."""

    code: ClassVar[str] = "deadlines.calendar_unknown"


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Monday to Friday, less the days off, plus the swapped Saturdays (ngày làm bù).

    Args:
        days_off: Public holidays and days off given by a swap (ngày nghỉ hoán đổi).
        extra_working_days: Saturdays or Sundays worked in exchange for a day off.
        announced_years: Years whose days off the government has announced.
        provisional_years: Years counted on the fixed holidays and Tết alone; an answer that
            touches one says so.

    Raises:
        ValueError: a day is both off and worked, or a year both announced and provisional.

    Legal source:
        Labour Code 45/2019/QH14, art. 112 (public holidays).

    Example:
        >>> calendar = WorkingCalendar(
        ...     days_off=frozenset({date(2026, 8, 31)}),
        ...     extra_working_days=frozenset({date(2026, 8, 22)}),
        ...     announced_years=frozenset({2026}),
        ...     provisional_years=frozenset(),
        ... )
        >>> calendar.is_working(date(2026, 8, 31)), calendar.is_working(date(2026, 8, 22))
        (False, True)
    """

    days_off: frozenset[date]
    extra_working_days: frozenset[date]
    announced_years: frozenset[int]
    provisional_years: frozenset[int]

    def __post_init__(self) -> None:
        if both := self.days_off & self.extra_working_days:
            raise ValueError(f"days both off and worked: {sorted(map(str, both))}")
        if twice := self.announced_years & self.provisional_years:
            raise ValueError(f"years both announced and provisional: {sorted(twice)}")

    def is_working(self, day: date) -> bool:
        """Tell whether the centre works on the day.

        Raises:
            CalendarUnknown: the day's year has no calendar.
        """
        if day.year not in self.announced_years and day.year not in self.provisional_years:
            raise CalendarUnknown(year=day.year)
        if day in self.extra_working_days:
            return True
        return day.weekday() < SATURDAY and day not in self.days_off

    def is_provisional(self, year: int) -> bool:
        """Tell whether the year is counted on a calendar that nobody has announced yet."""
        return year in self.provisional_years

    def touches_provisional(self, first: date, last: date) -> bool:
        """Tell whether any year from the first day's to the last day's is provisional."""
        return any(map(self.is_provisional, range(first.year, last.year + 1)))

    def working_days_after(self, day: date) -> Iterator[date]:
        """Yield the working days after a day, which is itself not among them, in order.

        Raises:
            CalendarUnknown: the walk reaches a year without a calendar.
        """
        while True:
            day += ONE_DAY
            if self.is_working(day):
                yield day

    def next_working_day(self, day: date) -> date:
        """Return the first working day after a day."""
        return next(self.working_days_after(day))

    def same_or_next_working_day(self, day: date) -> date:
        """Return the day itself where it is worked, else the next working day.

        Legal source:
            Civil Code 91/2015/QH13, art. 148(5): a term ending on a day off ends on the
            next working day.
        """
        return day if self.is_working(day) else self.next_working_day(day)

    def add_working_days(self, day: date, count: int) -> date:
        """Return the day that many working days after a day; the day itself for 0.

        Raises:
            ValueError: ``count`` is negative.
        """
        if count < 0:
            raise ValueError(f"working days to add must be at least 0, got {count}")
        return list(islice(self.working_days_after(day), count))[-1] if count else day

    def count_working_days(self, after: date, until: date) -> int:
        """Count the working days after one day up to another, the last included."""
        span = max((until - after).days, 0)
        return sum(self.is_working(after + n * ONE_DAY) for n in range(1, span + 1))
