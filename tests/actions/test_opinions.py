"""An opinion is asked for, due and given; anybody may give it, also where nothing is held."""

from datetime import date

import pytest

from tests.actions.joining import join_laptop
from tests.worlds.lines import receive_command
from tests.worlds.memory import carry, staffed_centre
from tests.worlds.moving import do, history
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.core.dossiers.opinions import Answer, OpinionDuePast, OpinionNotAsked
from veban.core.dossiers.state import fold

AT = "2026-11-23T{}:00+07:00"
ASKED = {"of": "Phòng Kinh tế", "question": "Thửa đất có tranh chấp không?"}


@pytest.fixture
def centre():
    return staffed_centre()


@pytest.fixture
def code(centre):
    made = receive_dossier(centre, receive_command())["code"]
    do(centre, made, "transfer", "lan", "09:10")
    return made


def test_two_opinions_are_waited_for_and_each_is_given_once(centre, code):
    do(centre, code, "ask_opinion", "pao", "09:20", **ASKED, due_on="2026-11-25")
    do(centre, code, "ask_opinion", "pao", "09:21", of="Công an xã", question="Có cư trú không?")
    assert fold(history(centre, code)).opinions_open == {1, 2}
    do(centre, code, "give_opinion", "hoa", "10:00", ordinal=2, answer="agree")
    assert fold(history(centre, code)).opinions_open == {1}
    with pytest.raises(OpinionNotAsked):
        do(centre, code, "give_opinion", "hoa", "10:10", ordinal=2, answer="disagree")
    asked, given = history(centre, code)[-3].event, history(centre, code)[-1].event
    assert (asked.due_on, asked.person.of) == (date(2026, 11, 25), "Phòng Kinh tế")
    assert given.answer is Answer.AGREE


def test_an_opinion_stops_no_clock(centre, code):
    before = fold(history(centre, code))
    do(centre, code, "ask_opinion", "pao", "09:20", **ASKED)
    after = fold(history(centre, code))
    assert (after.state, after.due_at, after.paused_at) == (before.state, before.due_at, None)


def test_an_opinion_is_not_wanted_by_a_day_that_is_over(centre, code):
    with pytest.raises(OpinionDuePast):
        do(centre, code, "ask_opinion", "pao", "09:20", **ASKED, due_on="2026-11-22")


def test_what_nobody_asked_for_is_not_given(centre, code):
    with pytest.raises(OpinionNotAsked):
        do(centre, code, "give_opinion", "hoa", "10:00", ordinal=1, answer="agree")


def test_an_opinion_given_where_the_dossier_is_not_held_travels_as_a_message(centre):
    laptop = join_laptop(centre, "laptop-1")
    code = receive_dossier(laptop, receive_command())["code"]
    carry(laptop, centre)
    do(laptop, code, "ask_opinion", "pao", "09:20", **ASKED)
    carry(laptop, centre)
    sent = do(centre, code, "give_opinion", "minh", "10:00", ordinal=1, answer="agree_if")
    assert sent["state"] == "sent"
    laptop.clock.move_to(AT.format("10:30"))
    carry(centre, laptop)
    assert settle_messages(laptop) == 1
    assert fold(history(laptop, code)).opinions_open == frozenset()
    assert [s.event.TYPE for s in history(laptop, code)][-2:] == ["OpinionGiven", "MessageSettled"]
