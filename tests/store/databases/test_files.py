"""What the files of SQLite and SQLCipher promise: durable, erased for good, unreadable."""

import sqlite3

import pytest
from django.db import connections, transaction

import veban.store.ready  # noqa: F401 - before anything reads a model
from tests.contracts.notes import NotesErased, note, receive, write
from tests.contracts.stores import closing_store, file_store
from veban.core.shared.disk import DatabaseDamaged
from veban.store.databases import config
from veban.store.databases.register import forget, is_migrated, migrate, register

KEY = bytes(range(32))


@pytest.fixture(params=["sqlite", "sqlcipher"])
def opened(request, tmp_path):
    path = tmp_path / "Về Bản (máy 2)" / "veban.db"
    path.parent.mkdir()
    make = config.sqlite(path) if request.param == "sqlite" else config.sqlcipher(path, KEY)
    register("file", make)
    migrate("file")
    yield path
    forget("file")


def ask(sql):
    with connections["file"].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]


def test_a_commit_outlives_a_power_cut_and_a_deletion_overwrites(opened):
    asked = ("journal_mode", "synchronous", "secure_delete", "busy_timeout")
    assert [ask(f"PRAGMA {name}") for name in asked] == ["wal", 2, 1, 30_000]


def test_migrating_is_told_and_may_be_repeated(opened):
    assert is_migrated("file")
    migrate("file")
    assert is_migrated("file")


def test_nothing_of_an_encrypted_file_can_be_read_without_the_key(tmp_path):
    path = tmp_path / "veban.db"
    register("file", config.sqlcipher(path, KEY))
    migrate("file")
    with connections["file"].cursor() as cursor:
        cursor.execute("INSERT INTO journal_answer VALUES ('k', 'd', 'Lò Văn Thử')")
        assert ask("PRAGMA temp_store") == 2
        assert ask("PRAGMA cipher_version")
    held = b"".join(p.read_bytes() for p in sorted(tmp_path.iterdir()))
    forget("file")
    held += b"".join(p.read_bytes() for p in sorted(tmp_path.iterdir()))
    assert "Thử".encode() not in held
    assert b"journal_answer" not in held
    assert b"SQLite format 3" not in held
    plain = sqlite3.connect(path)
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT * FROM journal_answer")
    plain.close()


def test_a_wrong_key_opens_nothing(tmp_path):
    path = tmp_path / "veban.db"
    register("file", config.sqlcipher(path, KEY))
    migrate("file")
    register("file", config.sqlcipher(path, bytes(32)))
    # Page 1 cannot be told from a damaged one; a wrong phrase never gets as far as a key.
    with pytest.raises(DatabaseDamaged):
        ask("SELECT count(*) FROM journal_answer")
    forget("file")


@pytest.mark.parametrize("arrives", [False, True])
def test_what_was_erased_is_in_no_file_any_more(tmp_path, arrives):
    with closing_store(file_store(tmp_path, cipher=False)) as store:
        journal = store.make("n1")
        for n in range(20):
            write(journal, f"note/{n}", note(n, f"Lò Văn Thử {n}"), answer={"to": f"Thử {n}"})
        if arrives:
            other = store.make("n2")
            receive(other, journal.chain("n1"))
            (erasure,) = write(other, "note/7", NotesErased())
            receive(journal, [erasure])
        else:
            write(journal, "note/7", NotesErased())
        held = b"".join(p.read_bytes() for p in tmp_path.glob("0.db*"))
        assert "Thử 8".encode() in held
        assert "Thử 7".encode() not in held


def test_a_key_of_another_length_is_a_mistake(tmp_path):
    with pytest.raises(ValueError, match="32 bytes, got 16"):
        config.sqlcipher(tmp_path / "veban.db", bytes(16))


def test_a_savepoint_rolls_back_alone(opened):
    insert = "INSERT INTO journal_answer VALUES (%s, 'd', '{}')"
    with transaction.atomic(using="file"), connections["file"].cursor() as cursor:
        cursor.execute(insert, ["kept"])
        with pytest.raises(ZeroDivisionError), transaction.atomic(using="file"):
            cursor.execute(insert, ["lost"])
            1 / 0  # noqa: B018
    assert ask("SELECT group_concat(key) FROM journal_answer") == "kept"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("postgresql://ban@db.example:5433/veban", ("veban", "ban", "", "db.example", "5433")),
        ("postgres://b%40n:p%2Fw@127.0.0.1/x", ("x", "b@n", "p/w", "127.0.0.1", "")),
    ],
)
def test_an_address_of_postgresql_is_taken_apart(url, expected):
    made = config.postgresql(url)
    assert tuple(made[k] for k in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == expected


def test_options_of_the_address_are_passed_on():
    made = config.postgresql("postgresql://ban@db/veban?sslmode=require")
    assert made["OPTIONS"]["sslmode"] == "require"
    # Statements are planned once a connection; without it a reception costs twice as much there.
    assert made["OPTIONS"]["prepare_threshold"]


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql://host", "veban.db"])
def test_another_address_is_a_mistake(url):
    with pytest.raises(ValueError, match="postgresql://user@host"):
        config.postgresql(url)
