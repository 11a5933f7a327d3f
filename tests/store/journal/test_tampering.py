"""What ``journal verify`` notices when somebody has been at the tables."""

import pytest

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.contracts.notes import note, receive, write
from tests.contracts.stores import file_store
from veban.core.journal.chain import Broken
from veban.store.journal.reading import execute


@pytest.fixture
def store(tmp_path):
    made = file_store(tmp_path, cipher=False)
    yield made
    made.close()


@pytest.fixture
def journal(store):
    made = store.make("n1")
    for n in range(4):
        write(made, f"note/{n}", note(n, "Lò Văn Thử"))
    return made


@pytest.mark.parametrize(
    ("statement", "seq", "code"),
    [
        ("UPDATE journal_entry SET facts = '{\"number\":9}' WHERE seq = 2", 2, "journal.changed"),
        ("UPDATE journal_entry SET actor = 'x' WHERE seq = 4", 4, "journal.changed"),
        ("UPDATE journal_person SET body = '{\"name\":\"x\"}' WHERE position = 3", 3,
         "journal.changed"),
        ("UPDATE journal_entry SET facts = 'x' WHERE seq = 2", 2, "journal.changed"),
        ("UPDATE journal_entry SET occurred_at = 'x' WHERE seq = 2", 2, "journal.changed"),
        ("UPDATE journal_entry SET recorded_at = '0001-01-01T00:00+07:00' WHERE seq = 2", 2,
         "journal.changed"),
        ("UPDATE journal_person SET salt = 'x' WHERE position = 3", 3, "journal.changed"),
        ("DELETE FROM journal_person WHERE position = 3", 3, "journal.person_missing"),
        ("DELETE FROM journal_entry WHERE seq = 2", 3, "journal.gap"),
        ("DELETE FROM journal_entry WHERE seq = 4", 4, "journal.gap"),
        ("DELETE FROM journal_entry", 1, "journal.gap"),
    ],
)  # fmt: skip
def test_a_change_in_the_tables_is_noticed(journal, statement, seq, code):
    execute(journal.alias, statement)
    assert Broken("n1", seq, code) in journal.verify()[1]


def test_what_arrived_whole_stays_a_chain(store, journal):
    reader = store.make("n2")
    receive(reader, journal.chain("n1"))
    assert reader.verify() == (4, [])
    execute(reader.alias, "DELETE FROM journal_entry WHERE seq = 2")
    assert reader.verify() == (3, [Broken("n1", 3, "journal.gap")])


def test_a_changed_entry_of_an_excerpt_is_noticed(store, journal):
    reader = store.make("n2")
    receive(reader, [e for e in journal.chain("n1") if e.header.seq in (2, 4)])
    execute(reader.alias, "UPDATE journal_entry SET actor = 'x' WHERE seq = 4")
    assert reader.verify() == (2, [Broken("n1", 4, "journal.changed")])


def test_rows_that_differ_are_put_right_by_a_rebuild(store, journal):
    before = store.rows(journal)
    execute(journal.alias, "UPDATE row_officer SET name = 'x' WHERE stream = 'note/2'")
    execute(journal.alias, "DELETE FROM row_officer WHERE stream = 'note/3'")
    assert store.rows(journal) != before
    assert journal.rebuild() == (4, False)
    assert store.rows(journal) == before
    assert journal.rebuild() == (4, True)
