"""A job's run is claimed by one, whoever ticks; what a dead process held comes free."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections

from veban.store.jobs.runs import (
    JobRun,
    RunOutcome,
    claim_run,
    end_run,
    free_runs,
    list_runs,
    want_run,
)

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
LONGEST = timedelta(minutes=10)
SWEEP, SNAPSHOT = JobRun("sweep", "here"), JobRun("snapshot", "here")
EXCHANGE = JobRun("exchange", "road")


def ended(job, at=NOON, every=timedelta(hours=1)):
    return replace(
        job, started_at=at, ended_at=at, outcome=RunOutcome.DONE, next_at=at + every, count=3
    )


def test_a_job_that_never_ran_is_due_and_runs_once(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    end_run(alias, ended(SWEEP))
    assert not claim_run(alias, SWEEP, NOON + timedelta(minutes=59), LONGEST)
    assert claim_run(alias, SWEEP, NOON + timedelta(hours=1), LONGEST)
    assert list_runs(alias)["sweep"].count == 3


def test_jobs_of_one_track_wait_for_each_other_and_the_road_for_nobody(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    assert not claim_run(alias, SNAPSHOT, NOON, LONGEST)
    assert claim_run(alias, EXCHANGE, NOON, LONGEST)


def test_a_run_whose_process_died_is_taken_up_again(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    assert not claim_run(alias, SWEEP, NOON + LONGEST - timedelta(seconds=1), LONGEST)
    assert claim_run(alias, SWEEP, NOON + LONGEST, LONGEST)


def test_what_a_killed_server_left_running_is_taken_up_at_once_by_the_next(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    assert claim_run(alias, EXCHANGE, NOON, LONGEST)
    soon = NOON + timedelta(seconds=20)
    free_runs(alias, "here", soon)
    assert claim_run(alias, SWEEP, soon, LONGEST)
    assert not claim_run(alias, EXCHANGE, soon, LONGEST)


def test_a_clock_set_back_stops_no_job(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    end_run(alias, ended(SWEEP))
    assert claim_run(alias, SWEEP, NOON - timedelta(days=400), LONGEST)


def test_a_wish_runs_a_job_before_its_time_and_once(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    end_run(alias, ended(SWEEP))
    want_run(alias, "sweep", "here")
    want_run(alias, "sweep", "here")
    soon = NOON + timedelta(seconds=5)
    assert claim_run(alias, SWEEP, soon, LONGEST)
    end_run(alias, ended(SWEEP, soon))
    assert not claim_run(alias, SWEEP, soon, LONGEST)


def test_a_wish_made_during_a_run_is_kept_for_the_next(alias):
    assert claim_run(alias, SWEEP, NOON, LONGEST)
    want_run(alias, "sweep", "here")
    end_run(alias, ended(SWEEP))
    assert list_runs(alias)["sweep"].wanted
    assert claim_run(alias, SWEEP, NOON + timedelta(seconds=1), LONGEST)


@pytest.mark.parametrize("clash", range(3))
def test_of_many_who_tick_at_once_one_gets_the_run(alias, clash):
    together, got = threading.Barrier(6), []

    def take():
        try:
            together.wait()
            if claim_run(alias, SWEEP, NOON, LONGEST):
                got.append(threading.get_ident())
        finally:
            connections[alias].close()

    threads = [threading.Thread(target=take) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 1
