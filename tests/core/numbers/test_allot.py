"""No number is given twice, whoever asks, in whatever order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.numbers.cast import AGENCY, DAY, OTHER_KEY, days_later, lease
from veban.core.numbers.allot import (
    LaneGrid,
    LaneNotForDay,
    LaneUsedUp,
    NoLaneLeft,
    SerialNotOfLane,
    SerialTaken,
    check_slip_serial,
    choose_lane,
    next_serial,
)
from veban.core.numbers.lane import Lease

GRID = LaneGrid(size=500, desk_from=1501)
LANE = lease(lane=(501, 1000))


def test_the_first_number_of_a_day_is_the_lanes_first() -> None:
    assert next_serial(LANE, DAY, None) == 501


def test_the_next_number_follows_the_highest_used() -> None:
    assert next_serial(LANE, DAY, 502) == 503


def test_closed_numbers_are_passed_over() -> None:
    assert next_serial(LANE, DAY, 502, {503, 504, 506}) == 505


def test_the_last_number_is_given_and_none_after_it() -> None:
    assert next_serial(LANE, DAY, 999) == 1000
    with pytest.raises(LaneUsedUp) as refusal:
        next_serial(LANE, DAY, 1000)
    assert refusal.value.details == {
        "agency": AGENCY,
        "day": "2026-11-23",
        "from_serial": 501,
        "to_serial": 1000,
    }
    with pytest.raises(LaneUsedUp):
        next_serial(LANE, DAY, 998, {999, 1000})


def test_the_desks_lane_goes_on_past_four_digits() -> None:
    assert next_serial(lease(lane=(5001, None)), DAY, 9999) == 10000


@pytest.mark.parametrize("days", [-8, 61])
def test_a_day_outside_the_lease_is_refused(days: int) -> None:
    with pytest.raises(LaneNotForDay) as refusal:
        next_serial(LANE, DAY + timedelta(days=days), None)
    assert refusal.value.details["last_day"] == "2027-01-22"


@given(st.sets(st.integers(490, 1010)), st.integers(1, 60))
def test_numbers_rise_and_never_meet_a_closed_one(closed: set[int], wanted: int) -> None:
    given_out: list[int] = []
    for _ in range(wanted):
        try:
            given_out.append(next_serial(LANE, DAY, given_out[-1] if given_out else None, closed))
        except LaneUsedUp:
            break
    assert given_out == [n for n in range(501, 1001) if n not in closed][:wanted]


def test_a_blank_slips_number_is_good_for_any_day_of_its_lane_once() -> None:
    for days in (-7, 0, 60):
        check_slip_serial(LANE, DAY + timedelta(days=days), 990, taken=())
    with pytest.raises(SerialTaken):
        check_slip_serial(LANE, DAY, 990, taken={990})
    with pytest.raises(SerialNotOfLane):
        check_slip_serial(LANE, DAY, 1001, taken=())
    with pytest.raises(LaneNotForDay):
        check_slip_serial(LANE, DAY + timedelta(days=61), 990, taken=())


def wanted(node: str, days: int = 0, key: str = OTHER_KEY) -> Lease:
    return lease(node, key, given_at=days_later(days))


def numbers(lane: Lease) -> tuple[int, int | None]:
    return lane.from_serial, lane.to_serial


def test_nodes_get_slots_of_equal_size_from_below() -> None:
    leases: list[Lease] = []
    for node in ("a", "b", "c"):
        leases.append(choose_lane(leases, wanted(node), GRID))
    assert [numbers(lane) for lane in leases] == [(1, 500), (501, 1000), (1001, 1500)]
    with pytest.raises(NoLaneLeft) as refusal:
        choose_lane(leases, wanted("d"), GRID)
    assert refusal.value.details == {"agency": AGENCY, "size": 500, "desk_from": 1501}


def test_a_renewed_lease_keeps_its_slot() -> None:
    leases = [lease("a", lane=(1, 500)), lease("b", OTHER_KEY, lane=(501, 1000))]
    renewed = choose_lane(leases, wanted("b", days=30), GRID)
    assert numbers(renewed) == (501, 1000)
    assert renewed.last_day == leases[1].last_day + timedelta(days=30)


def test_the_same_name_with_another_key_is_another_node() -> None:
    assert numbers(choose_lane([lease("a")], wanted("a"), GRID)) == (501, 1000)


def test_a_slot_is_free_again_only_when_no_day_is_shared() -> None:
    old = lease("a")  # until 60 days after it was given
    assert numbers(choose_lane([old], wanted("b", days=67), GRID)) == (501, 1000)
    assert numbers(choose_lane([old], wanted("b", days=68), GRID)) == (1, 500)


def test_a_lane_lost_in_the_meantime_is_not_taken_back() -> None:
    mine, theirs = lease("b", OTHER_KEY), lease("a", given_at=days_later(100))
    assert numbers(choose_lane([mine, theirs], wanted("b", days=100), GRID)) == (501, 1000)


def test_another_agencys_numbers_do_not_matter() -> None:
    other = lease("a", agency="H18.03.173")
    assert numbers(choose_lane([other], wanted("b"), GRID)) == (1, 500)


def test_a_lane_never_reaches_into_the_desks_numbers() -> None:
    grid = LaneGrid(size=500, desk_from=1200)
    assert list(grid.slots()) == [(1, 500), (501, 1000)]
    old = lease("b", OTHER_KEY, lane=(701, 1200))  # from a time when the desk began higher
    assert numbers(choose_lane([old], wanted("b"), grid)) == (1, 500)


def test_a_chosen_lane_waits_for_its_signature() -> None:
    assert choose_lane([], replace(wanted("b"), signature="00"), GRID).signature == ""


def test_a_grid_without_a_lane_is_a_programming_error() -> None:
    for size, desk_from in ((500, 500), (0, 500)):
        with pytest.raises(ValueError, match="no lane"):
            LaneGrid(size, desk_from)


def test_a_lane_may_hold_a_single_number() -> None:
    assert list(LaneGrid(size=1, desk_from=3).slots()) == [(1, 1), (2, 2)]


@given(
    st.lists(
        st.tuples(st.sampled_from("abcdef"), st.integers(0, 300), st.sampled_from([3, 5, 7])),
        max_size=25,
    ),
    st.integers(21, 40),
)
def test_no_two_nodes_ever_share_a_number_on_a_day(
    asks: list[tuple[str, int, int]], desk_from: int
) -> None:
    leases = [
        lease("desk", "dd" * 32, (40, None)),
        lease("desk", "dd" * 32, (40, None), days_later(200)),
    ]
    for node, days, size in asks:
        try:
            leases.append(choose_lane(leases, wanted(node, days), LaneGrid(size, desk_from)))
        except NoLaneLeft:
            continue
    holders: dict[tuple[date, int], set[str]] = {}
    for lane in leases:
        for n in range((lane.last_day - lane.first_day).days + 1):
            for serial in range(lane.from_serial, min(lane.highest_serial, 60) + 1):
                day = lane.first_day + timedelta(days=n)
                holders.setdefault((day, serial), set()).add(lane.node)
    assert {place: nodes for place, nodes in holders.items() if len(nodes) > 1} == {}


def test_a_unit_leases_lanes_of_five_hundred_unless_told_otherwise() -> None:
    lanes = [numbers(choose_lane([], wanted("a"), LaneGrid())), *list(LaneGrid().slots())[-1:]]
    assert lanes == [(1, 500), (4501, 5000)]
    assert LaneGrid().desk_from == 5001
