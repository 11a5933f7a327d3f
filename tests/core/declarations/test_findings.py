"""Ages at marriage are a finding for the officer, counted in completed years."""

from datetime import date

import pytest

from veban.core.declarations.findings import has_completed, too_young
from veban.core.declarations.form import get_form
from veban.edges.rulebook.shipped import ShippedRules

MARRIAGE = get_form(ShippedRules().declarations(), "marriage")
DAY = date(2026, 11, 23)


def found(wife, husband):
    data = {"wife": {"birth_date": wife}, "husband": {"birth_date": husband}}
    return [(one.section.name, one.years) for one in too_young(MARRIAGE, data, DAY)]


def test_a_wife_of_eighteen_and_a_husband_of_twenty_may_marry():
    assert found("2008-11-23", "2006-11-23") == []


def test_a_day_less_is_found_on_either_side():
    assert found("2008-11-24", "2006-11-24") == [("wife", 18), ("husband", 20)]


@pytest.mark.parametrize("unknown", ["", "2010", "hôm qua"])
def test_what_is_not_known_whole_is_nobodys_fault(unknown):
    assert found(unknown, unknown) == []


def test_years_of_a_leap_day_are_completed_on_the_first_of_march():
    assert not has_completed("2008-02-29", 18, date(2026, 2, 28))
    assert has_completed("2008-02-29", 18, date(2026, 3, 1))
