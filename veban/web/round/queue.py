"""What is not at the centre yet (hàng chờ gửi): by officer, with the last try and the next."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from veban.core.dossiers.rows import DossierRow
from veban.core.people.looks import LookAt
from veban.edges.folder.addresses import AddressWrong, add_address, drop_address, read_addresses
from veban.exchange.whereabouts import Whereabouts
from veban.store.jobs.runs import JobRun, RunOutcome, list_runs, want_run
from veban.store.journal.since import Written, files_since, written_since
from veban.store.queries.people import officer_names
from veban.store.queries.queue import count_taken_over, dossiers_held, dossiers_named
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES
from veban.web.counter.looking import note_look
from veban.web.refusal_pages import sentence_alone
from veban.web.serving import node_of
from veban.web.visitor import Visitor, real_now
from veban.wiring.jobs import ROAD

JOB, MACHINE = "exchange", "node"
SHOWN = 100
"""Dossiers of one officer on the page, and of those held here in all."""

TONES = {Whereabouts.ON_DEVICE: "waiting", Whereabouts.RECEIVED: "taken"}
"""The colour word of each state that a queue shows."""


@dataclass(frozen=True, slots=True)
class Line:
    """A dossier in somebody's queue."""

    row: DossierRow
    where: Any
    tone: str


@dataclass(slots=True)
class Queue:
    """What one officer wrote and is still on its way.

    Args:
        officer: The code; ``node`` for what the machine wrote itself.
        name: The officer's name.
        lines: Dossiers, those that are only here first.
        others: Entries that concern no dossier.
        files: Files that the centre misses.
        bytes: How large they are in all.
    """

    officer: str
    name: str = ""
    lines: list[Line] = field(default_factory=list)
    others: int = 0
    files: int = 0
    bytes: int = 0

    @property
    def more(self) -> int:
        """Return how many lines the page leaves out."""
        return max(0, len(self.lines) - SHOWN)

    @property
    def shown(self) -> list[Line]:
        """Return the lines on the page."""
        return self.lines[:SHOWN]

    @property
    def kilobytes(self) -> int:
        """Return the size of the files, rounded up."""
        return -(-self.bytes // 1024)


@dataclass(frozen=True, slots=True)
class Try:
    """How the exchange stands, in words."""

    run: JobRun
    state: Any
    tone: str
    why: Any


@officer_required(*OFFICE_ROLES)
@require_safe
def show_queue(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show what waits, and what becomes of it."""
    return _page(request, visitor)


@officer_required(*OFFICE_ROLES)
@require_POST
def try_now(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Ask for an exchange; the server's own tick takes it up, so nobody waits on this page."""
    node: Any = node_of(request)
    run = list_runs(node.alias).get(JOB)
    if node.world.me.centre and not (run and run.is_running(real_now())):
        want_run(node.alias, JOB, ROAD)
    return HttpResponseRedirect("/road/queue")


@officer_required(*OFFICE_ROLES)
@require_POST
def keep_address(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Keep another address of the centre and try it, or forget one."""
    node: Any = node_of(request)
    if unwanted := request.POST.get("drop"):
        drop_address(node.folder, unwanted)
        return HttpResponseRedirect("/road/queue")
    typed = request.POST.get("address", "")
    try:
        add_address(node.folder, typed)
    except AddressWrong:
        return _page(request, visitor, typed=typed)
    want_run(node.alias, JOB, ROAD)
    return HttpResponseRedirect("/road/queue")


def _page(request: HttpRequest, visitor: Visitor, typed: str | None = None) -> HttpResponse:
    node: Any = node_of(request)
    centre = node.world.me.centre
    queues = make_queues(node, visitor) if centre else []
    note_look(node, visitor, LookAt.LIST, "queue", sum(len(one.shown) for one in queues))
    context = {"menu": "road", "has_centre": bool(centre), "typed": typed}
    if centre:
        run = list_runs(node.alias).get(JOB) or JobRun(JOB, ROAD)
        context |= {
            "queues": queues,
            "taken_over": count_taken_over(
                node.alias, visitor.scope, node.world.me.speaks_as, centre
            ),
            "last": tell_try(run),
            "addresses": read_addresses(node.folder),
            "own_address": node.card.centre_url,
        }
    status = 200 if typed is None else 422
    return render(request, "round/queue.html", context, status=status)


def make_queues(node: Any, visitor: Visitor) -> list[Queue]:
    """Return the queues of everybody who has one, the visitor's own first."""
    me, there = node.world.me, node.centre_has()
    seq = there[0] if there else 0
    heard = node.exchange.x.book.heard(me.centre)
    queues: dict[str, Queue] = {}
    waiting = _add_written(queues, node, visitor, written_since(node.alias, me.node, seq))
    for row in dossiers_held(node.alias, visitor.scope, me.node, SHOWN):
        if row.stream not in waiting:
            _queue(queues, row.received_by).lines.append(_line(row, Whereabouts.RECEIVED))
    wanted = heard.wants if heard else ()
    for actor, file in files_since(node.alias, me.node, seq, wanted):
        queue = _queue(queues, actor)
        queue.files += 1
        queue.bytes += node.world.blobs.size(file)
    names = officer_names(node.alias, visitor.scope, queues)
    for code, queue in queues.items():
        queue.name = _("Máy tự ghi") if code == MACHINE else names.get(code, code)
    return sorted(queues.values(), key=lambda q: (q.officer != visitor.code, q.name))


def _add_written(
    queues: dict[str, Queue], node: Any, visitor: Visitor, written: Iterable[Written]
) -> set[str]:
    """Put what is only here into the queues; return the streams of its dossiers."""
    steps = list(written)
    rows = dossiers_named(node.alias, visitor.scope, (step.stream for step in steps))
    told: set[tuple[str, str]] = set()
    for step in steps:
        row = rows.get(step.stream)
        if row is None:
            _queue(queues, step.actor).others += 1
            continue
        # What the machine wrote into a dossier waits with whoever received it.
        officer = row.received_by if step.actor == MACHINE else step.actor
        if (officer, step.stream) not in told:
            told.add((officer, step.stream))
            _queue(queues, officer).lines.append(_line(row, Whereabouts.ON_DEVICE))
    return set(rows)


def _line(row: DossierRow, where: Whereabouts) -> Line:
    return Line(row, words.WHEREABOUTS[where], TONES[where])


def _queue(queues: dict[str, Queue], officer: str) -> Queue:
    return queues.setdefault(officer, Queue(officer))


def tell_try(run: JobRun) -> Try:
    """Say how the last exchange went and when the next one comes."""
    if run.is_running(real_now()):
        return Try(run, _("Đang trao đổi"), "waiting", "")
    if run.wanted:
        return Try(run, _("Sắp thử, trong vài giây"), "waiting", "")
    if run.outcome == RunOutcome.FAILED:
        why = sentence_alone(run.code) or _("Lần trao đổi bị lỗi; máy sẽ tự thử lại.")
        return Try(run, _("Lần thử vừa rồi chưa xong"), "late", why)
    if run.outcome == RunOutcome.DONE:
        return Try(run, _("Lần thử vừa rồi xong"), "ready", "")
    return Try(run, _("Chưa thử lần nào từ khi mở máy"), "closed", "")
