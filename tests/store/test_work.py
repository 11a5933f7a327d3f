"""The work lists of a database are those read off a journal in memory."""

from dataclasses import astuple
from datetime import date, timedelta

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.worlds.lines import move_command, receive_command
from tests.worlds.memory import staffed_centre
from veban.actions.dossiers.do import do_move
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.rounds.open_round import RoundPlan, close_round, open_round
from veban.core.catalogue import EVENTS, FOLDS
from veban.store.databases import config
from veban.store.databases.register import forget, migrate, register
from veban.store.journal.journal import DjangoJournal
from veban.store.journal.meaning import Meaning
from veban.store.work import DjangoWork


@pytest.fixture
def worlds(tmp_path):
    world = staffed_centre()
    for n in range(3):
        world.clock.move_by(timedelta(minutes=1))
        receive_dossier(world, receive_command(f"k{n}"))
    register("work", config.sqlite(tmp_path / "veban.db"))
    migrate("work")
    journal = DjangoJournal("work", "reader", world.clock, world.random, Meaning(EVENTS, FOLDS))
    with journal.writing() as writing:
        writing.receive(world.journal.chain("centre"))
    yield world, journal
    forget("work")


def test_work_lists_are_those_of_the_rows(worlds):
    world, _ = worlds
    work = DjangoWork("work", "centre")
    assert len(work.ready_to_release()) == 3
    assert sorted(work.ready_to_release()) == sorted(world.work.ready_to_release())
    assert work.released_here() == world.work.released_here() == []
    assert work.unsettled_messages() == world.work.unsettled_messages() == []
    assert work.messages_about(work.ready_to_release()[0]) == []
    leases = world.work.leases("H18.03.172")
    assert work.leases("H18.03.172") == leases
    assert DjangoWork("work", "reader").ready_to_release() == []


def test_a_real_day_is_rebuilt_identical(worlds):
    _, journal = worlds
    count, identical = journal.rebuild()
    assert identical
    assert count == len(list(journal.chain("centre")))
    assert journal.verify() == (count, [])


def round_with_a_result_on_its_way(world):
    """Receive three dossiers with a scan on a round; sign one and hand its paper out again."""
    plan = RoundPlan("Na Pheo", [date(2026, 11, 23)], ["Na Pheo"], "centre", ["lan"])
    round_id = open_round(world, "03172", plan)
    codes = []
    for n, scan in enumerate(("ab" * 32, "cd" * 32, "ef" * 32)):
        papers = [{"name": "Tờ khai", "file": scan}]
        command = receive_command(f"r{n}", papers=papers, round=round_id)
        codes.append(receive_dossier(world, command)["code"])
    for move, officer, at, details in (
        ("transfer", "pao", "08:40", {}),
        ("sign", "hoa", "08:45", {"result": "Giấy"}),
        ("hand_over", "lan", "08:50", {"to": "node:centre"}),
    ):
        at = f"2026-11-23T{at}:00+07:00"
        do_move(world, move_command(codes[0], move, officer, at, **details))
    do_move(world, move_command(codes[1], "keep", "lan", "2026-11-23T08:55:00+07:00"))
    return round_id


def copied(world, journal):
    with journal.writing() as writing:
        writing.receive(world.journal.chain("centre"))
    return DjangoWork("work", "centre")


def test_a_rounds_dossiers_are_done_with_but_not_the_result_that_is_carried_out_again(worlds):
    world, journal = worlds
    round_id = round_with_a_result_on_its_way(world)
    work = copied(world, journal)
    streams = work.done_with(round_id)
    assert sorted(streams) == sorted(world.work.done_with(round_id))
    assert len(streams) == 2
    named = work.files_named(streams)
    assert {one.file for one in named} == {"cd" * 32, "ef" * 32}
    assert sorted(map(astuple, named)) == sorted(map(astuple, world.work.files_named(streams)))


def test_files_are_listed_behind_a_number_of_their_writer(worlds):
    world, journal = worlds
    round_with_a_result_on_its_way(world)
    work = copied(world, journal)
    everything = work.files_written("centre", 0)
    assert everything == world.work.files_written("centre", 0)
    assert [one.file for one in everything] == ["ab" * 32, "cd" * 32, "ef" * 32]
    assert work.files_written("centre", everything[1].seq) == everything[2:]
    assert work.files_written("reader", 0) == []


def test_what_is_kept_is_let_go_of_once_its_round_is_closed(worlds):
    world, journal = worlds
    round_id = round_with_a_result_on_its_way(world)
    work = copied(world, journal)
    before = set(work.ready_to_release())
    assert before == set(world.work.ready_to_release())
    close_round(world, round_id, "minh")
    copied(world, journal)
    assert set(work.ready_to_release()) == set(world.work.ready_to_release())
    assert len(work.ready_to_release()) == len(before) + 1
