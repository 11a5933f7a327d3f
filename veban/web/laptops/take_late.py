"""Take what a lost laptop still brings (nhận dữ liệu đến muộn), from a file, by a leader."""

import secrets
from contextlib import closing
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from veban.actions.exchange.take_late import take_late
from veban.actions.nodes.report_lost import LostReport
from veban.core.people.roles import Role
from veban.core.shared.refused import Refused
from veban.web.access import officer_required
from veban.web.entrance.sign_in import GET_OR_POST
from veban.web.laptops.laptops import get_laptop_row
from veban.web.refusal_pages import sentence_of, status_of
from veban.web.round.stick_uploads import sealed_file, sealed_uploads
from veban.web.serving import node_of
from veban.web.visitor import Visitor


@officer_required(Role.MANAGER)
@csrf_exempt
@require_http_methods(GET_OR_POST)
def take_late_file(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    """Ask for the sealed file of a laptop that was reported lost, and take it."""
    node: Any = node_of(request)
    with sealed_uploads(request, node.folder / "uploads"):
        return _take(request, visitor, laptop)


@csrf_protect
def _take(request: HttpRequest, visitor: Visitor, laptop: str) -> HttpResponse:
    row = get_laptop_row(request, visitor, laptop)
    problem, status = "", 200
    if request.method == "POST":
        report = LostReport(request.POST.get("key", ""), row.node, visitor.code)
        try:
            with closing(sealed_file(request)) as file:
                take_late(node_of(request).exchange.x, file, report)
            return HttpResponseRedirect(f"/nodes/{row.node}")
        except Refused as refusal:
            problem, status = sentence_of(refusal), status_of(refusal)
    context = {
        "row": row,
        "problem": problem,
        "key": request.POST.get("key") or secrets.token_hex(16),
        "menu": "road",
    }
    return render(request, "laptops/take_late.html", context, status=status)
