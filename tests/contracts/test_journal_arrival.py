"""What every journal promises about entries of other nodes."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.notes import (
    MORNING,
    NEW,
    OLD,
    NoteFramed,
    NotesErased,
    note,
    receive,
    write,
)
from tests.contracts.stores import MemoryStore
from veban.core.dossiers.rows import CodeRow
from veban.core.journal.chain import Broken
from veban.core.journal.entry import GENESIS, Header, seal
from veban.store.journal.meaning import Meaning

RELAYS = st.lists(
    st.tuples(st.sampled_from(["n1", "n2"]), st.sampled_from(["note/a", "note/b", "note/c"])),
    min_size=1,
    max_size=8,
)


def relayed(turns):
    """Return the entries of two honest nodes that take turns: each writes on what it knows."""
    made = MemoryStore()
    nodes = {name: made.make(name) for name in ("n1", "n2")}
    entries = []
    for n, (name, stream) in enumerate(turns):
        event = NotesErased() if n % 5 == 4 else note(n, f"Lò Văn Thử {n}", file=f"{n:064x}")
        entries += write(nodes[name], stream, event)
        for journal in nodes.values():
            receive(journal, entries)
    return entries


def seen(store, journal):
    places = {
        stream: [step.hash for step in journal.history(stream)]
        for stream in ("note/a", "note/b", "note/c")
    }
    return places, store.rows(journal), journal.chains(), journal.files_to_remove()


@settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(turns=RELAYS, data=st.data())
def test_the_order_of_arrival_never_matters(store, turns, data):
    entries = relayed(turns)
    in_order = store.make("far")
    receive(in_order, entries)
    mixed = data.draw(st.permutations(entries))
    cut = data.draw(st.integers(0, len(entries)))
    other = store.make("far")
    assert receive(other, mixed[:cut]) + receive(other, [*mixed[cut:], *mixed[:cut]]) == len(
        entries
    )
    places, rows, chains, files = seen(store, other)
    assert (places, rows, chains) == seen(store, in_order)[:3]
    assert [e.person for e in other.chain("n1")] == [e.person for e in in_order.chain("n1")]
    assert other.unplaced() == in_order.unplaced() == []
    assert other.verify() == (len(entries), [])
    assert other.rebuild() == (len(entries), True)
    assert set(files) <= {f"{n:064x}" for n in range(len(turns))}


def test_what_arrived_equals_what_its_writer_has(store):
    writer, reader = store.make("n1"), store.make("n2")
    write(writer, "note/a", note(1, "Lò Văn Thử"), note(2))
    assert receive(reader, writer.chain("n1")) == 2
    assert receive(reader, writer.chain("n1")) == 0
    assert list(reader.chain("n1")) == list(writer.chain("n1"))
    assert store.rows(reader) == store.rows(writer)
    assert reader.chains() == writer.chains()


def test_an_entry_waits_for_the_one_before_it(store):
    writer, reader = store.make("n1"), store.make("n2")
    first, second = write(writer, "note/a", note(1), note(2))
    receive(reader, [second])
    assert reader.unplaced() == [second]
    assert reader.chains() == {}
    receive(reader, [first])
    assert reader.unplaced() == []
    assert [step.hash for step in reader.history("note/a")] == [first.hash, second.hash]
    assert reader.chains() == {"n1": (2, second.hash)}


def test_a_written_entry_lets_those_that_waited_follow(store):
    writer, reader = store.make("n1"), store.make("n2")
    write(reader, "note/a", note(1))
    receive(writer, reader.chain("n2"))
    write(writer, "note/a", note(2))
    # Made under another key, so the number is the same and the entry another one.
    _, third = write(writer, "note/a", note(3), note(4))
    receive(reader, [third])
    assert reader.unplaced() == [third]
    write(reader, "note/a", note(9), note(8))
    assert [step.event.number for step in reader.history("note/a")] == [1, 9, 8, 4]
    assert reader.rebuild()[1]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_two_claims_to_one_place_the_first_stays_and_both_are_kept(store, order):
    left, right, reader = store.make("n1"), store.make("n2"), store.make("n3")
    (base,) = write(left, "note/a", note(1))
    receive(right, [base])
    (mine,) = write(left, "note/a", note(2))
    (theirs,) = write(right, "note/a", note(3))
    receive(reader, [base])
    arrivals = [base, mine, theirs]
    for index in order:
        receive(reader, [arrivals[index]])
    first = next(arrivals[i] for i in order if i != 0)
    loser = theirs if first == mine else mine
    assert [step.hash for step in reader.history("note/a")] == [base.hash, first.hash]
    assert reader.unplaced() == [loser]
    assert reader.verify() == (3, [])
    assert reader.rebuild() == (3, True)


def test_a_branch_that_lost_its_place_is_not_mixed_into_the_other(store):
    left, right, reader = store.make("n1"), store.make("n2"), store.make("n3")
    (base,) = write(left, "note/a", note(1))
    receive(right, [base])
    (mine,) = write(left, "note/a", note(2))
    branch = write(right, "note/a", note(3), note(4))
    receive(reader, [base, mine])
    receive(reader, branch)
    assert [step.hash for step in reader.history("note/a")] == [base.hash, mine.hash]
    assert reader.unplaced() == branch


def test_a_fork_is_kept_and_reported(store):
    first, clone, reader = store.make("n1"), store.make("n1"), store.make("n2")
    write(first, "note/a", note(1))
    write(clone, "note/b", note(2))
    assert receive(reader, [*first.chain("n1"), *clone.chain("n1")]) == 2
    assert reader.verify() == (2, [Broken("n1", 1, "journal.forked")])
    assert {e.header.stream for e in reader.chain("n1")} == {"note/a", "note/b"}


def test_own_entries_of_another_life_are_kept_beside_ours(store):
    before, after = store.make("n1"), store.make("n1")
    write(before, "note/a", note(1), key="k")
    write(after, "note/b", note(2), key="k")
    assert receive(after, before.chain("n1")) == 1
    write(after, "note/b", note(3))
    assert after.chains()["n1"][0] == 2
    assert after.verify()[1] == [Broken("n1", 1, "journal.forked")]


def test_an_unknown_type_is_stored_verified_and_passed_on(store):
    new, old, next_one = store.make("n1"), store.make("n2", meaning=OLD), store.make("n3")
    write(new, "note/a", note(1), NoteFramed(30), note(2))
    receive(old, new.chain("n1"))
    assert [step.event for step in old.history("note/a")] == [note(1), None, note(2)]
    assert old.verify() == (3, [])
    receive(next_one, old.entries_of(["note/a"]))
    assert [step.event for step in next_one.history("note/a")][1] == NoteFramed(30)
    assert NEW.events.types.keys() > OLD.events.types.keys()


@pytest.mark.parametrize("facts", [{}, {"number": "x"}, {"number": 1, "more": True}])
def test_an_entry_that_cannot_be_read_is_kept_and_stops_nothing(store, facts):
    journal = store.make("n2")
    header = Header(
        "n1", 1, "note/a", 1, "NoteTaken", 1, MORNING, MORNING, "lan", "k", 0
    )  # fmt: skip
    entry = seal(header, facts, None, "", GENESIS)
    assert receive(journal, [entry]) == 1
    assert [step.event for step in journal.history("note/a")] == [None]
    write(journal, "note/a", note(2))
    assert journal.verify() == (2, [])
    assert journal.rebuild() == (2, True)


def test_a_name_that_a_database_cannot_hold_stops_nothing(store):
    writer, reader = store.make("n1"), store.make("n2")
    write(writer, "note/a", note(1, "Lò\0Văn"))
    assert receive(reader, writer.chain("n1")) == 1
    assert [e.person["name"] for e in reader.chain("n1")] == ["Lò\0Văn"]
    assert reader.rebuild() == (1, True)
    assert reader.verify() == (1, [])


def test_rows_under_one_key_are_one(store):
    twice = Meaning(
        NEW.events, {"note": lambda stream, history: (CodeRow(stream, "0", "a", "s"),
                                                      CodeRow(stream, "0", "b", "s"))}
    )  # fmt: skip
    journal = store.make("n1", meaning=twice)
    write(journal, "note/a", note(1))
    write(journal, "note/a", note(2))
    assert store.rows(journal) == [CodeRow("note/a", "0", "b", "s")]


def test_an_erasure_that_travels_erases_what_arrives_later_too(store):
    writer, reader = store.make("n1"), store.make("n2")
    first, second = write(writer, "note/a", note(1, "Lò Văn Thử", file="ab" * 32), note(2, "Lò"))
    (erasure,) = write(writer, "note/a", NotesErased())
    receive(reader, [first])
    receive(reader, [erasure, second])
    assert [e.person for e in reader.entries_of(["note/a"])] == [None, None, None]
    assert reader.files_to_remove() == ["ab" * 32]
    late = store.make("n3")
    receive(late, [erasure])
    receive(late, [second, first])
    assert [e.person for e in late.entries_of(["note/a"])] == [None, None, None]
    assert late.verify() == (3, [])


def test_an_entry_that_was_changed_is_not_taken(store):
    writer, reader = store.make("n1"), store.make("n2")
    (entry,) = write(writer, "note/a", note(1))
    with pytest.raises(ValueError, match="not what was sealed"):
        receive(reader, [replace(entry, facts={"number": 2})])
    assert reader.verify() == (0, [])


def test_an_excerpt_is_checked_entry_by_entry(store):
    writer, reader = store.make("n1"), store.make("n2")
    for n in range(4):
        write(writer, f"note/{n}", note(n))
    excerpt = [e for e in writer.chain("n1") if e.header.seq in (1, 3)]
    receive(reader, excerpt)
    assert reader.verify() == (2, [])
    assert reader.chains() == {"n1": (1, excerpt[0].hash)}


def test_a_private_part_that_is_missing_is_reported(store):
    writer, reader = store.make("n1"), store.make("n2")
    supervisor = store.make("n3", meaning=replace(NEW, persons=False))
    (entry,) = write(writer, "note/a", note(1, "Lò Văn Thử"))
    receive(reader, [entry.without_person()])
    receive(supervisor, [entry.without_person()])
    assert reader.verify() == (1, [Broken("n1", 1, "journal.person_missing")])
    assert supervisor.verify() == (1, [])
