"""Receive a dossier (tiếp nhận hồ sơ): form, review, and the page with the code."""

import secrets
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.actions.dossiers.preview import preview_reception
from veban.actions.dossiers.receive import receive_dossier
from veban.core.declarations.draft import DraftGone
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.wanted import EVERYTHING
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused
from veban.edges.rulebook.layered import LayeredRules
from veban.store.drafts.drafts import use_draft
from veban.store.queries.finding import search_dossiers
from veban.store.queries.nodes import find_point
from veban.store.queries.rounds import count_roster, list_rounds_on
from veban.web.access import officer_required
from veban.web.counter.by_hand import read_by_hand, slip_of
from veban.web.counter.dossier import get_row
from veban.web.counter.find_procedure import query, same_of
from veban.web.counter.looking import note_look
from veban.web.counter.one_press import filled_in
from veban.web.counter.reception_input import ReceptionInput
from veban.web.counter.reception_review import review_context
from veban.web.counter.reception_table import Table
from veban.web.counter.scanned import waiting_for
from veban.web.counter.sitting import Sitting, begin_sitting, find_sitting, sitting_named
from veban.web.declarations.noted import Noted, find_noted, form_for, resumed
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.find_person import person_asked
from veban.web.serving import Node, node_of, serving_of
from veban.web.stored_files import check_stored
from veban.web.visitor import Visitor
from veban.wiring.clock_doubts import open_doubt


@officer_required(Role.RECEIVER)
@require_http_methods(GET_OR_POST)
def receive(request: HttpRequest, visitor: Visitor, procedure: str) -> HttpResponse:
    """Show the form, then its review, then record the dossier.

    The key is made when the form is first shown and travels in it, so that a form sent twice
    is one dossier.
    """
    node = node_of(request)
    table = table_of(request, node, visitor, procedure)
    noted, gone = _declared(request, visitor, procedure)
    if request.method != "POST" and noted is None:
        # Before the family unpacks its papers, not after.
        node.check_writes()
        given = ReceptionInput(table)
        given.refusal = sentence_of(gone) if gone else None
        return _form(request, visitor, given)
    if filled := filled_in(request, visitor, table):
        filled.noted = noted
        return _form(request, visitor, filled)
    if request.POST.get("step") == "scans":
        return _with_scans(request, visitor, table, noted)
    sent = resumed(noted, table.asked) if noted and request.method != "POST" else None
    given, step = ReceptionInput(table, request, sent), request.POST.get("step", "review")
    given.noted = noted
    given.has_errors()
    given.keep_files(node.world.blobs)
    command = given.command(visitor.code)
    if command is None or step == "edit":
        status = 200 if step == "edit" else 422
        return _form(request, visitor, given, status)
    try:
        if gone:
            raise gone
        check_stored(node.world.blobs, (paper.file for paper in command.papers))
        if step == "confirm" and command.explained:
            answer = receive_dossier(node.world, command)
            if noted:
                use_draft(node.alias, noted.draft.draft)
            return HttpResponseRedirect(f"/dossiers/{answer['code']}/received")
        preview = preview_reception(node.world, command)
    except Refused as refusal:
        given.refusal = sentence_of(refusal)
        return _form(request, visitor, given, status_of(refusal), refusal)
    context = review_context(table, given, command, preview) | {"unexplained": step == "confirm"}
    status = 422 if step == "confirm" else 200
    return render(request, "counter/review.html", context, status=status)


def _declared(
    request: HttpRequest, visitor: Visitor, procedure: str
) -> tuple[Noted | None, DraftGone | None]:
    """Return the declaration that goes with the form, or that it is not kept any more."""
    try:
        return find_noted(request, visitor, procedure), None
    except DraftGone as gone:
        return None, gone


def _with_scans(
    request: HttpRequest, visitor: Visitor, table: Table, noted: Noted | None
) -> HttpResponse:
    """Show the form again with what was scanned meanwhile; what was chosen stays."""
    given = ReceptionInput(table, request)
    given.noted = noted
    given.has_errors()
    given.keep_files(node_of(request).world.blobs)
    return _form(request, visitor, given)


