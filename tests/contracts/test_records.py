"""National records on every store: taken once, merged, exported the same, cut short and resumed."""

import json
from dataclasses import replace

import pytest

from tests.worlds.lines import receive_command
from tests.worlds.memory import NA_SANG, STAFF, MemoryWork, carry, memory_world
from tests.worlds.records import BACK, DONE, Line, exported, record, take, the_one
from veban.actions.dossiers.erase import erase_dossier
from veban.actions.dossiers.import_records import BATCH, Imported, import_records
from veban.actions.dossiers.link_code import link_code
from veban.actions.dossiers.receive import receive_dossier
from veban.actions.dossiers.settle import settle_messages
from veban.actions.nodes.found import Founding, found_centre
from veban.actions.people.add_officer import add_officer
from veban.core.catalogue import EVENTS, FOLDS
from veban.core.nodes.events import NodeKind
from veban.core.people.unit_settings import Mode
from veban.store.journal.meaning import Meaning
from veban.store.memory import MemoryJournal
from veban.store.work import DjangoWork

MEANING = Meaning(EVENTS, FOLDS)


@pytest.fixture
def centre(store):
    return make_centre(store, "centre")


def make_centre(store, node):
    world = memory_world(node)
    journal = store.make(node, MEANING, world.clock)
    in_memory = isinstance(journal, MemoryJournal)
    work = MemoryWork(journal, node) if in_memory else DjangoWork(journal.alias, node)
    world = replace(world, journal=journal, work=work)
    found_centre(world, Founding(Mode.FULL))
    for code, name, role in STAFF:
        add_officer(world, code, name, [role], NA_SANG)
    return world


def cut_short(records, at):
    for number, data in enumerate(records, 1):
        if number == at:
            raise KeyboardInterrupt
        yield Line(number, data)


def test_what_was_committed_before_a_cut_is_the_same_afterwards(centre):
    records = [record(MaHoSo=f"X-{n:04}") for n in range(2 * BATCH)]
    with pytest.raises(KeyboardInterrupt):
        import_records(centre, cut_short(records, BATCH + 7), lambda problem: None)
    assert take(centre, *records) == Imported(new=BATCH, same=BATCH)
    assert len(exported(centre)) == 2 * BATCH
    assert centre.journal.verify()[1] == []


def test_versions_in_one_batch_are_one_dossier(centre):
    counts = take(centre, record(), record(**DONE), record(official_codes=["mc-1"], **BACK))
    assert counts == Imported(new=1, updated=2)
    assert take(centre, record(MaHoSo="mc-1", **BACK)) == Imported(updated=1)
    assert the_one(centre)["TrangThaiHoSo"] == 10
    assert centre.journal.rebuild()[1]


def test_a_reception_and_its_record_are_one_dossier(centre):
    code = receive_dossier(centre, receive_command())["code"]
    take(centre, record(**DONE), record(MaHoSo="B-1"))
    link_code(centre, code, "dvcqg", record()["MaHoSo"])
    assert [line.count("MaHoSo") for line in exported(centre)] == [1, 1]
    assert centre.work.doubled() == []
    erase_dossier(centre, code, "minh", "Luật 91/2025/QH15")
    assert centre.journal.verify()[1] == []
    assert centre.journal.rebuild()[1]
    assert "Pâng" not in exported(centre)[0]


def test_an_export_goes_through_an_empty_node_unchanged(store, centre):
    code = receive_dossier(centre, receive_command())["code"]
    take(centre, record(KhoaLa={"z": [0.1, None], "a": "Mông"}), record(MaHoSo="B-1", **BACK))
    link_code(centre, code, "mc", "A-1")
    lines = exported(centre)
    empty = make_centre(store, "empty")
    take(empty, *map(json.loads, lines))
    assert exported(empty) == lines


def test_a_message_about_history_is_settled_by_the_centre(centre):
    take(centre, record(**BACK))
    laptop = memory_world("laptop", NodeKind.FIELD)
    carry(centre, laptop)
    link_code(laptop, record()["MaHoSo"], "mc", "mc-1")
    carry(laptop, centre)
    assert settle_messages(centre) == 1
    assert settle_messages(centre) == 0
    assert the_one(centre)["official_codes"] == [record()["MaHoSo"], "mc-1"]
