"""Make a move with a dossier (thao tác với hồ sơ)."""

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from veban.actions.dossiers.do import do_move
from veban.core.deadlines.due import end_of_day
from veban.core.dossiers.act import find_move
from veban.core.dossiers.commands import DoMove
from veban.core.dossiers.events import SupplementRequested
from veban.core.dossiers.received import DossierReceived
from veban.core.dossiers.rows import DossierRow
from veban.core.dossiers.telling import ToldThrough
from veban.core.people.looks import LookAt
from veban.core.people.officers import OfficerLacksRole
from veban.core.shared.local_time import local_day
from veban.core.shared.refused import Refused
from veban.core.shared.shape import InputWrong, read_shape
from veban.edges.papers.checking import check_paper
from veban.web.access import officer_required
from veban.web.counter.dossier import OFFICE_ROLES, get_row
from veban.web.counter.looking import note_look
from veban.web.counter.move_fitting import fit_form
from veban.web.counter.move_form import MoveForm, offer_units
from veban.web.counter.procedure_names import procedure_name
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import Node, node_of
from veban.web.visitor import Visitor


@officer_required(*OFFICE_ROLES)
@require_http_methods(GET_OR_POST)
def make_move(request: HttpRequest, visitor: Visitor, code: str, move: str) -> HttpResponse:
    """Ask for what the move needs, then make it; where the dossier is held elsewhere it is sent."""
    node = node_of(request)
    row, wanted = get_row(node, visitor, code), find_move(move)
    if not visitor.has(*wanted.roles):
        raise OfficerLacksRole(move=wanted.name, roles=sorted(wanted.roles))
    suggested = _suggested(node, row, wanted.name)
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form, status = MoveForm(wanted, node.world.clock.now(), suggested, *sent), 200
    offer_units(form, node.rules.units(), row.at_unit or row.unit)
    fit_form(form, node, visitor, row)
    if form.is_valid():
        try:
            do_move(node.world, _command(node, visitor, row, form, request.POST.get("key", "")))
            return HttpResponseRedirect(f"/dossiers/{row.code}")
        except Refused as refusal:
            form.add_error(_field_named(form, refusal), sentence_of(refusal))
            status = status_of(refusal)
    note_look(node, visitor, LookAt.DOSSIER, row.stream)
    context = {
        "row": row,
        "procedure": procedure_name(node.rules, row.procedure),
        "move": wanted,
        "form": form,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "elsewhere": row.holder != node.world.me.node and wanted.name != "reclaim",
        "collector": suggested.get("collector"),
        "menu": "dossiers",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "counter/move.html", context, status=status)


def _command(node: Node, visitor: Visitor, row: DossierRow, form: MoveForm, key: str) -> DoMove:
    rules = node.rules
    details = form.details(lambda day: end_of_day(day, rules.office_hours(day)))
    if file := form.cleaned_data.get("file"):
        content = file.read()
        check_paper(content)
        details["file"] = node.world.blobs.put(content)
    line = {
        "key": key,
        "code": row.code,
        "move": form.move.name,
        "officer": visitor.code,
        "at": form.at().isoformat(),
        "with": details,
    }
    return read_shape(DoMove, line)


def _suggested(node: Node, row: DossierRow, move: str) -> dict[str, Any]:
    """Return what a form may begin with: who may collect, what the result is called."""
    if move == "collect_fee":
        return {"amount_vnd": row.fee_vnd}
    if move in ("sign", "draft", "result_here"):
        results = node.rules.procedure(row.procedure).results
        return {"result": results[0].name} if len(results) == 1 else {}
    if move == "pass_on":
        return {"to_unit": row.unit} if row.at_unit and row.at_unit != row.unit else {}
    if move == "seen":
        return {"state": row.state, "seen_at": local_day(node.world.clock.now())}
    if move not in ("hand_back", "take_supplement", "tell"):
        return {}
    history = node.world.journal.history(row.stream)
    if move == "take_supplement":
        asked = [s.event for s in history if isinstance(s.event, SupplementRequested)]
        person = asked[-1].person if asked else None
        return {"papers": "\n".join(person.papers)} if person else {}
    received = next((s.event for s in history if isinstance(s.event, DossierReceived)), None)
    if move == "tell":
        return _how_told(received)
    collector = received.person.collector if received and received.person else None
    return {"to": row.full_name, "collector": collector}


def _how_told(received: DossierReceived | None) -> dict[str, Any]:
    """Return the likeliest way: the applicant's phone, who may be told, or the village's head."""
    person = received.person if received else None
    if person and person.applicant.phone:
        return {"through": ToldThrough.BY_PHONE.value, "to": person.applicant.full_name}
    if person and person.contact and person.contact.may_be_told:
        return {"through": ToldThrough.CONTACT.value, "to": person.contact.full_name}
    return {"through": ToldThrough.VILLAGE_HEAD.value}


def _field_named(form: MoveForm, refusal: Refused) -> str | None:
    named = str(refusal.details.get("field", "")).removeprefix("with.")
    return named if isinstance(refusal, InputWrong) and named in form.fields else None
