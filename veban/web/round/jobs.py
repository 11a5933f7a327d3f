"""What the machine does of itself (công việc định kỳ): last run, next run, run now."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from veban.core.people.officers import OfficerLacksRole
from veban.core.people.roles import Role
from veban.store.jobs.runs import JobRun, RunOutcome, list_runs, want_run
from veban.web.access import officer_required
from veban.web.refusal_pages import PageUnknown, sentence_alone
from veban.web.serving import node_of, serving_of
from veban.web.visitor import Visitor, real_now
from veban.wiring.jobs import Job, jobs_of

OF_CENTRE = frozenset({Role.ADMIN, Role.MANAGER})
"""Who sees a centre's jobs; on a laptop everybody does, since nobody else is there."""

HOUR_S = 3600


@dataclass(frozen=True, slots=True)
class JobSeen:
    """A line of the page.

    Args:
        job: What it is.
        run: What is remembered of it.
        title: What people call it, in the reader's language.
        every: How often, in words.
        state: How it stands, in words.
        tone: The colour word of the state.
        why: What stopped the last run, in words; empty where nothing did.
    """

    job: Job
    run: JobRun
    title: str
    every: str
    state: str
    tone: str
    why: str


@officer_required()
@require_safe
def show_jobs(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the jobs of this machine."""
    _check_role(request, visitor)
    node: Any = node_of(request)
    runs, now = list_runs(node.alias), real_now()
    known = [(job, runs.get(job.name) or JobRun(job.name, job.track)) for job in jobs_of(node)]
    lines = [_seen(job, run, now) for job, run in known]
    return render(request, "round/jobs.html", {"lines": lines, "menu": "road"})


@officer_required()
@require_POST
def run_job(request: HttpRequest, visitor: Visitor, job: str) -> HttpResponse:
    """Ask that a job runs now; the ticking server takes it up within seconds."""
    _check_role(request, visitor)
    node: Any = node_of(request)
    known = {line.name: line for line in jobs_of(node)}
    if job not in known:
        raise PageUnknown()
    want_run(node.alias, job, known[job].track)
    return HttpResponseRedirect("/jobs")


def _check_role(request: HttpRequest, visitor: Visitor) -> None:
    if not serving_of(request).is_field and not visitor.has(*OF_CENTRE):
        raise OfficerLacksRole(move="page", roles=sorted(role.value for role in OF_CENTRE))


def _seen(job: Job, run: JobRun, now: datetime) -> JobSeen:
    state, tone = _state(run, now)
    return JobSeen(job, run, _(job.title), _every(job.every_s), state, tone, _why(run))


def _state(run: JobRun, now: datetime) -> tuple[str, str]:
    if run.is_running(now):
        return _("Đang chạy"), "waiting"
    if run.wanted:
        return _("Sắp chạy, trong vài giây"), "waiting"
    if run.outcome == RunOutcome.FAILED:
        return _("Chưa xong"), "late"
    if run.outcome == RunOutcome.DONE:
        return _("Xong"), "ready"
    return _("Chưa chạy lần nào"), "closed"


def _why(run: JobRun) -> str:
    if run.outcome != RunOutcome.FAILED:
        return ""
    return sentence_alone(run.code) or _(
        "Việc này bị lỗi; máy sẽ tự thử lại. Nếu lặp lại, báo quản trị hệ thống kèm mã lỗi."
    )


def _every(seconds: float) -> str:
    if seconds >= HOUR_S:
        return _("%(number)s giờ một lần") % {"number": round(seconds / HOUR_S)}
    return _("%(number)s phút một lần") % {"number": max(1, round(seconds / 60))}
