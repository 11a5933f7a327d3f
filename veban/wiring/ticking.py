"""One tick (một nhịp): what is due runs, one job after another, each guarded.

Any number of processes may tick one node: each run is claimed in the database, so a second
process finds nothing due. A locked laptop ticks nothing.
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.db import Error

from veban.core.shared.refused import Refused
from veban.exchange.back_off import wait_s
from veban.store.databases.soundness import is_checked_at_once
from veban.store.jobs.runs import (
    JobRun,
    RunOutcome,
    claim_run,
    end_run,
    free_runs,
    list_runs,
    want_run,
)
from veban.wiring.jobs import CHECK, HERE, ROAD, Did, Job, is_file, jobs_of
from veban.wiring.node import Node
from veban.wiring.served import ServedFolder

LOOK_EVERY_S = 3.0
"""How often a server looks whether something is due or asked for."""

Now = Callable[[], datetime]


def real_now() -> datetime:
    """Return the machine's own time: jobs do not follow a practice clock."""
    return datetime.now(UTC)


def tick(node: Node, now: Now = real_now, jobs: Sequence[Job] | None = None) -> list[JobRun]:
    """Run each due job once and return the runs as they ended.

    Args:
        node: An open node.
        now: The clock.
        jobs: Those looked at, in order; all of the node's where none are given.
    """
    jobs = jobs_of(node) if jobs is None else jobs
    known = list_runs(node.alias)
    runs = []
    for job in jobs:
        before = known.get(job.name) or JobRun(job.name, job.track)
        due = before.is_due(now())
        if due and claim_run(node.alias, before, now(), timedelta(seconds=job.longest_s)):
            runs.append(_run(node, job, before, now))
    return runs


def _run(node: Node, job: Job, before: JobRun, now: Now) -> JobRun:
    started = now()
    try:
        did = job.run(node, started)
    except Refused as refusal:
        did = Did(failed=refusal.code)
    except Exception as problem:  # noqa: BLE001 - one failing job must not stop the others.
        # Only its kind is kept: what an error says may name a person or a path.
        did = Did(failed=type(problem).__name__)
    ended = now()
    failures = before.failures + 1 if did.failed else 0
    run = replace(
        before,
        started_at=started,
        ended_at=ended,
        outcome=RunOutcome.FAILED if did.failed else RunOutcome.DONE,
        code=did.failed or "",
        count=did.count,
        failures=failures,
        held_until=None,
        next_at=ended + timedelta(seconds=_wait_s(node, job, failures)),
        wanted=False,
    )
    end_run(node.alias, run)
    return run


def _wait_s(node: Node, job: Job, failures: int) -> float:
    if failures and job.backs_off:
        return wait_s(failures, node.world.random.token(1)[0] / 255)
    return job.every_s


class Ticker:
    """Ticks inside a server, a thread for each track, until it is stopped or the process ends.

    Args:
        served: The data folder, open or locked.
        look_every_s: Seconds between two looks.
    """

    def __init__(self, served: ServedFolder, look_every_s: float = LOOK_EVERY_S) -> None:
        self._served = served
        self._every = look_every_s
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._keep_ticking, args=(track,), daemon=True)
            for track in (HERE, ROAD)
        ]

    def start(self) -> None:
        """Begin; the first look comes after one pause."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End after the jobs under way."""
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _keep_ticking(self, track: str) -> None:
        node = None
        while not self._ended.wait(self._every):
            self._served.lock_if_idle()
            if self._served.node is not node and node is not None:
                node.let_go()
            new, node = self._served.node is not node, self._served.node
            if node is not None and not _look(node, track, new):
                node.close()
                node = None
        if node is not None:
            node.close()


def _look(node: Node, track: str, new: bool) -> bool:
    """Tick a track; False where the database is not to be worked with just now.

    A file has one server: what stands there as running when it begins was killed.
    """
    try:
        if new and is_file(node):
            free_runs(node.alias, track, real_now())
            if not is_checked_at_once(node.alias):
                want_run(node.alias, CHECK, HERE)
        tick(node, jobs=[job for job in jobs_of(node) if job.track == track])
    except (Error, Refused):
        # Full, read-only, damaged or restarted: what is due stays due.
        return False
    return True
