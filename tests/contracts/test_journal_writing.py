"""What every journal promises to whom writes in it."""

from datetime import timedelta

import pytest

from tests.contracts.notes import MORNING, NotesErased, note, write
from tests.worlds.memory import SetClock
from veban.actions.ports import Answer, Step
from veban.core.journal.entry import GENESIS
from veban.core.journal.refusals import ClockBehind, KeyTaken, StreamMoved


def test_an_empty_journal_holds_nothing(store):
    journal = store.make("n1")
    assert journal.history("note/a") == () or list(journal.history("note/a")) == []
    assert journal.chains() == {}
    assert journal.verify() == (0, [])
    assert journal.rebuild() == (0, True)


def test_entries_are_numbered_without_gaps_and_chained_across_streams(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1), note(2))
    write(journal, "note/b", note(3))
    chain = list(journal.chain("n1"))
    assert [(e.header.seq, e.header.stream, e.header.version) for e in chain] == [
        (1, "note/a", 1),
        (2, "note/a", 2),
        (3, "note/b", 1),
    ]
    assert [e.prev_hash for e in chain] == [GENESIS, chain[0].hash, chain[1].hash]
    assert journal.chains() == {"n1": (3, chain[2].hash)}
    assert [e.header.seq for e in journal.chain("n1", after=1)] == [2, 3]
    assert journal.verify() == (3, [])


def test_what_was_written_is_read_back_with_its_events(store):
    journal = store.make("n1")
    event = note(7, "Lò Văn Thử")
    (entry,) = write(journal, "note/a", event, key="k")
    (step,) = journal.history("note/a")
    assert (step.event, step.hash, step.header) == (event, entry.hash, entry.header)
    assert (entry.header.key, entry.header.ordinal, entry.header.actor) == ("k", 0, "lan")
    assert entry.header.occurred_at == entry.header.recorded_at == MORNING
    assert journal.entry(entry.hash) == entry
    assert journal.entry("0" * 64) is None


def test_rows_are_folded_in_the_same_transaction(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1, "Lò Văn Thử", code="H18.03.172-261123-0001"))
    write(journal, "note/a", note(2, "Lò Thị Mẫu"))
    officer = next(row for row in store.rows(journal) if hasattr(row, "roles"))
    assert (officer.officer, officer.roles, officer.name) == ("3", "2", "Lò Thị Mẫu")
    assert len(store.rows(journal)) == 3


def test_a_repeat_reads_the_first_answer(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1), key="k", answer={"code": "x"})
    with journal.writing() as writing:
        assert writing.answer("k") == Answer("k", "d", {"code": "x"})
        assert writing.answer("other") is None


def test_a_key_is_written_once(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1), key="k")
    with pytest.raises(KeyTaken):
        write(journal, "note/b", note(2), key="k")
    assert journal.verify() == (1, [])
    assert list(journal.history("note/b")) == []


def test_a_decision_on_an_old_version_is_refused(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1), note(2))
    for version in (0, 1, 3):
        with pytest.raises(StreamMoved), journal.writing() as writing:
            writing.write("k", [Step("note/a", version, [note(3)], MORNING, "lan")])
    assert len(journal.history("note/a")) == 2


def test_a_command_may_touch_several_streams(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1))
    with journal.writing() as writing:
        steps = [
            Step("note/a", 1, [note(2)], MORNING, "lan"),
            Step("note/b", 0, [note(3), note(4)], MORNING, "hoa"),
        ]
        writing.write("k", steps)
    last = list(journal.chain("n1", after=1))
    assert [(e.header.stream, e.header.version, e.header.ordinal) for e in last] == [
        ("note/a", 2, 0),
        ("note/b", 1, 1),
        ("note/b", 2, 2),
    ]


def test_commands_in_one_transaction_see_each_other(store):
    journal = store.make("n1")
    with journal.writing() as writing:
        writing.write("k1", [Step("note/a", 0, [note(1)], MORNING, "lan")])
        writing.write("k2", [Step("note/a", 1, [note(2)], MORNING, "lan")])
        assert len(writing.history("note/a")) == 2
    assert journal.verify() == (2, [])


def test_an_exception_leaves_nothing_behind(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1))
    before = store.rows(journal)
    with pytest.raises(ZeroDivisionError), journal.writing() as writing:
        writing.write(
            "k", [Step("note/a", 1, [note(2)], MORNING, "lan")], Answer("k", "d", {"n": 1})
        )
        1 / 0  # noqa: B018
    assert store.rows(journal) == before
    assert len(journal.history("note/a")) == 1
    with journal.writing() as writing:
        assert writing.answer("k") is None
    write(journal, "note/a", note(2), key="k")
    assert journal.chains()["n1"][0] == 2
    assert journal.verify() == (2, [])


def test_a_clock_slightly_behind_repeats_the_last_time(store):
    clock = SetClock(MORNING)
    journal = store.make("n1", clock=clock)
    write(journal, "note/a", note(1))
    clock.at = MORNING - timedelta(minutes=5)
    (entry,) = write(journal, "note/a", note(2))
    assert entry.header.recorded_at == MORNING


