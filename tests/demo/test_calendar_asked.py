"""The demo asks the program for the working days of its story."""

from datetime import date, datetime

from demo.calendar_asked import make_plan
from demo.practice_clock import LOCAL
from demo.processes import Node


def plan_after(tmp_path, day, procedures=("1.001193",)):
    return make_plan(Node(tmp_path / "centre", {}), day, procedures)


def test_the_centre_works_on_the_next_two_working_days_and_not_on_a_day_off(tmp_path):
    plan = plan_after(tmp_path, date(2026, 11, 20))
    assert plan.work_at == datetime(2026, 11, 23, 7, 30, tzinfo=LOCAL)
    # 24 November 2026 is a day off.
    assert plan.back_at == datetime(2026, 11, 25, 7, 30, tzinfo=LOCAL)


def test_a_file_whose_procedures_nobody_knows_still_has_a_plan(tmp_path):
    plan = plan_after(tmp_path, date(2026, 11, 20), ["9.999999"])
    assert plan.work_at < plan.back_at
