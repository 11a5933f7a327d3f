"""The desk of the tests: ordinary office hours, and a calendar with every kind of day off."""

from datetime import date, time

from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.hours import OfficeHours

HOURS = OfficeHours(
    sessions=((time(7, 30), time(11, 30)), (time(13, 30), time(17))),
    same_day_cutoff=time(15),
    results_until=time(17),
)
CALENDAR = WorkingCalendar(
    days_off=frozenset(
        {
            date(2026, 1, 1),
            date(2026, 1, 2),  # swapped for Saturday 10 January
            *(date(2026, 2, day) for day in range(16, 21)),  # Tết
            date(2026, 4, 26),
            date(2026, 4, 27),
            date(2026, 4, 30),
            date(2026, 5, 1),
            date(2026, 8, 31),  # swapped for Saturday 22 August
            date(2026, 9, 1),
            date(2026, 9, 2),
            date(2026, 11, 24),  # Vietnam Culture Day
            date(2027, 1, 1),
            *(date(2027, 2, day) for day in range(4, 11)),  # Tết
            date(2028, 1, 1),
        }
    ),
    extra_working_days=frozenset({date(2026, 1, 10), date(2026, 8, 22)}),
    announced_years=frozenset({2026, 2027}),
    provisional_years=frozenset({2028}),
)
