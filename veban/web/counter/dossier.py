"""One dossier (trang hồ sơ): facts, people, papers, timeline, where it is, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from veban.core.dossiers.codes import DossierState
from veban.core.dossiers.events import DossierEnded, DossierReappointed, SupplementRequested
from veban.core.dossiers.move import Move
from veban.core.dossiers.offer import moves_offered
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.refusals import DossierUnknown
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.sitting import is_sitting
from veban.core.dossiers.state import fold
from veban.core.journal.history import Placed
from veban.core.people.looks import Look, LookAt
from veban.core.people.roles import Role
from veban.core.people.unit_settings import Mode
from veban.core.procedures.procedure import Procedure
from veban.core.shared.local_time import local_day
from veban.exchange.whereabouts import Whereabouts, whereabouts
from veban.store.looks.looks import record_look
from veban.store.queries.dossiers import codes_of, find_dossier
from veban.store.queries.messages import MessageSeen, messages_about
from veban.store.queries.people import find_unit_settings, officer_names
from veban.store.queries.rounds import find_round
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.find_procedure import query
from veban.web.counter.holder import Transit, desk_words, find_transit, node_name, node_names
from veban.web.counter.order import offered_next
from veban.web.counter.scans import tell_scans
from veban.web.counter.sitting import find_sitting
from veban.web.counter.telling import Told, tell, tell_messages
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor, real_now

OFFICE_ROLES = (Role.RECEIVER, Role.HANDLER, Role.SIGNER, Role.MANAGER)
FIELD_MOVES = frozenset(
    {
        "hand_back",
        "find_fault",
        "not_handed_back",
        "tell",
        "take_supplement",
        "withdraw",
        "hand_over",
    }
)
"""What a laptop offers beside reception: whatever else is decided at the centre."""
FIRST = ("sign", "hand_back", "transfer", "take_supplement", "confirm_payment", "accept")
"""Moves that usually come next; their buttons are full."""


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything the page shows."""

    row: DossierRow
    procedure: Procedure
    received: DossierReceived | None
    papers: list[tuple[Any, Any]]
    scans: Any
    told: list[Told]
    moves: list[Move]
    others: list[Move]
    slips: list[str]
    codes: list[str]
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


def get_row(node: Node, visitor: Visitor, code: str) -> DossierRow:
    """Return a dossier within the visitor's scope.

    Raises:
        DossierUnknown: none has the code, or it is not the visitor's to see.
    """
    row = find_dossier(node.alias, visitor.scope, code)
    if row is None:
        raise DossierUnknown(code=code)
    return row


def make_page(request: HttpRequest, visitor: Visitor, code: str) -> DossierPage:
    """Gather the page of a dossier; the number of queries does not grow with its history."""
    node = node_of(request)
    row = get_row(node, visitor, code)
    history = node.world.journal.history(row.stream)
    messages = messages_about(node.alias, visitor.scope, row.stream)
    actors = {step.header.actor for step in history} | {m.row.officer for m in messages}
    desk_officer = row.desk.removeprefix("officer:")
    names = officer_names(node.alias, visitor.scope, actors | {desk_officer} - {""})
    received = next((s.event for s in history if isinstance(s.event, DossierReceived)), None)
    person = received.person if received else None
    if visitor.scope.persons:
        record_look(node.alias, Look(real_now(), visitor.code, LookAt.DOSSIER, row.stream))
    mode = _mode(node, visitor)
    moves = _moves(request, visitor, row, history, mode)
    now, nodes = node.world.clock.now(), node_names(node, visitor.scope)
    found = find_round(node.alias, visitor.scope, row.round) if row.round else None
    return DossierPage(
        row=row,
        procedure=node.rules.procedure(row.procedure),
        received=received,
        papers=list(zip(received.papers, person.papers, strict=True))
        if received and person
        else [],
        scans=tell_scans(node, row, person),
        told=tell_messages(messages, names) + tell(history, names, visitor.scope.persons),
        moves=[move for move in moves if move.name in FIRST],
        others=[move for move in moves if move.name not in FIRST],
        slips=_slips(history) if person else [],
        codes=[
            c.code for c in codes_of(node.alias, visitor.scope, row.stream) if c.code != row.code
        ],
        desk=desk_words(row.desk, {**nodes, **names}),
        holder=node_name(node, nodes, row.holder),
        transit=find_transit(node, nodes, history) if row.releasing_to else None,
        late=is_late(row, now),
        steps=_steps(request, node, row, history, messages),
        round_name=found.name if found else None,
        next_step=_next_step(row, mode, is_field=serving_of(request).is_field),
        days_left=days_left(row, now),
    )


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
    return words.OFFICE_STEPS.get(state)


def _moves(
    request: HttpRequest,
    visitor: Visitor,
    row: DossierRow,
    history: Sequence[Placed],
    mode: Mode,
) -> list[Move]:
    dossier, node = fold(history), node_of(request)
    if dossier is None:
        return []
    held, is_field = row.holder == node.world.me.node, serving_of(request).is_field
    here = {"keep": is_field and held and not row.kept, "let_go": is_field and held and row.kept}
    here["reclaim"] = not is_field and not held
    return [
        move
        for move in moves_offered(dossier, visitor.scope.roles, mode)
        if here.get(move.name, not is_field or move.name in FIELD_MOVES)
    ]


def _slips(history: Sequence[Placed]) -> list[str]:
    found = ["receipt", "pictures"]
    for step in history:
        match step.event:
            case SupplementRequested():
                found.append("supplement")
            case DossierReappointed():
                found.append("apology")
            case DossierEnded(state=state):
                found.append("refusal" if state is DossierState.NOT_ACCEPTED else "stop")
    return [*dict.fromkeys(found), "control"]


def _steps(
    request: HttpRequest,
    node: Node,
    row: DossierRow,
    history: Sequence[Placed],
    messages: Sequence[MessageSeen],
) -> list[tuple[str, bool]]:
    """Return the three honest states of a dossier on a laptop, each with whether it is reached."""
    me = node.world.me
    if not serving_of(request).is_field:
        return []
    sent = [node.world.journal.entry(message.row.hash) for message in messages]
    headers = [step.header for step in history] + [entry.header for entry in sent if entry]
    written = [header.seq for header in headers if header.node == me.node]
    where = whereabouts(written, node.centre_has(), row.holder, me.centre or "")
    return [
        (_("Có trên máy này"), True),
        (_("Trung tâm đã nhận"), where is not Whereabouts.ON_DEVICE),
        (_("Trung tâm đã xử lý tiếp"), where is Whereabouts.APPLIED),
    ]
