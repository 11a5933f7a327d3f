"""Handing back is a check: a fault goes back, is corrected, and moves no figure."""

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, staffed_centre
from tests.worlds.moving import do, row
from veban.actions.dossiers.do import get_dossier
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.core.dossiers.hand_back import PromiseTooEarly, ResultFaulty, ResultNotFaulty
from veban.core.dossiers.offer import moves_offered
from veban.core.dossiers.refusals import MoveNotAllowed
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode

SIGNED, FOUND = "2026-11-25T09:00:00+07:00", "2026-11-26T08:00:00+07:00"
RIGHT, BACK = "2026-11-30T09:00:00+07:00", "2026-12-01T08:00:00+07:00"
FAULT = {"reason": "Sai năm sinh: 1988, không phải 1998.", "promised_on": "2026-12-01"}


@pytest.fixture
def centre():
    return staffed_centre()


@pytest.fixture
def code(centre):
    made = receive_dossier(centre, receive_command())["code"]
    do(centre, made, "transfer", "lan", "2026-11-23T09:10:00+07:00")
    do(centre, made, "sign", "hoa", SIGNED, result="Giấy xác nhận")
    return made


def test_a_faulty_result_stays_done_keeps_its_end_and_is_not_handed_back(centre, code):
    before = row(centre, code)
    assert do(centre, code, "find_fault", "lan", FOUND, **FAULT)["state"] == 9
    after = row(centre, code)
    assert (after.ended_at, after.due_at) == (before.ended_at, before.due_at)
    assert after.promised_on.isoformat() == "2026-12-01"
    with pytest.raises(ResultFaulty):
        do(centre, code, "hand_back", "lan", FOUND, to="Vàng Thị Dua")


def test_the_right_result_is_handed_back_after_it_was_read_aloud(centre, code):
    do(centre, code, "find_fault", "lan", FOUND, **FAULT)
    do(centre, code, "correct", "hoa", RIGHT, result="Giấy xác nhận")
    back = do(centre, code, "hand_back", "lan", BACK, to="Vàng Thị Dua", read_aloud=True)
    assert back["state"] == 10
    assert row(centre, code).promised_on is None


def test_a_page_offers_to_hand_back_or_to_correct_and_never_both(centre, code):
    assert offered(centre, code) >= {"hand_back", "find_fault"}
    assert "correct" not in offered(centre, code)
    do(centre, code, "find_fault", "lan", FOUND, **FAULT)
    assert "hand_back" not in offered(centre, code)
    assert "correct" in offered(centre, code)


def offered(world, code):
    with world.journal.writing() as writing:
        dossier = get_dossier(writing, code)
    return {move.name for move in moves_offered(dossier, frozenset(Role), Mode.FULL)}


def test_nothing_is_corrected_that_nobody_found_wrong(centre, code):
    with pytest.raises(ResultNotFaulty):
        do(centre, code, "correct", "hoa", RIGHT, result="Giấy xác nhận")


def test_a_promise_lies_not_before_the_day_itself(centre, code):
    with pytest.raises(PromiseTooEarly):
        do(centre, code, "find_fault", "lan", FOUND, reason="Sai tên", promised_on="2026-11-25")


@pytest.mark.parametrize("why", ["absent", "refused", "moved", "died"])
def test_nobody_there_is_recorded_and_the_result_waits(centre, code, why):
    assert do(centre, code, "not_handed_back", "lan", FOUND, why=why)["state"] == 9
    assert row(centre, code).promised_on is None


def test_only_a_result_that_is_here_can_be_wrong(centre):
    fresh = receive_dossier(centre, receive_command("k3"))["code"]
    with pytest.raises(MoveNotAllowed):
        do(centre, fresh, "find_fault", "lan", FOUND, **FAULT)


def test_a_fault_found_in_the_village_is_a_message_that_the_centre_settles(centre, code):
    laptop = join_laptop(centre, "laptop")
    carry(centre, laptop)
    assert do(laptop, code, "find_fault", "lan", FOUND, **FAULT)["state"] == "sent"
    carry(laptop, centre)
    settle_messages(centre)
    assert row(centre, code).promised_on.isoformat() == "2026-12-01"
