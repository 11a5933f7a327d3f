"""Somebody goes home with a slip instead of a code (phiếu hướng dẫn tại bàn): 02 or 03."""

import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from veban.actions.slips.visit import VisitUnknown
from veban.actions.visits.record import RecordVisit, record_visit
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.procedures.checklist import case_of
from veban.core.procedures.procedure import Procedure
from veban.core.shared.local_time import LOCAL, local_day
from veban.core.shared.refused import Refused
from veban.core.shared.shape import read_shape
from veban.core.visits.table import TableOutcome, VisitRow
from veban.store.queries.nodes import find_point
from veban.store.queries.rounds import list_rounds_on
from veban.store.queries.visits import find_visit
from veban.web import words
from veban.web.access import officer_required
from veban.web.counter.looking import note_look
from veban.web.counter.reception_forms import REQUIRED, one_of, text
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import Node, node_of, serving_of
from veban.web.visitor import Visitor


class VisitForm(forms.Form):
    """Who came, what is missing or why nothing can be received."""

    full_name = text(_("Họ và tên người dân"), required=True)
    phone = text(_("Điện thoại"), inputmode="tel")
    village = text(_("Thôn, bản đang ở"))
    missing = forms.MultipleChoiceField(
        label=_("Giấy tờ còn thiếu"), required=False, widget=forms.CheckboxSelectMultiple
    )
    more = forms.CharField(
        label=_("Giấy tờ khác, mỗi dòng một loại"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    reason = forms.CharField(
        label=_("Lý do, bằng lời người dân hiểu được"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=REQUIRED,
    )
    legal_basis = text(_("Căn cứ pháp lý (văn bản, điều khoản)"))
    kind = one_of(_("Gặp ở đâu?"), words.PLACES, "centre")
    place_village = text(_("Tên bản, điểm"))

    def __init__(
        self, procedure: Procedure, case: str | None, outcome: TableOutcome, *args: Any, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        found = case_of(procedure, case)
        papers = [asked.paper for asked in found.papers] if found else []
        asks = outcome is TableOutcome.SUPPLEMENT
        self.fields["missing"].choices = [(p.name, p.name) for p in papers]  # type: ignore[attr-defined]
        for name in () if asks else ("missing", "more"):
            del self.fields[name]
        if asks and not papers:
            del self.fields["missing"]
        if asks:
            del self.fields["legal_basis"]

    def papers(self) -> list[str]:
        """Return everything that is missing, ticked or written."""
        more = self.cleaned_data.get("more", "").splitlines()
        return [*self.cleaned_data.get("missing", ()), *(p.strip() for p in more if p.strip())]


@officer_required(Role.RECEIVER)
@require_http_methods(GET_OR_POST)
def send_home(request: HttpRequest, visitor: Visitor, procedure: str, outcome: str) -> HttpResponse:
    """Write slip 02 (papers missing) or 03 (refused) for somebody at the table."""
    node = node_of(request)
    rules = node.law.for_unit(visitor.officer.unit)
    known, kind = rules.procedure(procedure), TableOutcome(outcome)
    case = request.POST.get("case") or request.GET.get("case") or None
    begin = _where(request, node, visitor)
    form = VisitForm(known, case, kind, request.POST or None, initial=begin)
    status, once = 200, _once(request, node)
    if form.is_valid():
        try:
            line = _line(node, visitor, form) | once
            line |= {"procedure": known.code, "outcome": kind.value, "officer": visitor.code}
            answer = record_visit(node.world, read_shape(RecordVisit, line))
            return HttpResponseRedirect(f"/visits/{answer['visit']}")
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    status = 422 if form.errors and status == 200 else status
    context = {"procedure": known, "case": case, "outcome": kind.value, "form": form}
    return render(
        request, "counter/send_home.html", context | once | {"menu": "receive"}, status=status
    )


@officer_required(Role.RECEIVER)
@require_safe
def show_visit(request: HttpRequest, visitor: Visitor, visit: str) -> HttpResponse:
    """Show that the slip is written, and offer it for print."""
    node = node_of(request)
    row = get_visit(node, visitor, visit)
    note_look(node, visitor, LookAt.VISIT, row.stream)
    procedure = node.rules.procedure(row.procedure)
    context = {"row": row, "visit": visit, "procedure": procedure, "menu": "receive"}
    return render(request, "counter/visit.html", context)


def get_visit(node: Node, visitor: Visitor, visit: str) -> VisitRow:
    """Return a visit within the visitor's scope.

    Raises:
        VisitUnknown: none has this id, or it is not the visitor's to see.
    """
    row = find_visit(node.alias, visitor.scope, visit)
    if row is None:
        raise VisitUnknown(visit=visit)
    return row


def _once(request: HttpRequest, node: Node) -> dict[str, str]:
    """Return key and time as the form was first shown with, so that twice is once."""
    now = node.world.clock.now().astimezone(LOCAL).replace(second=0, microsecond=0)
    return {
        "key": request.POST.get("key") or secrets.token_hex(16),
        "at": request.POST.get("at") or now.isoformat(),
    }


def _where(request: HttpRequest, node: Node, visitor: Visitor) -> dict[str, str]:
    if not serving_of(request).is_field:
        return {"kind": "centre"}
    point = find_point(node.alias, visitor.scope, node.world.me.speaks_as)
    return {"kind": "point", "place_village": point.place} if point else {"kind": "village"}


def _line(node: Node, visitor: Visitor, form: VisitForm) -> dict[str, Any]:
    given, today = form.cleaned_data, local_day(node.world.clock.now())
    rounds = list_rounds_on(node.alias, visitor.scope, today)
    away = given["kind"] != "centre"
    return {
        "full_name": given["full_name"],
        "reason": given["reason"],
        "papers": form.papers(),
        "legal_basis": given.get("legal_basis") or None,
        "place_kind": given["kind"],
        "place_village": given["place_village"] or None,
        "round": rounds[0].round if away and rounds else None,
        "phone": given["phone"] or None,
        "village": given["village"] or None,
    }
