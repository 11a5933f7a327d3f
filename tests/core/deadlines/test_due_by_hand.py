"""The program and a clerk with a wall calendar come to the same due dates."""

from datetime import date, datetime, time, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.deadlines.by_hand import due_by_hand
from tests.core.deadlines.na_sang import CALENDAR, HOURS
from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.due import compute_due
from veban.core.procedures.term import Term, TermRule
from veban.core.shared.local_time import LOCAL

DAYS = [
    date(2026, 1, 1),
    date(2026, 1, 9),  # before a swapped Saturday
    date(2026, 1, 10),
    date(2026, 2, 12),
    date(2026, 2, 17),  # Tết
    date(2026, 4, 24),
    date(2026, 8, 21),
    date(2026, 8, 22),
    date(2026, 8, 31),
    date(2026, 11, 20),
    date(2026, 11, 23),
    date(2026, 11, 24),
    date(2026, 12, 5),  # Saturday
    date(2026, 12, 31),
    date(2027, 12, 30),
]
TIMES = [time(7, 29), time(12, 0), time(14, 59), time(15, 0), time(16, 59), time(17, 0)]
TERMS = [
    Term(TermRule.SAME_DAY),
    Term(TermRule.WORKING_DAYS, 1),
    Term(TermRule.WORKING_DAYS, 5),
    Term(TermRule.CALENDAR_DAYS, 9),
    Term(TermRule.WORKING_HOURS, 8),
]

days_of_three_years = st.dates(date(2026, 1, 1), date(2028, 12, 31))
weekends = days_of_three_years.filter(lambda day: day.weekday() > 4)


@st.composite
def calendars(draw: st.DrawFn) -> WorkingCalendar:
    extra = draw(st.frozensets(weekends, max_size=6))
    holiday = draw(days_of_three_years)
    tet = {holiday + timedelta(days=n) for n in range(draw(st.integers(0, 12)))}
    off = draw(st.frozensets(days_of_three_years, max_size=30)) | tet
    return WorkingCalendar(off - extra, extra, frozenset({2026, 2027}), frozenset({2025, 2028}))


terms = st.one_of(
    st.just(Term(TermRule.SAME_DAY)),
    st.builds(Term, st.just(TermRule.WORKING_DAYS), st.integers(1, 60)),
    st.builds(Term, st.just(TermRule.CALENDAR_DAYS), st.integers(1, 120)),
    st.builds(Term, st.just(TermRule.WORKING_HOURS), st.integers(1, 80)),
)
receptions = st.builds(
    datetime.combine,
    st.dates(date(2025, 12, 20), date(2028, 3, 1)),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)


def agree(received: datetime, term: Term, calendar: WorkingCalendar) -> None:
    due = compute_due(received.replace(tzinfo=LOCAL), term, HOURS, calendar)
    found = (due.due_at, due.counted_from)
    by_hand = due_by_hand(received, term.rule.value, term.amount, calendar)
    assert found == tuple(at.replace(tzinfo=LOCAL) for at in by_hand)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_the_borders_of_law_and_calendar_agree_with_a_count_by_hand(day: date) -> None:
    for at, term in product(TIMES, TERMS):
        agree(datetime.combine(day, at), term, CALENDAR)


def test_there_are_some_four_hundred_and_fifty_border_cases() -> None:
    assert len(DAYS) * len(TIMES) * len(TERMS) == 450


@given(receptions, terms, calendars())
def test_any_calendar_agrees_with_a_count_by_hand(
    received: datetime, term: Term, calendar: WorkingCalendar
) -> None:
    agree(received, term, calendar)


@given(receptions, receptions, terms, calendars())
def test_who_comes_later_is_never_served_earlier(
    one: datetime, other: datetime, term: Term, calendar: WorkingCalendar
) -> None:
    first, second = sorted((one, other))
    earlier, later = (
        compute_due(at.replace(tzinfo=LOCAL), term, HOURS, calendar) for at in (first, second)
    )
    assert earlier.due_at <= later.due_at


@given(receptions, terms, calendars())
def test_a_due_date_lies_after_the_reception_in_office_hours(
    received: datetime, term: Term, calendar: WorkingCalendar
) -> None:
    due = compute_due(received.replace(tzinfo=LOCAL), term, HOURS, calendar)
    assert received.replace(tzinfo=LOCAL) <= due.counted_from < due.due_at
    assert HOURS.is_office_time(due.due_at, calendar)
