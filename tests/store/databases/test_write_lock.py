"""One writer at a time in a process, whoever writes: journal, sessions, accounts."""

import threading

import pytest
from django.db import connections, transaction

import veban.store.ready  # noqa: F401 - before anything reads a model
from veban.store.databases import config
from veban.store.databases.register import close, forget, migrate, register

INSERT = "INSERT INTO journal_answer VALUES (%s, 'd', '{}')"


@pytest.fixture
def alias(tmp_path):
    register("locked", config.sqlite(tmp_path / "veban.db"))
    migrate("locked")
    yield "locked"
    forget("locked")


class Other:
    """Something another thread does; ``waits`` tells whether it is held up."""

    def __init__(self, work):
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work,))
        self._thread.start()

    def _run(self, work):
        work()
        self._done.set()
        close("locked")

    def waits(self) -> bool:
        return not self._done.wait(0.2)

    def finish(self) -> None:
        self._thread.join(20)
        assert self._done.is_set()


def single_write():
    with connections["locked"].cursor() as cursor:
        cursor.execute(INSERT, ["single"])


def many_writes():
    with connections["locked"].cursor() as cursor:
        cursor.executemany(INSERT, [["m1"], ["m2"]])


def transaction_of_its_own():
    with transaction.atomic(using="locked"):
        single_write()


def read():
    with connections["locked"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM journal_answer")
        cursor.fetchall()


@pytest.mark.parametrize("work", [single_write, many_writes, transaction_of_its_own])
def test_a_write_waits_for_the_transaction_of_another_thread(alias, work):
    with transaction.atomic(using=alias):
        other = Other(work)
        assert other.waits()
    other.finish()


def test_a_read_waits_for_nobody(alias):
    with transaction.atomic(using=alias):
        other = Other(read)
        other.finish()


@pytest.mark.parametrize("ending", ["commit", "exception", "close"])
def test_the_lock_is_given_up_however_a_transaction_ends(alias, ending):
    try:
        with transaction.atomic(using=alias):
            single_write()
            if ending == "exception":
                raise ZeroDivisionError
            if ending == "close":
                connections[alias].close()
    except ZeroDivisionError:
        pass
    finally:
        close(alias)
    Other(many_writes).finish()


def test_a_transaction_that_could_not_begin_holds_no_lock(alias, tmp_path):
    register("locked", {**config.sqlite(tmp_path / "no" / "folder" / "x.db")})
    with pytest.raises(Exception, match="unable to open"), transaction.atomic(using=alias):
        pass
    register("locked", config.sqlite(tmp_path / "veban.db"))
    Other(single_write).finish()


def test_two_files_have_two_locks(alias, tmp_path):
    register("second", config.sqlite(tmp_path / "second.db"))
    migrate("second")
    with transaction.atomic(using="second"):
        Other(single_write).finish()
    forget("second")
