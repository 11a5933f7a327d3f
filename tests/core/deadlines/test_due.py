"""Due dates, read like the statutes they follow."""

from datetime import datetime

import pytest

from tests.core.deadlines.na_sang import CALENDAR, HOURS
from veban.core.deadlines.calendar import CalendarUnknown
from veban.core.deadlines.due import compute_due
from veban.core.procedures.term import Term, TermRule
from veban.core.shared.local_time import parse_instant

SAME_DAY = Term(TermRule.SAME_DAY)


def working_days(amount: int) -> Term:
    return Term(TermRule.WORKING_DAYS, amount)


def calendar_days(amount: int) -> Term:
    return Term(TermRule.CALENDAR_DAYS, amount)


def working_hours(amount: int) -> Term:
    return Term(TermRule.WORKING_HOURS, amount)


def explain(received: str, term: Term) -> dict[str, str]:
    return compute_due(parse_instant(received + "+07:00"), term, HOURS, CALENDAR).explained()


def due(received: str, term: Term) -> str:
    return explain(received, term)["due_at"].removesuffix(":00+07:00")


def counted(received: str) -> str:
    return explain(received, SAME_DAY)["counted_from"].removesuffix(":00+07:00")


@pytest.mark.parametrize(
    ("received", "due_at"),
    [
        ("2026-12-01T07:00", "2026-12-01T17:00"),  # before opening
        ("2026-12-01T12:15", "2026-12-01T17:00"),  # lunch
        ("2026-12-01T14:59", "2026-12-01T17:00"),
        ("2026-12-01T14:59:59", "2026-12-01T17:00"),
        ("2026-12-01T15:00", "2026-12-02T17:00"),
        ("2026-12-01T16:59", "2026-12-02T17:00"),
        ("2026-12-01T17:00", "2026-12-02T17:00"),
        ("2026-12-04T14:59", "2026-12-04T17:00"),  # Friday
        ("2026-12-04T15:00", "2026-12-07T17:00"),
        ("2026-12-05T09:00", "2026-12-07T17:00"),  # Saturday
        ("2026-12-06T16:00", "2026-12-07T17:00"),  # Sunday
        ("2026-11-23T15:00", "2026-11-25T17:00"),  # Culture Day between
        ("2026-11-24T08:00", "2026-11-25T17:00"),
        ("2026-08-22T10:00", "2026-08-22T17:00"),  # swapped Saturday
        ("2026-08-21T15:30", "2026-08-22T17:00"),
        ("2026-08-28T16:00", "2026-09-03T17:00"),  # National Day and its bridge
        ("2026-02-13T15:00", "2026-02-23T17:00"),  # Tết
        ("2026-12-31T15:00", "2027-01-04T17:00"),  # year border
    ],
)
def test_same_day_work_is_due_that_day_before_the_cutoff_and_the_next_working_day_from_it(
    received: str, due_at: str
) -> None:
    assert due(received, SAME_DAY) == due_at


@pytest.mark.parametrize(
    ("received", "amount", "due_at"),
    [
        ("2026-12-01T08:00", 1, "2026-12-02T17:00"),
        ("2026-12-01T16:59", 1, "2026-12-02T17:00"),
        ("2026-12-01T17:00", 1, "2026-12-03T17:00"),
        ("2026-12-05T08:00", 1, "2026-12-08T17:00"),  # Saturday counts as Monday
        ("2026-11-23T08:00", 1, "2026-11-25T17:00"),
        ("2026-08-20T08:00", 2, "2026-08-22T17:00"),  # a swapped Saturday is a working day
        ("2026-02-12T08:00", 3, "2026-02-24T17:00"),  # over Tết
        ("2026-12-30T08:00", 3, "2027-01-05T17:00"),
    ],
)
def test_day_of_receipt_is_not_counted_and_the_next_working_day_is_day_one(
    received: str, amount: int, due_at: str
) -> None:
    assert due(received, working_days(amount)) == due_at


