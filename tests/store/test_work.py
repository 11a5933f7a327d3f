"""The work lists of a database are those read off a journal in memory."""

from datetime import timedelta

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.worlds.lines import receive_command
from tests.worlds.memory import staffed_centre
from veban.actions.dossiers.receive import receive_dossier
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
