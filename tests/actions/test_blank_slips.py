"""Blank slips: set aside, used by hand, typed at the laptop or, when it is lost, at the centre."""

from datetime import date, timedelta

import pytest

from tests.exchange.nodes import join, make_centre, sync
from tests.worlds.lines import receive_command
from veban.actions.dossiers.preview import preview_reception
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.numbers.blank_slips import (
    PrintBlanks,
    SlipOnPaper,
    bring_slip,
    print_blanks,
    spoil_blank,
)
from veban.core.dossiers.refusals import ReceivedInFuture
from veban.core.journal.refusals import KeyReused
from veban.core.nodes.blank_slips import BlankSlipRow, ByHandWhy, SpoiledWhy
from veban.core.numbers.allot import SerialNotOfLane, SerialTaken
from veban.core.numbers.blanks import LaneWithoutBlanks, NoBlanksLeft, SlipNeverPrinted
from veban.core.numbers.dossier_code import DossierCode

DAY = date(2026, 11, 23)


@pytest.fixture
def centre(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def laptop(centre, tmp_path):
    made = join(centre, tmp_path)
    sync(made, centre)
    return made


def me(x):
    return x.world.me.node


def printed(x, lane, count=3, key="p1"):
    return print_blanks(x.world, PrintBlanks(key, lane, count))["serials"]


def serial_of(x, key="k1", **changes):
    code = receive_dossier(x.world, receive_command(key, **changes))["code"]
    return DossierCode.from_text(code).serial


def slip_rows(x):
    journal = x.world.journal
    found = (row for stream in journal.streams() for row in journal.rows(stream))
    return sorted((r.act, r.serial) for r in found if isinstance(r, BlankSlipRow))


def test_a_laptop_prints_from_the_end_of_its_lane_and_a_repeat_gives_the_same_numbers(laptop):
    assert printed(laptop, me(laptop)) == [401, 402, 403]
    assert printed(laptop, me(laptop)) == [401, 402, 403]
    assert printed(laptop, me(laptop), key="p2") == [404, 405, 406]
    with pytest.raises(KeyReused):
        printed(laptop, me(laptop), 4)


def test_the_centre_prints_other_numbers_for_the_same_laptop(centre, laptop):
    assert printed(centre, me(laptop)) == [301, 302, 303]
    with pytest.raises(LaneWithoutBlanks):
        printed(centre, me(centre), key="own")
    with pytest.raises(NoBlanksLeft):
        printed(centre, me(laptop), 98, key="many")


def test_a_slip_is_good_for_any_day_of_the_lane_and_once_a_day(laptop):
    printed(laptop, me(laptop))
    assert serial_of(laptop, "a", paper_slip="401") == 401
    earlier = "2026-11-17T09:00:00+07:00"
    assert serial_of(laptop, "b", paper_slip="0401", received_at=earlier) == 401
    with pytest.raises(SerialTaken):
        serial_of(laptop, "c", paper_slip="401")
    assert serial_of(laptop, "d") == 1


def test_slips_of_a_laptop_that_is_gone_are_typed_at_the_centre_under_its_lane(centre, laptop):
    printed(laptop, me(laptop))
    assert serial_of(laptop) == 1
    assert serial_of(centre, "from-paper", paper_slip="402") == 402
    assert serial_of(centre, "at-desk") == 5001
    with pytest.raises(SerialTaken):
        serial_of(centre, "again", paper_slip="402")


def test_a_number_of_no_lane_is_refused_at_the_centre(centre, laptop):
    with pytest.raises(SerialNotOfLane):
        serial_of(centre, paper_slip="4999")


def test_a_laptop_takes_no_slip_of_another_lane(centre, laptop):
    with pytest.raises(SerialNotOfLane):
        serial_of(laptop, paper_slip="501")


def test_what_was_printed_and_spoiled_is_known_on_both_sides_after_an_exchange(centre, laptop):
    printed(laptop, me(laptop), 2)
    printed(centre, me(laptop), 1, key="c1")
    spoil_blank(laptop.world, SlipOnPaper("s1", 402, DAY, "lan"), SpoiledWhy.WET)
    sync(laptop, centre)
    known = [("printed", 301), ("printed", 401), ("printed", 402), ("spoiled", 402)]
    assert slip_rows(centre) == slip_rows(laptop) == known
    assert printed(laptop, me(laptop), 1, key="more") == [403]


def test_a_slip_that_was_brought_says_why_it_was_written_by_hand(centre, laptop):
    bring_slip(centre.world, SlipOnPaper("b1", 401, DAY, "lan"), ByHandWhy.LAPTOP_DEAD)
    journal = centre.world.journal
    [row] = (
        row
        for stream in journal.streams()
        for row in journal.rows(stream)
        if isinstance(row, BlankSlipRow)
    )
    assert (row.node, row.serial, row.day, row.reason) == (me(laptop), 401, DAY, "laptop_dead")
    with pytest.raises(SerialNotOfLane):
        bring_slip(centre.world, SlipOnPaper("b2", 4999, DAY, "lan"), ByHandWhy.OTHER)


def warned(x, key, **changes):
    command = receive_command(key, **changes)
    told = [w for w in preview_reception(x.world, command).event.warnings if "slip." in w]
    answer = receive_dossier(x.world, command)["warnings"]
    assert [w for w in answer if "slip." in w] == told
    return told


@pytest.mark.parametrize("serial", [404, 350, 250])
def test_a_number_that_would_be_known_here_to_be_printed_is_refused_where_it_was_not(
    centre, laptop, serial
):
    printed(laptop, me(laptop))
    printed(centre, me(laptop))
    where = centre if serial == 350 else laptop
    command = receive_command("never", paper_slip=str(serial))
    for act in (preview_reception, receive_dossier):
        with pytest.raises(SlipNeverPrinted):
            act(where.world, command)
    with pytest.raises(SlipNeverPrinted):
        bring_slip(where.world, SlipOnPaper("b", serial, DAY, "lan"), ByHandWhy.NO_POWER)


def test_what_the_other_side_may_have_printed_is_taken_with_a_warning(centre, laptop):
    printed(laptop, me(laptop))
    assert warned(laptop, "own", paper_slip="401") == []
    assert warned(laptop, "of the centre", paper_slip="301") == ["slip.printing_unknown"]
    assert warned(centre, "of the laptop", paper_slip="403") == ["slip.printing_unknown"]


def test_a_slip_typed_for_a_second_day_is_told_before_it_is_recorded(laptop):
    printed(laptop, me(laptop))
    assert warned(laptop, "a", paper_slip="403") == []
    earlier = "2026-11-18T09:00:00+07:00"
    again = warned(laptop, "b", paper_slip="403", received_at=earlier)
    assert again == ["slip.used_on_other_day"]


def test_a_slip_is_looked_at_when_its_number_is_typed(laptop):
    printed(laptop, me(laptop))
    serial_of(laptop, "a", paper_slip="401")
    with pytest.raises(SerialTaken):
        bring_slip(laptop.world, SlipOnPaper("b1", 401, DAY, "lan"), ByHandWhy.NO_POWER)
    tomorrow = DAY + timedelta(days=1)
    with pytest.raises(ReceivedInFuture):
        bring_slip(laptop.world, SlipOnPaper("b2", 402, tomorrow, "lan"), ByHandWhy.NO_POWER)


def test_numbers_in_turn_go_round_the_printed_ones(laptop):
    printed(laptop, me(laptop))
    for n in range(1, 401):
        assert serial_of(laptop, f"turn{n}") == n
    assert serial_of(laptop, "next") == 404
    assert serial_of(laptop, "by-hand", paper_slip="402") == 402
    assert serial_of(laptop, "after") == 405
