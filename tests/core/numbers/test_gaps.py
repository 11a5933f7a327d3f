"""Every number passed over is named, with its lane."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from tests.core.numbers.cast import DAY, OTHER_KEY, days_later, lease
from veban.core.numbers.gaps import list_gaps

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
