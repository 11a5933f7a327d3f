"""One tick: what is due runs, guarded; a failure is remembered by its code alone."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.wiring.test_opening import found, laptop  # noqa: F401
from veban.core.declarations.draft import Draft
from veban.core.shared.refused import Refused
from veban.edges.folder.centre_folder import keep_card
from veban.store.accounts.sessions import IDLE, begin_session, find_session
from veban.store.drafts.drafts import begin_draft
from veban.store.jobs.runs import JobRun, RunOutcome, list_runs, want_run
from veban.wiring.backups import check_backup
from veban.wiring.jobs import HERE, JOBS, ROAD, Did, Job, jobs_of, sweep_parts
from veban.wiring.served import ServedFolder
from veban.wiring.ticking import Ticker, tick

NOON = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)


class LineDown(Refused):
    code = "exchange.unreachable"


class Hand:
    """A clock moved by hand."""

    def __init__(self):
        self.at = NOON

    def __call__(self):
        return self.at


@pytest.fixture
def node(found):  # noqa: F811
    return found("centre", practice=True)


def counting(name, does=lambda: Did(1), **other):
    ran = []

    def run(_, now):
        ran.append(now)
        return does()

    return Job(name, name, 60, run, **other), ran


def raising(problem):
    def fail():
        raise problem

    return fail


def test_what_is_due_runs_once_in_the_order_of_the_table(node):
    (one, ran_one), (two, ran_two) = counting("one"), counting("two")
    now = Hand()
    assert [run.name for run in tick(node, now, [one, two])] == ["one", "two"]
    assert tick(node, now, [one, two]) == []
    now.at += timedelta(seconds=60)
    tick(node, now, [one, two])
    assert (len(ran_one), len(ran_two)) == (2, 2)


def test_a_job_that_fails_stops_no_other_and_leaves_only_a_code(node):
    broken, _ = counting("broken", raising(RuntimeError("Vàng Thị Dua, 011…")))
    refused, _ = counting("refused", raising(LineDown(url="http://…")))
    after, ran = counting("after")
    runs = tick(node, Hand(), [broken, refused, after])
    assert [(run.outcome, run.code) for run in runs] == [
        (RunOutcome.FAILED, "RuntimeError"),
        (RunOutcome.FAILED, "exchange.unreachable"),
        (RunOutcome.DONE, ""),
    ]
    assert len(ran) == 1
    assert list_runs(node.alias)["broken"].code == "RuntimeError"


def test_the_road_is_tried_again_within_two_minutes_however_often_it_failed(node):
    down, ran = counting("down", lambda: Did(failed="exchange.unreachable"), backs_off=True)
    now, waits = Hand(), []
    for _ in range(15):
        [run] = tick(node, now, [down])
        waits.append((run.next_at - now.at).total_seconds())
        now.at = run.next_at
    assert waits[0] <= 2
    assert max(waits) <= 120
    assert waits[-1] >= 60
    assert len(ran) == 15
    assert list_runs(node.alias)["down"].failures == 15


def test_what_a_run_was_asked_for_runs_before_its_time(node):
    job, ran = counting("one")
    tick(node, Hand(), [job])
    want_run(node.alias, "one", HERE)
    tick(node, Hand(), [job])
    assert len(ran) == 2


def test_a_tick_leaves_out_what_another_process_is_running(node):
    inner = []

    def beside():
        inner.append(tick(node, Hand(), [slow, other]))
        return Did()

    slow, _ = counting("slow", beside)
    other, ran_other = counting("other")
    tick(node, Hand(), [slow])
    assert inner == [[]]
    assert ran_other == []


def test_a_centre_without_a_centre_of_its_own_and_a_place_for_backups_does_neither(node):
    left_out = {job.name for job in JOBS} - {job.name for job in jobs_of(node)}
    assert left_out == {"exchange", "back_up", "seal_scans"}


def test_a_place_for_backups_that_another_process_sets_counts_at_once(node, tmp_path):
    keep_card(node.folder, replace(node.card, backup_to=str(tmp_path / "stick")))
    (tmp_path / "stick").mkdir()
    [back_up] = [job for job in jobs_of(node) if job.name == "back_up"]
    assert back_up.run(node, NOON).count
    assert check_backup(tmp_path / "stick" / "1", None).manifest.node == node.card.node


def test_what_is_carried_for_others_stays_until_it_was_refused(node):
    folder = node.folder / "carried"
    folder.mkdir()
    names = ("a.b.00.veban", "a.b.11.refused", ".a.b.22.veban.9f.half")
    for name in names:
        (folder / name).write_bytes(b"sealed")
        stamp = (NOON - timedelta(days=15)).timestamp()
        os.utime(folder / name, (stamp, stamp))
    (folder / "a.b.33.refused").write_bytes(b"sealed")
    assert sweep_parts(node, NOON).count == 2
    assert {path.name for path in folder.iterdir()} == {"a.b.00.veban", "a.b.33.refused"}


def test_the_shipped_jobs_tidy_what_is_old_and_leave_what_is_young(node):
    now = Hand()
    begin_session(node.alias, "lan", "old", NOON - IDLE)
    begin_session(node.alias, "hoa", "young", NOON)
    folder = node.folder / "outbox" / "may-1"
    folder.mkdir(parents=True)
    for name, age in (("old.part", 15), ("young.part", 13), ("old.txt", 15)):
        (folder / name).write_bytes(b"sealed")
        stamp = (NOON - timedelta(days=age)).timestamp()
        os.utime(folder / name, (stamp, stamp))
    draft = node.blobs.put(b"a picture of a reception that nobody finished")
    stamp = (NOON - timedelta(days=3)).timestamp()
    os.utime(node.folder / "blobs" / node.blobs.name(draft), (stamp, stamp))
    for name, days in (("old", 8), ("young", 6)):
        touched = NOON - timedelta(days=days)
        began = Draft(name, "03172", "1.001193", "birth", date(2025, 7, 1), touched)
        begin_draft(node.alias, began)
    runs = {run.name: run for run in tick(node, now)}
    assert {path.name for path in folder.iterdir()} == {"young.part", "old.txt"}
    assert (runs["sweep_parts"].count, runs["end_sessions"].count) == (1, 1)
    assert runs["sweep_declarations"].count == 1
    assert (runs["sweep_drafts"].count, node.blobs.has(draft)) == (1, False)
    assert find_session(node.alias, "young", NOON) == "hoa"
    assert {run.outcome for run in runs.values()} == {RunOutcome.DONE}


def test_a_locked_laptop_ticks_nothing(laptop):  # noqa: F811
    before = _listing(laptop)
    ticker = Ticker(ServedFolder(laptop), look_every_s=0.0)
    ticker.start()
    ticker.stop()
    assert _listing(laptop) == before


def test_every_job_has_a_name_of_its_own_and_a_track_that_is_ticked():
    assert len({job.name for job in JOBS}) == len(JOBS)
    assert {job.track for job in JOBS} <= {HERE, ROAD}
    assert JobRun("x", HERE).is_due(NOON)


def _listing(folder):
    return sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
