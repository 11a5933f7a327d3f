"""A legal value holds from its day until the next one begins."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from veban.core.law.dated import Confidence, Dated, DatedValue, LawUnknown, Source

SOURCE = Source("01/2020/NĐ-CP", "1", Confidence.CHECKED)
RATE = Dated.of(
    "rate",
    [
        DatedValue(date(2026, 7, 1), 540_000, SOURCE),
        DatedValue(date(2024, 7, 1), 500_000, SOURCE),
    ],
)


def test_a_value_holds_on_its_first_day():
    assert RATE.at(date(2026, 7, 1)) == 540_000


def test_the_day_before_a_change_still_has_the_old_value():
    assert RATE.at(date(2026, 6, 30)) == 500_000


def test_a_day_before_every_value_is_refused_with_the_name_and_the_day():
    with pytest.raises(LawUnknown) as refused:
        RATE.at(date(2024, 6, 30))
    assert refused.value.code == "law.unknown"
    assert refused.value.details == {"what": "rate", "day": "2024-06-30"}


def test_the_source_comes_with_the_value():
    assert RATE.entry_at(date(2026, 12, 1)).source == SOURCE


def test_one_day_cannot_have_two_values():
    twice = [DatedValue(date(2026, 1, 1), amount, SOURCE) for amount in (1, 2)]
    with pytest.raises(ValueError, match="rise without repeats"):
        Dated.of("rate", twice)


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=8, unique=True), st.integers(0, 5000))
def test_the_value_in_force_is_the_latest_that_began(starts, asked):
    first = date(2020, 1, 1)
    values = [DatedValue(first + timedelta(days=start), start, SOURCE) for start in starts]
    dated, day = Dated.of("any", values), first + timedelta(days=asked)
    begun = [start for start in starts if start <= asked]
    if begun:
        assert dated.at(day) == max(begun)
    else:
        with pytest.raises(LawUnknown):
            dated.at(day)
