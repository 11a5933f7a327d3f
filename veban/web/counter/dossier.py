"""One dossier (trang hồ sơ): facts, people, papers, timeline, where it is, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from veban.core.dossiers.codes import OURS, DossierState
from veban.core.dossiers.move import Move
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.refusals import DossierUnknown
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.sitting import is_sitting
from veban.core.journal.history import Placed
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.procedures.procedure import Procedure
from veban.core.shared.local_time import local_day
from veban.store.queries.dossiers import codes_of, find_dossier, find_doubled
from veban.store.queries.messages import messages_about
from veban.store.queries.people import find_unit_settings, officer_names
from veban.store.queries.rounds import find_round
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.dossier_moves import FIRST, offered_moves, printable_slips
from veban.web.counter.find_procedure import query
from veban.web.counter.holder import Transit, desk_words, find_transit, node_name, node_names
from veban.web.counter.looking import note_look
from veban.web.counter.opinions import Opinion, tell_opinions
from veban.web.counter.order import offered_next
from veban.web.counter.result import ResultShown, show_result
from veban.web.counter.scans import tell_scans
from veban.web.counter.sitting import find_sitting
from veban.web.counter.telling import Told, tell, tell_messages
from veban.web.counter.where import tell_where
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor
from veban.web.words_of_results import DRAFT_STEPS

ONLY = "only"
"""What an address names a dossier's stream with, where several carry its code."""

