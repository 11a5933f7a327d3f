"""A clock that once ran ahead: what was written still goes home, and reception goes on lawfully."""

import io
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.exchange.nodes import entries_by, join, make_centre, sync
from tests.exchange.test_sync import dossier
from tests.worlds.lines import receive_command
from tests.worlds.memory import MONDAY, SetClock
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.exchange.make_bundle import make_bundle
from veban.actions.exchange.take_bundle import take_bundle
from veban.actions.nodes.set_clock_right import set_clock_right
from veban.core.journal.clock import ClockBehindCentre, ClockSetRight, clock_stream
from veban.core.journal.refusals import ClockBehind
from veban.core.people.officers import OfficerLacksRole


@pytest.fixture
def centre(tmp_path):
    return make_centre(tmp_path)


@pytest.fixture
def laptop(centre, tmp_path):
    """A laptop that received one dossier with its clock four days ahead; it is right now."""
    made = join(centre, tmp_path, officers=("lan", "pao"))
    assert sync(made, centre).done
    own = SetClock(MONDAY + timedelta(days=4))
    made.world.journal.clock = own
    made = replace(made, world=replace(made.world, clock=own))
    receive_dossier(made.world, receive_command("ahead"))
    own.at = MONDAY
    return made


def recorded(x):
    return [entry.header.recorded_at for entry in x.world.journal.chain(x.world.me.node)]


def test_what_was_written_goes_home_by_line_and_only_the_release_waits(centre, laptop):
    synced = sync(laptop, centre)
    assert (synced.left, synced.reason) == (0, ClockBehind.code)
    assert synced.entries_sent >= 1
    node = laptop.world.me.node
    assert entries_by(centre, node) == entries_by(laptop, node)


def test_what_was_written_goes_home_by_stick(centre, laptop):
    bundle = b"".join(make_bundle(laptop, "centre"))
    assert take_bundle(centre, io.BytesIO(bundle)).entries >= 1


def test_a_centre_whose_clock_is_behind_still_takes_what_is_brought(centre, laptop):
    set_clock_right(laptop.world, "lan")
    centre.world.clock.move_by(timedelta(days=-2))
    synced = sync(laptop, centre)
    node = laptop.world.me.node
    assert synced.left == 0
    assert entries_by(centre, node) == entries_by(laptop, node)


def test_reception_goes_on_after_an_officer_says_the_clock_is_right(centre, laptop):
    with pytest.raises(ClockBehind):
        receive_dossier(laptop.world, receive_command("now"))
    assert set_clock_right(laptop.world, "lan")
    code = receive_dossier(laptop.world, receive_command("now"))["code"]
    assert recorded(laptop) == sorted(recorded(laptop))
    said = laptop.world.journal.history(clock_stream(laptop.world.me.node))
    assert [(one.event, one.header.actor) for one in said] == [
        (ClockSetRight(MONDAY, MONDAY + timedelta(days=4)), "lan")
    ]
    assert sync(laptop, centre).done
    assert dossier(centre, code).holder == "centre"
    assert centre.world.journal.verify()[1] == laptop.world.journal.verify()[1] == []


def test_a_clock_that_goes_back_further_is_stopped_again(laptop):
    set_clock_right(laptop.world, "lan")
    laptop.world.clock.move_by(timedelta(hours=-1))
    with pytest.raises(ClockBehind):
        receive_dossier(
            laptop.world, receive_command("now", received_at="2026-11-23T07:30:00+07:00")
        )


def test_a_clock_that_ran_ahead_once_more_needs_a_word_of_its_own(laptop):
    set_clock_right(laptop.world, "lan")
    laptop.world.clock.at = MONDAY + timedelta(days=6)
    receive_dossier(laptop.world, receive_command("far"))
    laptop.world.clock.at = MONDAY
    with pytest.raises(ClockBehind):
        receive_dossier(laptop.world, receive_command("now"))
    assert set_clock_right(laptop.world, "lan")
    receive_dossier(laptop.world, receive_command("now"))


def test_a_clock_before_what_the_centre_last_said_cannot_be_called_right(laptop):
    with pytest.raises(ClockBehindCentre):
        set_clock_right(laptop.world, "lan", MONDAY + timedelta(hours=1))


def test_who_only_handles_dossiers_does_not_speak_for_the_clock(laptop):
    with pytest.raises(OfficerLacksRole):
        set_clock_right(laptop.world, "pao")


def test_there_is_nothing_to_say_where_the_clock_is_not_behind(centre):
    assert set_clock_right(centre.world, "lan") is False
