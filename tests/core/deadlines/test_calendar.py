"""Which days the centre works, and for which years anybody knows."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.core.deadlines.na_sang import CALENDAR, HOURS
from veban.core.deadlines.calendar import CalendarUnknown


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2026, 11, 23), True),
        (date(2026, 11, 24), False),  # Culture Day
        (date(2026, 12, 5), False),  # Saturday
        (date(2026, 12, 6), False),  # Sunday
        (date(2026, 8, 22), True),  # Saturday worked for ...
        (date(2026, 8, 31), False),  # ... this Monday
        (date(2027, 2, 8), False),  # Tết
    ],
)
def test_monday_to_friday_is_worked_less_days_off_plus_swapped_days(
    day: date, working: bool
) -> None:
    assert CALENDAR.is_working(day) is working


def test_a_year_without_calendar_is_refused_even_for_a_sunday() -> None:
    with pytest.raises(CalendarUnknown) as refusal:
        CALENDAR.is_working(date(2029, 1, 7))
    assert refusal.value.details == {"year": 2029}


def test_only_a_year_nobody_announced_is_provisional() -> None:
    assert [CALENDAR.is_provisional(year) for year in (2027, 2028, 2029)] == [False, True, False]


def test_a_day_cannot_be_off_and_worked() -> None:
    with pytest.raises(ValueError, match="both off and worked"):
        replace(CALENDAR, extra_working_days=frozenset({date(2026, 11, 24)}))


def test_a_year_cannot_be_announced_and_provisional() -> None:
    with pytest.raises(ValueError, match="both announced and provisional"):
        replace(CALENDAR, provisional_years=frozenset({2026}))


@pytest.mark.parametrize(
    "change",
    [
        {"sessions": ()},
        {"sessions": ((time(13), time(17)), (time(7), time(11)))},
        {"sessions": ((time(7), time(12)), (time(11), time(17)))},
        {"sessions": ((time(7), time(12)), (time(12), time(17)))},
        {"same_day_cutoff": time(7, 30)},
        {"same_day_cutoff": time(17, 1)},
        {"results_until": time(17, 30)},
    ],
)
def test_office_hours_that_contradict_themselves_are_a_programming_error(
    change: dict[str, object],
) -> None:
    with pytest.raises(ValueError, match=r"must"):
        replace(HOURS, **change)


def test_same_day_work_may_be_taken_until_results_stop() -> None:
    assert replace(HOURS, same_day_cutoff=HOURS.results_until)