def test_a_clock_far_behind_writes_nothing(store):
    clock = SetClock(MORNING)
    journal = store.make("n1", clock=clock)
    write(journal, "note/a", note(1))
    clock.at = MORNING - timedelta(minutes=5, milliseconds=1)
    with pytest.raises(ClockBehind) as refusal:
        write(journal, "note/a", note(2))
    assert refusal.value.details["last_entry"] == "2026-11-23T08:30:00+07:00"
    assert journal.verify() == (1, [])


def test_codes_and_serials_are_found_in_the_rows(store):
    journal = store.make("n1")
    for n in (3, 12, 700):
        write(journal, f"note/{n}", note(1, code=f"H18.03.172-261123-{n:04d}"))
    day = MORNING.date()
    with journal.writing() as writing:
        assert writing.find_stream("H18.03.172-261123-0012") == "note/12"
        assert writing.find_stream("H18.03.172-261123-0013") is None
        assert writing.used_serials("H18.03.172", day, 1, 500).highest == 12
        assert writing.used_serials("H18.03.172", day, 1, None).highest == 700
        assert writing.used_serials("H18.03.172", day, 13, 500).highest is None
        assert writing.used_serials("H18.03.173", day, 1, None).highest is None
        assert writing.used_serials("H18.03.172", day, 1, None).slips == frozenset()


def test_erasing_removes_what_is_private_and_moves_no_figure(store):
    journal = store.make("n1")
    scan, shared = "ab" * 32, "cd" * 32
    write(journal, "note/a", note(1, "Lò Văn Thử", file=scan), key="k1", answer={"code": "x"})
    write(journal, "note/a", note(2, "Lò Văn Thử", file=shared))
    write(journal, "note/b", note(3, "Lò Thị Mẫu", file=shared))
    write(journal, "note/a", NotesErased(), key="erase", answer={"done": True})
    assert all(e.person is None and e.salt is None for e in journal.entries_of(["note/a"]))
    assert [step.event.person for step in journal.history("note/a")[:2]] == [None, None]
    rows = {row.stream: row for row in store.rows(journal) if hasattr(row, "roles")}
    assert (rows["note/a"].officer, rows["note/a"].name) == ("3", None)
    assert rows["note/b"].name == "Lò Thị Mẫu"
    assert journal.files_to_remove() == [scan]
    journal.file_removed(scan)
    assert journal.files_to_remove() == []
    with journal.writing() as writing:
        assert writing.answer("k1") is None
        assert writing.answer("erase") is not None
    assert journal.verify() == (4, [])
    assert journal.rebuild() == (4, True)


def test_files_that_are_let_go_of_are_removed_here_and_the_entries_stay(store):
    journal = store.make("n1")
    scan, shared, later = "ab" * 32, "cd" * 32, "ef" * 32
    (first, _) = write(
        journal, "note/a", note(1, "Lò Văn Thử", file=scan), note(2, "Lò", file=shared)
    )
    write(journal, "note/b", note(3, "Lò", file=shared))
    assert journal.let_go_of_files(["note/a", "note/none"]) == 1
    assert journal.files_to_remove() == [scan]
    journal.file_removed(scan)
    assert journal.let_go_of_files(["note/a"]) == 0
    assert journal.files_to_remove() == []
    assert journal.entry(first.hash) == first
    with journal.writing() as writing:
        assert writing.receive([first]) == 0
    assert journal.let_go_of_files(["note/a"]) == 0
    write(journal, "note/a", note(4, "Lò", file=later))
    assert journal.let_go_of_files(["note/b", "note/a"]) == 2
    assert journal.files_to_remove() == sorted([shared, later])
    write(journal, "note/a", NotesErased())
    assert journal.files_to_remove() == sorted([shared, later])
    assert journal.verify() == (5, [])
    assert journal.rebuild() == (5, True)


def test_what_is_written_after_an_erasure_keeps_no_private_part(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1, "Lò Văn Thử"), NotesErased())
    (entry,) = write(journal, "note/a", note(2, "Lò Văn Thử"))
    assert (entry.person, entry.salt) == (None, None)
    assert entry.person_digest is not None
    assert journal.verify() == (3, [])
    assert journal.rebuild() == (3, True)


def test_rows_that_a_rebuild_would_make_otherwise_are_named_and_left_as_they_are(store):
    journal = store.make("n1")
    write(journal, "note/a", note(1, "Lò Văn Thử", code="H18.03.172-261123-0001"))
    assert journal.differing_rows() == []
    store.lose_rows(journal)
    lost = store.rows(journal)
    assert journal.differing_rows() == ["CodeRow"]
    assert store.rows(journal) == lost
    assert journal.rebuild() == (1, False)
    assert journal.differing_rows() == []
    write(journal, "note/a", note(2, "Lò Thị Mẫu"))
    assert journal.differing_rows() == []
