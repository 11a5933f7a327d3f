"""Who runs which job when (lượt chạy công việc định kỳ), so that no two processes run one.

A run is claimed in a short transaction and worked outside of it: nothing holds the write lock
while a job waits for the road.
"""

import dataclasses
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db import transaction

from veban.store.jobs.tables import JobRunRecord


class RunOutcome(StrEnum):
    """How the last run of a job ended."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class JobRun:
    """A job as the database remembers it.

    Args:
        name: The job's.
        track: Jobs of one track run one after another.
        started_at: When the last run began.
        ended_at: When it ended; None while it runs, or where its process died.
        outcome: Empty before the first run.
        code: What happened, as a code: a refusal's, or the name of an error. Never more.
        count: How many things the run dealt with.
        failures: Runs that failed since one succeeded.
        held_until: Until when a run without an end counts as running.
        next_at: When it is due again.
        wanted: Somebody asked for a run now.
    """

    name: str
    track: str
    started_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str = ""
    code: str = ""
    count: int = 0
    failures: int = 0
    held_until: datetime | None = None
    next_at: datetime | None = None
    wanted: bool = False

    def is_running(self, now: datetime) -> bool:
        """Tell whether a run is under way and its process has not been silent for too long."""
        if self.outcome != RunOutcome.RUNNING or self.started_at is None:
            return False
        return self.started_at <= now and (self.held_until is None or now < self.held_until)

    def is_due(self, now: datetime) -> bool:
        """Tell whether it is to run: asked for, never run, its time come, or the clock set back."""
        if self.is_running(now):
            return False
        went_back = self.started_at is not None and now < self.started_at
        return self.wanted or self.next_at is None or now >= self.next_at or went_back


_FIELDS = tuple(field.name for field in dataclasses.fields(JobRun))


def list_runs(alias: str) -> dict[str, JobRun]:
    """Return what is remembered, by the job's name."""
    return {row[0]: JobRun(*row) for row in _known(alias).values_list(*_FIELDS)}


def claim_run(alias: str, job: JobRun, now: datetime, longest: timedelta) -> bool:
    """Take a job's run, where it is due and no job of its track is running.

    Args:
        alias: The database.
        job: Name and track.
        now: By the machine's clock.
        longest: After so long without an end the process counts as dead.
    """
    with transaction.atomic(using=alias):
        fresh = JobRunRecord(name=job.name, track=job.track)
        _known(alias).bulk_create([fresh], ignore_conflicts=True)
        # The track's rows are the lock: two processes claim one after the other.
        beside = _known(alias).select_for_update().filter(track=job.track).order_by("name")
        runs = [JobRun(*row) for row in beside.values_list(*_FIELDS)]
        mine = next((run for run in runs if run.name == job.name), None)
        if mine is None or not mine.is_due(now) or any(run.is_running(now) for run in runs):
            return False
        _known(alias).filter(name=job.name).update(
            started_at=now,
            ended_at=None,
            outcome=RunOutcome.RUNNING,
            held_until=now + longest,
            wanted=False,
        )
        return True


def end_run(alias: str, run: JobRun) -> None:
    """Note how a claimed run ended; a wish that came meanwhile stays."""
    _known(alias).filter(name=run.name).update(
        ended_at=run.ended_at,
        outcome=run.outcome,
        code=run.code,
        count=run.count,
        failures=run.failures,
        held_until=None,
        next_at=run.next_at,
    )


def free_runs(alias: str, track: str, now: datetime) -> None:
    """Take up again what a server before this one was killed in; where only one serves a node."""
    left = _known(alias).filter(track=track, outcome=RunOutcome.RUNNING)
    left.update(held_until=now, wanted=True)


def want_run(alias: str, name: str, track: str) -> None:
    """Ask that a job runs as soon as somebody ticks."""
    with transaction.atomic(using=alias):
        fresh = JobRunRecord(name=name, track=track)
        _known(alias).bulk_create([fresh], ignore_conflicts=True)
        _known(alias).filter(name=name).update(wanted=True)


def _known(alias: str):  # type: ignore[no-untyped-def]
    return JobRunRecord._default_manager.using(alias)
