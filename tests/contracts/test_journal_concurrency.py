"""Several threads and processes on one journal: numbers without gaps, nothing lost or double."""

import json
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.contracts.notes import MORNING, note, write
from tests.contracts.writer import take_note
from veban.actions.ports import Step
from veban.store.databases.one_moment import one_moment
from veban.store.journal.reading import fetch

ROOT = Path(__file__).resolve().parents[2]
COUNT = 15


def start(store, journal, name, stream="note/a", own_keys=True):
    config = json.loads(json.dumps(store.aliases[journal.alias], default=bytes.hex))
    spec = {
        "config": config,
        "node": journal.me,
        "name": name,
        "stream": stream,
        "own_keys": own_keys,
        "count": COUNT,
    }
    command = [sys.executable, "-m", "tests.contracts.writer", json.dumps(spec)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def finish(processes):
    for process in processes:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors


def check_whole(journal, count):
    assert [e.header.seq for e in journal.chain(journal.me)] == list(range(1, count + 1))
    assert journal.verify() == (count, [])
    assert [position for position, _ in journal.arrived_after()] == list(range(1, count + 1))
    assert journal.rebuild() == (count, True)


def in_threads(jobs):
    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result() for future in [pool.submit(job) for job in jobs]]


def test_threads_write_one_chain(database):
    journal = database.make("n1")

    def work(name):
        won = [take_note(journal, f"note/{name}", f"{name}:{n}", n) for n in range(COUNT)]
        won += [take_note(journal, "note/shared", f"{name}:s{n}", n) for n in range(COUNT)]
        journal.close()
        return sum(won)

    done = in_threads([lambda name=name: work(name) for name in "abcd"])
    assert done == [2 * COUNT] * 4
    check_whole(journal, 8 * COUNT)
    assert len(journal.history("note/shared")) == 4 * COUNT


def test_processes_write_one_chain(database):
    journal = database.make("n1")
    processes = [start(database, journal, name) for name in "abc"]
    for n in range(COUNT):
        take_note(journal, "note/a", f"here:{n}", n)
    finish(processes)
    check_whole(journal, 4 * COUNT)
    assert len(journal.history("note/a")) == 4 * COUNT


def test_one_key_in_two_processes_is_written_once(database):
    journal = database.make("n1")
    processes = [start(database, journal, name, own_keys=False) for name in "ab"]
    mine = [take_note(journal, "note/a", f"k{n}", n) for n in range(COUNT)]
    finish(processes)
    check_whole(journal, COUNT)
    assert sorted(step.event.number for step in journal.history("note/a")) == list(range(COUNT))
    assert sum(mine) <= COUNT


def test_a_reader_sees_whole_transactions_beside_a_writer(database):
    journal = database.make("n1")
    stop = threading.Event()

    def work():
        for n in range(COUNT):
            write(journal, "note/a", note(n), note(n), key=f"k{n}")
        stop.set()
        journal.close()

    def read():
        lengths = []
        while not stop.is_set():
            lengths.append(len(journal.history("note/a")))
        journal.close()
        return lengths

    _, lengths = in_threads([work, read])
    assert lengths == sorted(lengths)
    assert {length % 2 for length in lengths} == {0}


def test_readers_are_not_held_up_by_an_open_transaction(database):
    journal = database.make("n1")
    write(journal, "note/a", note(1))

    def read():
        found = len(journal.history("note/a")), journal.chains()["n1"][0]
        journal.close()
        return found

    with journal.writing() as writing:
        writing.write("k", [Step("note/a", 1, [note(2)], MORNING, "lan")])
        assert in_threads([read]) == [(1, 1)]
    assert in_threads([read]) == [(2, 2)]


def test_a_process_that_dies_inside_a_transaction_leaves_nothing(database):
    journal = database.make("n1")
    write(journal, "note/a", note(1))
    config = json.dumps(database.aliases[journal.alias], default=bytes.hex)
    process = subprocess.run(
        [sys.executable, "-m", "tests.contracts.dying_writer", config],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (process.returncode, process.stdout) == (9, "written"), process.stderr
    check_whole(journal, 1)
    write(journal, "note/a", note(2))
    check_whole(journal, 2)


def test_serials_are_never_read_twice_before_they_are_given(database):
    journal = database.make("n1")
    day = MORNING.date()

    def receive_one(name):
        with journal.writing() as writing:
            last = writing.used_serials("H18.03.172", day, 1, 500).highest or 0
            event = note(1, code=f"H18.03.172-261123-{last + 1:04d}")
            writing.write(name, [Step(f"note/{name}", 0, [event], MORNING, "lan")])
        return last + 1

    def work(name):
        given = [receive_one(f"{name}:{n}") for n in range(COUNT)]
        journal.close()
        return given

    given = in_threads([lambda name=name: work(name) for name in "abcd"])
    assert sorted(n for part in given for n in part) == list(range(1, 4 * COUNT + 1))


def test_comparing_with_a_rebuild_stops_no_writer_and_sees_one_moment(database):
    journal = database.make("n1")
    write(journal, "note/a", note(1))
    with one_moment(journal.alias):
        before = fetch(journal.alias, "SELECT count(*) FROM journal_entry")
        in_threads([lambda: writes_and_closes(journal)])
        assert fetch(journal.alias, "SELECT count(*) FROM journal_entry") == before
    assert [e.header.seq for e in journal.chain("n1")] == [1, 2]


def writes_and_closes(journal):
    write(journal, "note/b", note(2))
    journal.close()
