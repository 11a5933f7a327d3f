"""The clock stands while the citizen supplements, and what it gives back is the pause."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.deadlines.na_sang import CALENDAR, HOURS
from tests.core.deadlines.test_due_by_hand import calendars, receptions, terms
from veban.core.deadlines.calendar import WorkingCalendar
from veban.core.deadlines.due import compute_due
from veban.core.deadlines.office_time import office_time_between
from veban.core.deadlines.pause import resume_due
from veban.core.procedures.term import Term, TermRule
from veban.core.shared.local_time import LOCAL, local_day, parse_instant


def local(text: str) -> datetime:
    return parse_instant(text + "+07:00")


def after_pause(term: Term, received: str, paused: str, resumed: str) -> str:
    due = compute_due(local(received), term, HOURS, CALENDAR)
    moved = resume_due(due, local(paused), local(resumed), HOURS, CALENDAR)
    return moved.explained()["due_at"].removesuffix(":00+07:00")


THREE_DAYS = Term(TermRule.WORKING_DAYS, 3)


def test_a_term_in_working_days_gets_back_the_working_days_of_the_pause() -> None:
    monday, due = "2026-12-07T08:00", "2026-12-10T17:00"
    assert after_pause(THREE_DAYS, monday, "2026-12-08T09:00", "2026-12-08T16:00") == due
    assert (
        after_pause(THREE_DAYS, monday, "2026-12-08T09:00", "2026-12-11T09:00")
        == "2026-12-15T17:00"  # three days: Wednesday to Friday; the weekend is none
    )


def test_a_supplement_on_a_saturday_counts_from_monday() -> None:
    assert (
        after_pause(THREE_DAYS, "2026-12-07T08:00", "2026-12-09T09:00", "2026-12-12T09:00")
        == "2026-12-15T17:00"
    )


def test_a_pause_while_the_centre_is_closed_moves_nothing_in_working_days() -> None:
    assert (
        after_pause(THREE_DAYS, "2026-12-10T08:00", "2026-12-11T17:30", "2026-12-14T07:00")
        == "2026-12-15T17:00"
    )


def test_what_is_left_on_the_day_of_the_supplement_follows_the_cutoff() -> None:
    same_day = Term(TermRule.SAME_DAY)
    monday, asked = "2026-12-07T08:00", "2026-12-07T09:00"
    assert after_pause(same_day, monday, asked, "2026-12-09T14:59") == "2026-12-09T17:00"
    assert after_pause(same_day, monday, asked, "2026-12-09T15:00") == "2026-12-10T17:00"


def test_a_term_in_calendar_days_gets_back_the_days_between_and_ends_on_a_working_day() -> None:
    ten_days = Term(TermRule.CALENDAR_DAYS, 10)  # Monday the 7th to Thursday the 17th
    assert (
        after_pause(ten_days, "2026-12-07T08:00", "2026-12-09T08:00", "2026-12-11T08:00")
        == "2026-12-21T17:00"  # Saturday the 19th, so Monday
    )


def test_a_term_in_working_hours_gets_back_the_office_time_of_the_pause() -> None:
    eight_hours = Term(TermRule.WORKING_HOURS, 8)  # Tuesday 08:00
    assert (
        after_pause(eight_hours, "2026-12-07T07:30", "2026-12-07T10:30", "2026-12-07T14:00")
        == "2026-12-08T09:30"
    )


def test_a_term_that_had_run_out_stays_run_out() -> None:
    due = compute_due(local("2026-12-07T08:00"), THREE_DAYS, HOURS, CALENDAR)
    paused, resumed = local("2026-12-10T17:00"), local("2026-12-20T08:00")
    assert resume_due(due, paused, resumed, HOURS, CALENDAR) == due


def test_a_supplement_before_it_was_asked_for_is_a_programming_error() -> None:
    due = compute_due(local("2026-12-07T08:00"), THREE_DAYS, HOURS, CALENDAR)
    with pytest.raises(ValueError, match="cannot end a pause"):
        resume_due(due, due.due_at, due.counted_from, HOURS, CALENDAR)


def test_a_pause_into_a_provisional_year_says_so() -> None:
    due = compute_due(local("2027-12-28T08:00"), THREE_DAYS, HOURS, CALENDAR)
    moved = resume_due(due, local("2027-12-29T08:00"), local("2028-01-05T08:00"), HOURS, CALENDAR)
    assert (due.provisional, moved.provisional) == (False, True)


@given(receptions, terms, calendars(), st.integers(0, 60_000), st.integers(0, 90_000))
def test_pausing_never_shortens_a_term(
    received: datetime, term: Term, calendar: WorkingCalendar, wait: int, pause: int
) -> None:
    received = received.replace(tzinfo=LOCAL)
    due = compute_due(received, term, HOURS, calendar)
    paused = received + timedelta(minutes=wait)
    resumed = paused + timedelta(minutes=pause)
    moved = resume_due(due, paused, resumed, HOURS, calendar)
    assert moved.due_at >= due.due_at
    if paused >= due.due_at:
        return
    assert moved.due_at > resumed
    assert HOURS.is_office_time(moved.due_at, calendar)
    if term.rule is TermRule.WORKING_HOURS:
        before = office_time_between(paused, due.due_at, HOURS, calendar)
        assert office_time_between(resumed, moved.due_at, HOURS, calendar) == before
    elif term.rule is TermRule.CALENDAR_DAYS:
        before = local_day(due.due_at) - local_day(paused)
        assert local_day(moved.due_at) - local_day(resumed) >= before
    else:
        # The day a closed door moves the pause to is one of the days that were left.
        closed_when_asked = not calendar.is_working(local_day(paused)) or paused.hour >= 17
        before = calendar.count_working_days(local_day(paused), local_day(due.due_at))
        left = calendar.count_working_days(local_day(resumed), local_day(moved.due_at))
        assert left >= before - closed_when_asked


@given(receptions, terms, calendars(), st.integers(0, 90_000), st.integers(0, 90_000))
def test_a_longer_pause_never_ends_in_an_earlier_date(
    received: datetime, term: Term, calendar: WorkingCalendar, one: int, other: int
) -> None:
    received = received.replace(tzinfo=LOCAL)
    due = compute_due(received, term, HOURS, calendar)
    short, long = (
        resume_due(due, received, received + timedelta(minutes=n), HOURS, calendar)
        for n in sorted((one, other))
    )
    assert short.due_at <= long.due_at
