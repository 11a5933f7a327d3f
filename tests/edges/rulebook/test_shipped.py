"""The law as shipped answers for procedures, units, days and tables."""

from datetime import date, time

import pytest

from veban.core.procedures.fees import fee_for
from veban.core.procedures.procedure import ProcedureUnknown
from veban.core.procedures.term import Term, TermRule
from veban.edges.rulebook.shipped import ShippedRules, UnitUnknown

DAY = date(2026, 12, 1)


@pytest.fixture(scope="module")
def rules():
    return ShippedRules()


def test_birth_registration_is_same_day_and_free_at_the_desk(rules):
    birth = rules.procedure("1.001193").on(DAY)
    assert birth.term == Term(TermRule.SAME_DAY)
    assert fee_for(birth, 1).vnd == 0


def test_the_mobile_form_names_the_ordinary_one_and_back(rules):
    mobile = rules.procedure("1.003583")
    assert mobile.variant_of == "1.001193"
    assert rules.procedure(mobile.variant_of).mobile_variant == mobile.code
    assert mobile.on(DAY).term == Term(TermRule.WORKING_DAYS, 5)


def test_a_fee_set_by_the_province_is_not_invented_but_says_why(rules):
    fee = fee_for(rules.procedure("1.004859").on(DAY), 1)
    assert fee.vnd is None
    assert rules.fee_reasons()[fee.reason].asks_resolution


def test_an_unknown_term_is_none_with_a_reason(rules):
    yearly = rules.procedure("1.011606").on(DAY)
    assert (yearly.term, yearly.due_reason) == (None, "term.unknown")


def test_an_unknown_procedure_is_refused_by_code(rules):
    with pytest.raises(ProcedureUnknown) as refused:
        rules.procedure("9.999999")
    assert refused.value.details == {"procedure": "9.999999"}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("đăng ký khai sinh", "1.001193"),
        ("DANG KY KHAI SINH", "1.001193"),
        ("khai sinh lưu động", "1.003583"),
        ("ket hon", "1.000894"),
        ("hộ khẩu", "1.004222"),
        ("1.004859", "1.004859"),
    ],
)
def test_procedures_are_found_with_and_without_tone_marks(rules, typed, first):
    assert rules.find_procedures(typed)[0].code == first


def test_words_that_name_nothing_find_nothing(rules):
    assert rules.find_procedures("xyzzy") == ()


def test_swapped_days_count_as_the_government_swapped_them(rules):
    calendar = rules.calendar()
    assert not calendar.is_working(date(2026, 8, 31))
    assert calendar.is_working(date(2026, 8, 22))


def test_years_beyond_the_announced_ones_are_provisional(rules):
    calendar = rules.calendar()
    assert calendar.announced_years == {2025, 2026, 2027}
    assert calendar.provisional_years == {2028, 2029, 2030}


@pytest.mark.parametrize(
    "new_year", [date(2028, 1, 26), date(2029, 2, 13), date(2030, 2, 2)], ids=str
)
def test_lunar_new_year_is_off_in_provisional_years(rules, new_year):
    assert new_year in rules.calendar().days_off


def test_office_hours_close_same_day_work_at_three(rules):
    hours = rules.office_hours(DAY)
    assert (hours.same_day_cutoff, hours.results_until) == (time(15), time(17))


def test_na_sang_has_its_villages_and_a_placeholder_agency_code(rules):
    assert "Na Pheo" in rules.unit("03172").villages
    assert rules.agency_placeholder("03172") == "H18.03.172"
    assert rules.agency_placeholder("11") == "H18"


def test_there_are_forty_five_units_and_the_province(rules):
    assert len(rules.units()) == 46


def test_an_unknown_unit_is_refused_by_code(rules):
    with pytest.raises(UnitUnknown):
        rules.unit("00000")


def test_there_are_ten_states_and_seven_slips(rules):
    assert sorted(rules.statuses()) == list(range(1, 11))
    assert len(rules.slips()) == 7


def test_an_age_is_asked_for_from_the_day_of_its_law_on(rules):
    assert set(rules.ages(date(2026, 11, 24))) == {"aged_60", "aged_75", "under_3"}
    assert "aged_75" not in rules.ages(date(2025, 6, 30))
