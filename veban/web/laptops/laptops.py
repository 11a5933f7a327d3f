"""The laptops of a unit (máy lưu động): where each stands, and what to do when one is lost."""

import secrets

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from veban.actions.nodes.find_node import NodeUnknown
from veban.actions.nodes.report_lost import LostReport, report_lost
from veban.core.nodes.rows import NodeRow
from veban.core.people.looks import LookAt
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.store.queries.nodes import find_node, list_nodes
from veban.web.access import officer_required
from veban.web.counter.looking import note_look
from veban.web.counter.slips import pdf_answer
from veban.web.entrance.forms import REQUIRED
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.laptops.laptop import make_laptop, make_laptops
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.serving import node_of
from veban.web.visitor import Visitor

KEEPERS = (Role.ADMIN, Role.MANAGER)
REASONS = (
    ("lost", _("Mất máy")),
    ("stolen", _("Bị lấy cắp")),
    ("broken", _("Hỏng, không mở được")),
)


class LostForm(forms.Form):
    """What is asked when a laptop is reported lost."""

    reason = forms.ChoiceField(
        label=_("Chuyện gì đã xảy ra?"),
        choices=REASONS,
        widget=forms.RadioSelect,
        error_messages=REQUIRED,
    )
    note = forms.CharField(
        label=_("Ghi thêm"),
        help_text=_("Ở đâu, lúc nào; không bắt buộc."),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@officer_required(*KEEPERS)
@require_safe
def list_laptops(request: HttpRequest, visitor: Visitor) -> HttpResponse:
    """List the unit's laptops, the silent ones and the lost ones too."""
    node = node_of(request)
    rows = [row for row in list_nodes(node.alias, visitor.scope) if row.kind == "field"]
    laptops = make_laptops(node, visitor, rows)
    context = {
        "laptops": laptops,
        "may_recognise": visitor.has(Role.MANAGER),
        "menu": "road",
    }
    return render(request, "laptops/list.html", context)


@officer_required(*KEEPERS)
@require_safe
def show_laptop(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    """Show one laptop and what can be done with it."""
    found = make_laptop(node_of(request), visitor, get_laptop_row(request, visitor, laptop))
    context = {
        "laptop": found,
        "may_report": visitor.has(Role.MANAGER),
        "recognised": request.GET.get("recognised", ""),
        "menu": "road",
    }
    return render(request, "laptops/laptop.html", context)


@officer_required(Role.MANAGER)
@require_http_methods(GET_OR_POST)
def report_laptop_lost(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    """Say what a report does, then do all of it at one press."""
    node, row = node_of(request), get_laptop_row(request, visitor, laptop)
    form, status = LostForm(request.POST or None), 200
    if form.is_valid():
        given = form.cleaned_data
        key = request.POST.get("key", "")
        report = LostReport(key, row.node, visitor.code, given["reason"], given["note"])
        try:
            report_lost(node.world, report)
            return HttpResponseRedirect(f"/nodes/{row.node}")
        except Refused as refusal:
            form.add_error(None, sentence_of(refusal))
            status = status_of(refusal)
    context = {
        "laptop": make_laptop(node, visitor, row),
        "form": form,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "laptops/lost.html", context, status=status)


@officer_required(Role.MANAGER)
@require_safe
def print_lost_report(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    """Print whose data of what kind was on the laptop, for the notice within 72 hours."""
    row = get_laptop_row(request, visitor, laptop)
    node = node_of(request)
    note_look(node, visitor, LookAt.LOST_REPORT, row.node)
    pdf = node.lost_report(row.node)
    return pdf_answer(pdf, f"lost-{row.node}.pdf")


def get_laptop_row(request: HttpRequest, visitor: Visitor, laptop: str) -> NodeRow:
    """Return a laptop of the visitor's units; raises ``NodeUnknown``."""
    row = find_node(node_of(request).alias, visitor.scope, laptop)
    if row is None or row.kind != "field":
        raise NodeUnknown(node=laptop)
    return row
