"""A new date is later than the old one, and at a time when the centre is open."""

import pytest

from tests.core.deadlines.na_sang import CALENDAR, HOURS
from veban.core.deadlines.calendar import CalendarUnknown
from veban.core.deadlines.due import compute_due
from veban.core.deadlines.reappoint import (
    NewDateNotLater,
    NewDateOutsideHours,
    reappoint_due,
)
from veban.core.procedures.term import Term, TermRule
from veban.core.shared.local_time import parse_instant

DUE = compute_due(
    parse_instant("2026-12-07T08:00:00+07:00"), Term(TermRule.WORKING_DAYS, 3), HOURS, CALENDAR
)


@pytest.mark.parametrize("new", ["2026-12-11T07:30", "2026-12-11T17:00", "2027-01-04T09:00"])
def test_a_later_instant_in_office_hours_becomes_the_due_date(new: str) -> None:
    moved = reappoint_due(DUE, parse_instant(new + "+07:00"), HOURS, CALENDAR)
    assert moved.explained() == {
        "due_at": new + ":00+07:00",
        "counted_from": "2026-12-07T08:00:00+07:00",
        "rule": "working_days",
    }


@pytest.mark.parametrize("new", ["2026-12-10T17:00", "2026-12-09T09:00", "2026-12-06T09:00"])
def test_a_new_date_not_after_the_old_one_is_refused(new: str) -> None:
    with pytest.raises(NewDateNotLater) as refusal:
        reappoint_due(DUE, parse_instant(new + "+07:00"), HOURS, CALENDAR)
    assert refusal.value.details["due_at"] == "2026-12-10T17:00:00+07:00"


@pytest.mark.parametrize("new", ["2026-12-11T12:00", "2026-12-11T17:01", "2026-12-12T09:00"])
def test_a_new_date_at_which_the_centre_is_closed_is_refused(new: str) -> None:
    with pytest.raises(NewDateOutsideHours):
        reappoint_due(DUE, parse_instant(new + "+07:00"), HOURS, CALENDAR)


def test_a_new_date_in_a_year_without_calendar_is_refused_as_such() -> None:
    with pytest.raises(CalendarUnknown):
        reappoint_due(DUE, parse_instant("2029-01-05T09:00:00+07:00"), HOURS, CALENDAR)


def test_a_new_date_in_a_provisional_year_says_so() -> None:
    moved = reappoint_due(DUE, parse_instant("2028-01-05T09:00:00+07:00"), HOURS, CALENDAR)
    assert moved.provisional
