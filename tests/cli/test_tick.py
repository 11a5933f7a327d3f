"""``veban tick`` runs what is due, once; a server does it by itself."""

import sqlite3
import threading
from contextlib import closing

from tests.cli.running import Served

JOBS = [
    "check_database",
    "erase_after_rounds",
    "sweep_files",
    "sweep_drafts",
    "sweep_declarations",
    "sweep_parts",
    "end_sessions",
]
"""What a centre without a centre of its own and without a place for backups does."""


def test_what_is_due_runs_once(centre):
    first = centre.run("tick", "--json")
    assert first.code == 0
    assert [run["job"] for run in first.answers] == JOBS
    assert {run["outcome"] for run in first.answers} == {"done"}
    again = centre.run("tick", "--json")
    assert (again.code, again.answers) == (0, [])
    assert "Chưa việc nào" in again.err


def test_a_server_ticks_by_itself(centre):
    pause = threading.Event()
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")) as served:
        for _ in range(120):
            if (ran := _ran(centre.data)) >= len(JOBS):
                break
            pause.wait(0.25)
        code, out = served.stop()
    assert ran == len(JOBS)
    assert code == 0
    assert "Traceback" not in out
    assert centre.run("tick", "--json").answers == []


def _ran(data):
    """Count the jobs that have ended, as the database says."""
    with closing(sqlite3.connect(f"file:{data / 'veban.sqlite3'}?mode=ro", uri=True)) as database:
        found = database.execute("SELECT count(*) FROM job_run WHERE outcome = 'done'")
        return found.fetchone()[0]


def test_a_server_takes_up_at_once_what_the_one_before_was_killed_in(centre):
    assert centre.run("tick", "--json").code == 0
    with closing(sqlite3.connect(centre.data / "veban.sqlite3")) as database, database:
        database.execute(
            "UPDATE job_run SET outcome = 'running', ended_at = NULL, held_until = '2999-01-01'"
        )
    assert centre.run("tick", "--json").answers == []
    pause = threading.Event()
    with Served(centre.data, VEBAN_CLOCK=str(centre.folder / "clock")):
        for _ in range(120):
            if (ran := _ran(centre.data)) >= len(JOBS):
                break
            pause.wait(0.25)
    assert ran == len(JOBS)
