"""Every number passed over is named, with its lane."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.core.numbers.cast import DAY, OTHER_KEY, days_later, lease
from veban.core.numbers.gaps import Blanks, list_gaps

LAPTOP = lease("laptop-1", lane=(1, 500))
SECOND = lease("laptop-2", OTHER_KEY, lane=(501, 1000))
DESK = lease("desk", "dd" * 32, lane=(5001, None))


def test_a_gap_names_its_lane() -> None:
    (gap,) = list_gaps([SECOND], DAY, {501, 504})
    assert (gap.node, gap.from_serial, gap.to_serial) == ("laptop-2", 501, 1000)
    assert (gap.day, gap.first, gap.last) == (DAY, 502, 503)


def test_numbers_above_the_highest_used_are_no_gap() -> None:
    assert list_gaps([LAPTOP, SECOND, DESK], DAY, {1, 2, 501, 5001}) == ()


def test_a_renewed_lane_is_listed_once() -> None:
    renewed = lease("laptop-1", lane=(1, 500), given_at=days_later(3))
    assert len(list_gaps([LAPTOP, renewed], DAY, {2})) == 1


def test_a_lane_that_does_not_reach_the_day_has_no_gap() -> None:
    assert list_gaps([LAPTOP], DAY - timedelta(days=8), {2}) == ()


@given(st.sets(st.sampled_from([*range(1, 30), *range(501, 530), *range(5001, 5030)])))
def test_used_numbers_and_gaps_make_up_each_lane_without_a_rest(used: set[int]) -> None:
    gaps = list_gaps([DESK, SECOND, LAPTOP], DAY, used)
    missing = [n for gap in gaps for n in range(gap.first, gap.last + 1)]
    assert missing == sorted(set(missing) - used)
    for lane in (LAPTOP, SECOND, DESK):
        mine = sorted(n for n in [*used, *missing] if lane.covers(DAY, n))
        assert mine == list(range(lane.from_serial, lane.from_serial + len(mine)))
        assert not mine or mine[-1] in used


def named(gaps):
    return [(gap.why.value, gap.first, gap.last) for gap in gaps]


def test_blank_slips_not_used_are_named_and_those_below_a_used_one_are_not_passed_over() -> None:
    blanks = Blanks(printed=frozenset(range(401, 406)), used=frozenset({402}))
    assert named(list_gaps([LAPTOP], DAY, {1, 3, 402}, blanks, {402})) == [
        ("closed", 2, 2),
        ("blank_unused", 401, 401),
        ("blank_unused", 403, 405),
    ]


def test_a_spoiled_slip_is_named_as_such_and_one_used_after_all_is_not() -> None:
    blanks = Blanks(
        printed=frozenset({401, 402, 403}), used=frozenset({403}), spoiled=frozenset({402, 403})
    )
    assert named(list_gaps([LAPTOP], DAY, set(), blanks)) == [
        ("blank_unused", 401, 401),
        ("blank_spoiled", 402, 402),
    ]


def test_a_lane_that_went_past_its_blank_slips_closes_none_of_them() -> None:
    blanks = Blanks(printed=frozenset({4, 5}))
    assert named(list_gaps([LAPTOP], DAY, {1, 2, 6}, blanks)) == [
        ("closed", 3, 3),
        ("blank_unused", 4, 5),
    ]


def test_a_slip_closes_no_number_whether_or_not_its_printing_is_known() -> None:
    assert named(list_gaps([LAPTOP], DAY, {1, 3, 401}, slips={401})) == [("closed", 2, 2)]
