"""Which numbers stand on blank slips."""

import pytest

from tests.core.numbers.cast import lease
from veban.core.numbers.blanks import (
    LaneWithoutBlanks,
    NoBlanksLeft,
    blank_part,
    choose_blanks,
    first_blank,
)

LANE = lease("laptop-1", lane=(501, 1000))


def test_a_laptop_and_its_centre_never_print_the_same_number():
    ours, theirs = blank_part(LANE, own=True), blank_part(LANE, own=False)
    assert (ours.first, ours.last, theirs.first, theirs.last) == (901, 1000, 801, 900)
    assert first_blank(LANE) == 801


def test_slips_are_taken_from_the_lowest_free_number_of_the_part():
    part = blank_part(LANE, own=True)
    assert choose_blanks(part, 3, {901, 903}) == (902, 904, 905)


def test_more_slips_than_the_part_has_are_refused_with_what_is_left():
    with pytest.raises(NoBlanksLeft) as refused:
        choose_blanks(blank_part(LANE, own=True), 2, set(range(901, 1000)))
    assert refused.value.details == {"left": 1, "wanted": 2}


def test_a_desks_own_lane_is_not_printed_in_advance():
    desk = lease("desk", lane=(5001, None))
    assert first_blank(desk) is None
    with pytest.raises(LaneWithoutBlanks):
        blank_part(desk, own=True)


def test_no_slip_at_all_is_no_batch():
    with pytest.raises(ValueError, match="at least 1"):
        choose_blanks(blank_part(LANE, own=True), 0, set())