def table_of(request: HttpRequest, node: Node, visitor: Visitor, procedure: str) -> Table:
    """Return what the reception form of a procedure is made for, here and now."""
    now, away = node.world.clock.now(), serving_of(request).is_field
    by_hand, waiting = read_by_hand(slip_of(request)), waiting_for(request, node, visitor)
    case = request.POST.get("case") or request.GET.get("case") or None
    rules = node.law.for_unit(visitor.officer.unit)
    sitting = find_sitting(request, visitor, sitting_named(request))
    if request.method != "POST" and not sitting.id:
        sitting = Sitting(begin_sitting())
    rounds = list_rounds_on(node.alias, visitor.scope, local_day(by_hand.at if by_hand else now))
    return Table(
        procedure=rules.procedure(procedure),
        case=case,
        rounds=rounds,
        reasons=_reasons(rules, procedure, local_day(now)),
        away=away,
        now=now,
        sitting=sitting,
        same=sitting.latest or _same(request, node, visitor),
        last=_last(node, visitor) if away and request.method != "POST" else None,
        by_hand=by_hand,
        found=person_asked(request, node, visitor),
        point=_point(node, visitor) if away else "",
        scans=waiting.scans,
        left=waiting.left,
        has_roster=request.method != "POST"
        and any(count_roster(node.alias, visitor.scope, row.round) for row in rounds),
    )


def _same(request: HttpRequest, node: Node, visitor: Visitor) -> DossierReceived | None:
    """Return the earlier reception whose person files once more, where the address names one."""
    if not (code := same_of(request)):
        return None
    row = get_row(node, visitor, code)
    note_look(node, visitor, LookAt.DOSSIER, row.stream)
    history = node.world.journal.history(row.stream)
    return next((s.event for s in history if isinstance(s.event, DossierReceived)), None)


def _point(node: Node, visitor: Visitor) -> str:
    point = find_point(node.alias, visitor.scope, node.world.me.speaks_as)
    return point.place if point else ""


def _last(node: Node, visitor: Visitor) -> DossierRow | None:
    row = next(iter(search_dossiers(node.alias, visitor.scope, EVERYTHING, 1)), None)
    if row is not None:
        note_look(node, visitor, LookAt.DOSSIER, row.stream)
    return row


def _reasons(rules: LayeredRules, procedure: str, day: date) -> list[tuple[str, str]]:
    """Return the reasons, those that make this procedure's fee 0 first."""
    exempt = rules.procedure(procedure).on(day).exemptions
    known = sorted(rules.reasons().values(), key=lambda reason: reason.code not in exempt)
    return [(reason.code, reason.name) for reason in known]


def _form(
    request: HttpRequest,
    visitor: Visitor,
    given: ReceptionInput,
    status: int = 200,
    refusal: Refused | None = None,
) -> HttpResponse:
    table = given.table
    node: Any = node_of(request)
    unit = node.rules.unit(node.world.me.unit)
    context = {
        "given": given,
        "sitting": table.sitting,
        "procedure": table.procedure,
        "case": table.case,
        "key": given.key or secrets.token_hex(16),
        "form": form_for(request, visitor, table.procedure.code),
        "villages": _villages(table.rounds, unit.villages),
        "code": refusal.code if refusal else None,
        "same": table.same.code if table.same else "",
        "again": query(case=table.case or "", sitting=table.sitting.id),
        "found": table.found,
        "has_roster": table.has_roster,
        "waiting": table.scans,
        "left": table.left,
        "doubt": open_doubt(node) if request.method != "POST" else None,
        "menu": "receive",
    }
    return render(request, "counter/form.html", context, status=status)


def _villages(rounds: Sequence[Any], known: Sequence[str]) -> list[str]:
    served = [village for row in rounds for village in row.villages.split("\n")]
    return list(dict.fromkeys([*served, *known]))