OFFICE_ROLES = (Role.RECEIVER, Role.HANDLER, Role.SIGNER, Role.MANAGER)


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the page shows."""

    row: DossierRow
    procedure: Procedure
    received: DossierReceived | None
    papers: list[tuple[Any, Any]]
    scans: Any
    result: ResultShown | None
    opinions: list[Opinion]
    told: list[Told]
    moves: list[Move]
    others: list[Move]
    slips: list[str]
    codes: list[str]
    old_codes: list[str]
    shared: bool
    desk: str
    holder: str
    transit: Transit | None
    late: bool
    steps: list[tuple[str, bool]]
    round_name: str | None
    next_step: Any
    days_left: int | None
    menu: str = "dossiers"

    @property
    def only(self) -> str:
        """Return what an address adds to name this one of two with one code."""
        return f"?{urlencode({ONLY: self.row.stream})}" if self.shared else ""

    @property
    def sitting(self) -> str:
        """Return the sitting at which it was handed in; empty where pages know none."""
        return self.row.visit or "" if is_sitting(self.row.visit) else ""

    @property
    def days_late(self) -> int:
        """Return how many days ago the date passed."""
        return -(self.days_left or 0)


@officer_required(*OFFICE_ROLES)
@require_safe
def show_received(request: HttpRequest, visitor: Visitor, code: str) -> HttpResponse:
    """Show what the person at the table is told: the code, the date, the fee."""
    page = make_page(request, visitor, code)
    sitting = find_sitting(request, visitor, page.row.visit)
    rules = node_of(request).law.for_unit(visitor.officer.unit)
    context = {"sitting": sitting, "carry": query(sitting=sitting.id), "menu": "receive"}
    context |= {"next": offered_next(request, rules, sitting)}
    return render(request, "counter/received.html", {"page": page, **context})


def get_row(node: Node, visitor: Visitor, code: str, only: str = "") -> DossierRow:
    """Return a dossier within the visitor's scope.

    Args:
        only: The stream of the one that is meant, where several carry the code.

    Raises:
        DossierUnknown: none has the code, or it is not the visitor's to see.
    """
    if only:
        alike = find_doubled(node.alias, visitor.scope, code)
        row = next((one for one in alike if one.stream == only), None)
    else:
        row = find_dossier(node.alias, visitor.scope, code)
    if row is None:
        raise DossierUnknown(code=code)
    return row


def shares_code(node: Node, visitor: Visitor, row: DossierRow) -> bool:
    """Tell whether another dossier carries the same code now."""
    alike = find_doubled(node.alias, visitor.scope, row.code)
    return [one.code for one in alike].count(row.code) > 1


def make_page(request: HttpRequest, visitor: Visitor, code: str) -> DossierPage:
    """Gather the page of a dossier; the number of queries does not grow with its history."""
    node = node_of(request)
    row = get_row(node, visitor, code, request.GET.get(ONLY, ""))
    shared = shares_code(node, visitor, row)
    history = node.world.journal.history(row.stream)
    messages = messages_about(node.alias, visitor.scope, row.stream)
    actors = {step.header.actor for step in history} | {m.row.officer for m in messages}
    actors |= {row.desk.removeprefix("officer:")} - {""}
    names = officer_names(node.alias, visitor.scope, actors)
    received = _received(history)
    person = received.person if received else None
    note_look(node, visitor, LookAt.DOSSIER, row.stream)
    mode = _mode(node, visitor)
    moves = [] if shared else offered_moves(request, visitor, row, history, mode)
    codes, now = codes_of(node.alias, visitor.scope, row.stream), node.world.clock.now()
    nodes = node_names(node, visitor.scope)
    return DossierPage(
        row=row,
        procedure=node.rules.procedure(row.procedure),
        received=received,
        papers=_papers(received),
        scans=tell_scans(node, row, person),
        result=show_result(node, history),
        opinions=tell_opinions(history, now),
        told=tell_messages(messages, names) + tell(history, names, visitor.scope.persons),
        moves=[move for move in moves if move.name in FIRST],
        others=[move for move in moves if move.name not in FIRST],
        slips=printable_slips(history, person),
        codes=[c.code for c in codes if c.system != OURS and c.code != row.code],
        old_codes=[c.code for c in codes if c.system == OURS and c.code != row.code],
        shared=shared,
        desk=desk_words(row.desk, {**nodes, **names}),
        holder=node_name(node, nodes, row.holder),
        transit=find_transit(node, nodes, history) if row.releasing_to else None,
        late=is_late(row, now),
        steps=tell_where(request, node, row, history, messages),
        round_name=_round_name(node, visitor, row),
        next_step=_next_step(row, mode, is_field=serving_of(request).is_field),
        days_left=days_left(row, now),
    )


def _received(history: Sequence[Placed]) -> DossierReceived | None:
    return next((s.event for s in history if isinstance(s.event, DossierReceived)), None)


def _papers(received: DossierReceived | None) -> list[tuple[Any, Any]]:
    if received is None or received.person is None:
        return []
    return list(zip(received.papers, received.person.papers, strict=True))


def _round_name(node: Node, visitor: Visitor, row: DossierRow) -> str | None:
    found = find_round(node.alias, visitor.scope, row.round) if row.round else None
    return found.name if found else None


def is_late(row: DossierRow, now: datetime) -> bool:
    """Tell whether the clock runs and the date has passed."""
    return row.due_at is not None and not row.ended_at and not row.paused_at and row.due_at < now


def days_left(row: DossierRow, now: datetime) -> int | None:
    """Return the days until the date, as the wall calendar counts; None where no clock runs."""
    if row.due_at is None or row.ended_at or row.paused_at:
        return None
    return (local_day(row.due_at) - local_day(now)).days


def _mode(node: Node, visitor: Visitor) -> Mode:
    settings = find_unit_settings(node.alias, visitor.scope, visitor.officer.unit)
    return Mode(settings.mode) if settings else Mode.COMPANION


def _next_step(row: DossierRow, mode: Mode, *, is_field: bool) -> Any:
    """Return what the office does next, in words; None where nothing is left to do."""
    state = DossierState(row.state)
    if state in (DossierState.RECEIVED, DossierState.PROCESSING):
        if is_field:
            return words.FIELD_STEP
        if mode is Mode.COMPANION:
            return words.COMPANION_STEP
    return DRAFT_STEPS.get(row.draft) or words.OFFICE_STEPS.get(state)
