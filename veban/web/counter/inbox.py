"""The inbox by role (việc cần làm): what is due today in front."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from veban.core.dossiers.codes import PAUSED, DossierState
from veban.core.dossiers.result import Stage
from veban.core.dossiers.rows import DossierRow
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.store.queries.dossiers import (
    count_overdue,
    count_states,
    list_contested,
    list_open,
)
from veban.store.queries.news import count_untold
from veban.web.access import officer_required
from veban.web.counter.listing import Line, make_lines
from veban.web.counter.looking import note_look
from veban.web.round.to_tell import TELLERS
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor

SOON = timedelta(days=3)
SHOWN = 30
"""Lines of one group; the rest is a link to the list."""


@dataclass(frozen=True, slots=True)
class Group:
    """One heap of the inbox."""

    name: str
    title: str
    lines: list[Line]
    count: int
    tone: str = ""


@officer_required()
@require_safe
def show_inbox(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """Show the officer's heaps; who sees figures only gets figures."""
    node = node_of(request)
    now = node.world.clock.now()
    if not visitor.scope.persons:
        states = count_states(node.alias, visitor.scope)
        overdue = count_overdue(node.alias, visitor.scope, now)
        context = {"states": states, "overdue": overdue, "today": local_day(now)}
        return render(request, "counter/figures.html", context | {"menu": "inbox"})
    rows = list_open(node.alias, visitor.scope)
    groups, told = [], set[str]()
    for heap in heaps_of(visitor):
        found = [r for r in rows if heap.holds(r, now) and not (heap.rest and r.stream in told)]
        told |= {row.stream for row in found}
        if found:
            lines = make_lines(node.rules, found[:SHOWN], now)
            groups.append(Group(heap.name, heap.title, lines, len(found), heap.tone))
    if visitor.has(Role.MANAGER) and (rows := list_contested(node.alias, visitor.scope)):
        lines = make_lines(node.rules, rows[:SHOWN], now)
        groups.insert(0, Group("contested", _("Cần lãnh đạo xem lại"), lines, len(rows), "late"))
    shown = {line.row.stream for group in groups for line in group.lines}
    note_look(node, visitor, LookAt.LIST, "inbox", len(shown))
    context = {"groups": groups, "today": local_day(now), "unsent": _unsent(node)}
    if visitor.has(*TELLERS):
        context |= {"untold": count_untold(node.alias, visitor.scope)}
    return render(request, "counter/inbox.html", context | {"menu": "inbox"})


def _unsent(node: Node) -> int:
    """Return how many steps written on this laptop its centre does not hold yet."""
    me = node.world.me
    if me.centre is None:
        return 0
    written = node.world.journal.chains().get(me.node, (0, ""))[0]
    there = node.centre_has()
    return written - (there[0] if there else 0)


@dataclass(frozen=True, slots=True)
class Heap:
    """A rule for one heap; ``rest`` leaves out what lies in a heap before it."""

    name: str
    title: Any
    holds: Callable[[DossierRow, datetime], bool]
    tone: str = ""
    rest: bool = False


def heaps_of(visitor: Visitor) -> Iterable[Heap]:
    """Return the heaps of an officer, the most pressing first; what presses may lie in two."""
    yield Heap("overdue", _("Quá hạn"), _overdue, "late")
    yield Heap("today", _("Hạn hôm nay"), _today, "today")
    if visitor.has(Role.SIGNER):
        yield Heap("sign", _("Chờ ký"), _waits_for_signature)
    if visitor.has(Role.HANDLER):
        yield Heap("redraft", _("Dự thảo bị trả lại"), _is_sent_back, "late")
    if visitor.has(Role.HANDLER, Role.RECEIVER):
        yield Heap("issue", _("Đã ký, chờ phát hành"), _waits_for_issue, "ready")
    if visitor.has(Role.SIGNER, Role.HANDLER, Role.MANAGER):
        yield Heap("faulty", _("Kết quả cần sửa"), _is_faulty, "late")
    if visitor.has(Role.RECEIVER, Role.MANAGER):
        yield Heap("hand_back", _("Chờ trả kết quả"), _is_done, "ready")
    if visitor.has(Role.HANDLER, Role.MANAGER):
        yield Heap("taken", _("Mới tiếp nhận"), _is_taken)
    yield Heap("soon", _("Hạn trong ba ngày tới"), _soon, rest=True)
    yield Heap("waiting", _("Chờ người dân"), lambda row, now: row.state in PAUSED)
    if visitor.has(Role.HANDLER, Role.RECEIVER, Role.MANAGER):
        yield Heap("later", _("Còn thời gian"), _later, rest=True)


def _runs(row: DossierRow) -> bool:
    return row.ended_at is None and row.state not in PAUSED


def _overdue(row: DossierRow, now: datetime) -> bool:
    return _runs(row) and row.due_at is not None and row.due_at < now


def _today(row: DossierRow, now: datetime) -> bool:
    due = row.due_at
    return _runs(row) and due is not None and due >= now and local_day(due) == local_day(now)


def _soon(row: DossierRow, now: datetime) -> bool:
    due = row.due_at
    return (
        _runs(row) and due is not None and local_day(now) < local_day(due) <= local_day(now + SOON)
    )


def _later(row: DossierRow, now: datetime) -> bool:
    due = row.due_at
    return _runs(row) and (due is None or local_day(due) > local_day(now + SOON))


def _waits_for_signature(row: DossierRow, now: datetime) -> bool:
    """Without a draft too: where one act signs and issues, there never is one."""
    is_here = row.draft in (None, Stage.DRAFTED)
    return row.state == DossierState.PROCESSING and is_here


def _is_sent_back(row: DossierRow, now: datetime) -> bool:
    return row.state == DossierState.PROCESSING and row.draft == Stage.SENT_BACK


def _waits_for_issue(row: DossierRow, now: datetime) -> bool:
    return row.state == DossierState.PROCESSING and row.draft == Stage.SIGNED


def _is_done(row: DossierRow, now: datetime) -> bool:
    return row.state == DossierState.DONE and row.promised_on is None


def _is_faulty(row: DossierRow, now: datetime) -> bool:
    return row.promised_on is not None


def _is_taken(row: DossierRow, now: datetime) -> bool:
    return row.state in (DossierState.NEW, DossierState.RECEIVED)