@pytest.mark.parametrize(
    ("received", "amount", "due_at"),
    [
        ("2026-12-01T08:00", 7, "2026-12-08T17:00"),
        ("2026-12-01T08:00", 4, "2026-12-07T17:00"),  # ends on Saturday
        ("2026-12-01T17:00", 5, "2026-12-07T17:00"),  # counts as the 2nd
        ("2026-12-05T08:00", 1, "2026-12-08T17:00"),  # counts as Monday the 7th
        ("2026-11-14T09:00", 8, "2026-11-25T17:00"),  # ends on Culture Day
        ("2026-08-12T08:00", 10, "2026-08-22T17:00"),  # ends on a swapped Saturday
    ],
)
def test_calendar_days_run_through_and_end_on_the_next_working_day(
    received: str, amount: int, due_at: str
) -> None:
    assert due(received, calendar_days(amount)) == due_at


@pytest.mark.parametrize(
    ("received", "amount", "due_at"),
    [
        ("2026-12-01T07:00", 1, "2026-12-01T08:30"),  # before opening: from opening
        ("2026-12-01T07:30", 4, "2026-12-01T11:30"),  # used up when the session ends
        ("2026-12-01T09:30", 4, "2026-12-01T15:30"),  # over lunch
        ("2026-12-01T12:00", 1, "2026-12-01T14:30"),  # in the lunch break
        ("2026-12-01T07:30", 8, "2026-12-02T08:00"),  # a day has seven and a half hours
        ("2026-12-04T16:47", 1, "2026-12-07T08:17"),
        ("2026-12-04T17:00", 1, "2026-12-07T08:30"),
        ("2026-11-23T16:30", 8, "2026-11-25T17:00"),
    ],
)
def test_working_hours_run_in_office_hours_only(received: str, amount: int, due_at: str) -> None:
    assert due(received, working_hours(amount)) == due_at


@pytest.mark.parametrize(
    ("received", "counted_from"),
    [
        ("2026-12-01T06:00", "2026-12-01T06:00"),
        ("2026-12-01T12:00", "2026-12-01T12:00"),
        ("2026-12-01T16:59", "2026-12-01T16:59"),
        ("2026-12-01T17:00", "2026-12-02T07:30"),
        ("2026-12-05T09:00", "2026-12-07T07:30"),
        ("2026-01-10T09:00", "2026-01-10T09:00"),
        ("2026-11-24T23:59", "2026-11-25T07:30"),
    ],
)
def test_what_comes_on_a_day_off_or_after_closing_counts_from_the_next_opening(
    received: str, counted_from: str
) -> None:
    assert counted(received) == counted_from


def test_the_local_day_counts_whatever_offset_the_instant_is_written_in() -> None:
    late_in_utc = parse_instant("2026-12-01T18:30:00+00:00")  # 01:30 on the 2nd, local
    assert (
        compute_due(late_in_utc, working_days(1), HOURS, CALENDAR).explained()["due_at"]
        == "2026-12-03T17:00:00+07:00"
    )


def test_an_instant_without_offset_is_a_programming_error() -> None:
    with pytest.raises(ValueError, match="offset"):
        compute_due(datetime(2026, 12, 1, 8), SAME_DAY, HOURS, CALENDAR)  # noqa: DTZ001


def test_a_count_into_a_provisional_year_says_so() -> None:
    assert "calendar" not in explain("2027-12-29T08:00", working_days(2))
    assert explain("2027-12-30T08:00", working_days(2))["calendar"] == "provisional"
    assert explain("2028-01-05T08:00", SAME_DAY)["calendar"] == "provisional"


@pytest.mark.parametrize(
    ("received", "term"),
    [
        ("2025-12-31T08:00", SAME_DAY),
        ("2028-12-29T16:00", SAME_DAY),
        ("2028-12-29T08:00", working_days(1)),
        ("2028-12-20T08:00", calendar_days(15)),
        ("2028-12-29T16:00", working_hours(2)),
    ],
)
def test_a_count_into_a_year_without_calendar_is_refused_by_name(received: str, term: Term) -> None:
    with pytest.raises(CalendarUnknown) as refusal:
        due(received, term)
    assert refusal.value.code == "deadlines.calendar_unknown"
    assert refusal.value.details["year"] in (2025, 2029)
